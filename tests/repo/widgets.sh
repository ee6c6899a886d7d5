#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# models/ knows no widget, no pixmap and no colour: the libraries it links would let some of those headers compile.
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"

headers='QtWidgets|QtSvg|QtGui/?>|Q[A-Za-z]*(Widget|Dialog|Button|Layout|Delegate|Style|StyleOption|MessageBox|Label|Menu|MenuBar|ToolBar|StatusBar|SpinBox|ComboBox|ScrollBar|GraphicsScene|GraphicsView)|QMainWindow|Q(Gui)?Application|QAction|QPixmap|QPixmapCache|QBitmap|QIcon|QColor|QBrush|QPen|QPalette|QPainter|QFont|QFontMetrics|Q(Table|Tree|List|AbstractItem|Header)View'
list_files '^models/.*\.(cpp|h)$'
while IFS= read -r hit; do violation "$hit"; done < <(
    grep -HnE "^ *# *include *<((Qt[A-Za-z]+/)?($headers)>|(QtWidgets|QtSvg)/)|^class ($headers);" "${files[@]}"
)
list_files '^models/.*CMakeLists\.txt$'
while IFS= read -r hit; do violation "$hit"; done < <(grep -HnE 'Qt6?::(Widgets|Svg|SvgWidgets|OpenGL|Quick)' "${files[@]}")
finish
