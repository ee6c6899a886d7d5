#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# models/ knows no widget, no pixmap and no colour: the libraries it links would let some of those headers compile.
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"

headers='QtWidgets|QtSvg|QtGui/?>|Q[A-Za-z]*(Widget|Dialog|Button|Layout|Delegate|Style|StyleOption|MessageBox|Label|Menu|MenuBar|ToolBar|StatusBar|SpinBox|ComboBox|ScrollBar|GraphicsScene|GraphicsView)|QMainWindow|Q(Gui)?Application|QAction|QPixmap|QPixmapCache|QBitmap|QIcon|QColor|QBrush|QPen|QPalette|QPainter|QFont|QFontMetrics|Q(Table|Tree|List|AbstractItem|Header)View'
list_files '^models/.*\.(cpp|h)$'
for file in "${files[@]}"; do
    while IFS= read -r hit; do
        violation "$file:$hit"
    done < <(grep -nE "^ *# *include *<((Qt[A-Za-z]+/)?($headers)>|(QtWidgets|QtSvg)/)|^class ($headers);" "$file")
done
list_files '^models/.*CMakeLists\.txt$'
for file in "${files[@]}"; do
    while IFS= read -r hit; do
        violation "$file:$hit"
    done < <(grep -nE 'Qt6?::(Widgets|Svg|SvgWidgets|OpenGL|Quick)' "$file")
done
finish
