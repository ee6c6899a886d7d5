#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A check that cannot fail is none: breaks each rule once in a copy of the sources and demands that its check sees it,
# names the file, and is content again afterwards.
# shellcheck disable=SC2016 # the commands given to breaks expand there
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
(cd "$root" && tar -c --exclude=./build --exclude=./.git --exclude=./.cache .) | tar -x -C "$copy"
failures=0

# breaks CHECK FILE COMMAND: the command, run in the copy, breaks a rule in FILE.
breaks() {
    local check=$here/$1.sh file=$2 output status=0 saved
    saved=$(mktemp -p "$copy/..")
    local existed=no
    [[ -f $copy/$file ]] && existed=yes && cp -p "$copy/$file" "$saved"
    mkdir -p "$(dirname "$copy/$file")"
    cd "$copy" || exit 2
    eval "$3" || exit 2
    cd "$root" || exit 2
    output=$("$check" "$copy" 2>&1) || status=$?
    if [[ $status -ne 1 || $output != *"$file"* ]]; then
        printf '%s does not see: %s (in %s; it ended with %d)\n%s\n' "$1" "$3" "$file" "$status" "$output"
        failures=$((failures + 1))
    fi
    rm -f "$copy/$file"
    [[ $existed == yes ]] && cp -p "$saved" "$copy/$file"
    rm -f "$saved"
}

contents() {
    local output
    output=$("$here/$1.sh" "$copy" 2>&1) && return
    [[ $? -eq 77 ]] && return # what it needs is not installed; its own test says so
    printf '%s is not content with the sources as they are:\n%s\n' "$1" "$output"
    failures=$((failures + 1))
}

id=io.github.loopscope.Loopscope
header='printf "// SPDX-License-Identifier: MIT\n%s\n" '
breaks spdx models/record/probe.cpp 'echo "int x;" >"$file"'
breaks spdx models/record/probe.h 'printf "\n// SPDX-License-Identifier: MIT\n" >"$file"'
breaks spdx tests/run.sh 'sed -i 2d "$file"'
breaks spdx packaging/CMakeLists.txt 'sed -i 1d "$file"'
breaks layers models/fetch/probe.h "$header"'"#include \"session/moment.h\"" >"$file"'
breaks layers models/fetch/probe.h "$header"'"#include <session/moment.h>" >"$file"'
breaks layers models/practice/probe.cpp "$header"'"#include \"record/recorder.h\"" >"$file"'
breaks layers models/session/probe.cpp "$header"'"#  include \"ui/pulse/pulsebar.h\"" >"$file"'
breaks layers models/record/probe.cpp "$header"'"#include \"models/record/recorder.h\"" >"$file"'
breaks layers models/record/probe.cpp "$header"'"#include \"recorder.h\"" >"$file"'
breaks layers ui/style/probe.cpp "$header"'"#include \"app/cli/commandline.h\"" >"$file"'
breaks layers ui/pulse/probe.cpp "$header"'"#include \"ui/stalls/stallspage.h\"" >"$file"'
breaks layers ui/lab/probe.cpp "$header"'"#include \"ui/shell/mainwindow.h\"" >"$file"'
breaks layers ui/probe.cpp "$header"'"" >"$file"'
breaks layers models/newlayer/probe.cpp "$header"'"" >"$file"'
for class in QWidget QApplication QPixmap QColor QPainter QTableView QStyledItemDelegate QtWidgets QPushButton; do
    breaks widgets models/session/probe.h "$header"'"#include <'$class'>" >"$file"'
done
breaks widgets models/session/probe.h "$header"'"#include <QtWidgets/QLabel>" >"$file"'
breaks widgets models/session/probe.h "$header"'"#include <QtGui/QIcon>" >"$file"'
breaks widgets models/session/probe.h "$header"'"class QWidget;" >"$file"'
breaks widgets models/session/CMakeLists.txt 'echo "target_link_libraries(x Qt6::Widgets)" >>"$file"'
breaks shape ui/probe.cpp 'seq 401 >"$file"'
breaks shape CMakeLists.txt 'seq 100 >>"$file"'
breaks shape ui/probe.cpp 'echo "// TO""DO later" >"$file"'
breaks shape packaging/launch.sh 'echo "# FIX""ME" >>"$file"'
breaks shape ui/probe.h 'echo "class TaskManager final : public QObject" >"$file"'
if "$here/format.sh" >/dev/null 2>&1; then # with version 14, that is
    breaks format models/record/probe.cpp "$header"'"int  x;" >"$file"'
fi
breaks desktop packaging/linux/$id.desktop 'sed -i "s/^Type=.*/Type=Nonsense/" "$file"'
breaks desktop packaging/linux/$id.desktop 'sed -i "s/^Icon=.*/Icon=other/" "$file"'
breaks desktop packaging/linux/$id.metainfo.xml 'sed -i /content_rating/d "$file"'
breaks desktop packaging/linux/$id.metainfo.xml 'sed -i "/<developer /d" "$file"'
breaks desktop packaging/linux/$id.metainfo.xml 'sed -i "/<developer_name>/d" "$file"'
breaks desktop packaging/linux/$id.metainfo.xml 'sed -i "s/release version=\"[0-9.]*/release version=\"9.9.9/" "$file"'
breaks desktop packaging/linux/loopscope.1 'echo ".XYZZY" >>"$file"'
breaks desktop packaging/linux/icons/48/$id.png 'cp "packaging/linux/icons/32/'$id'.png" "$file"'
breaks desktop packaging/linux/icons/$id-symbolic.svg ': >"$file"'
breaks scripts packaging/launch.sh 'echo "if" >>"$file"'
breaks security SECURITY.md 'sed -i "s/| 8,192 characters/| 8,193 characters/" "$file"'
breaks security SECURITY.md 'sed -i "s/| a file | 2 GiB/| a file | 2 MiB/" "$file"'
breaks security SECURITY.md 'sed -i "/^| redirects | 10 /d" "$file"'
breaks security SECURITY.md 'sed -i "s/AddressList::maxLines/AddressList::maxRows/" "$file"'
breaks security models/practice/serverlimits.h 'sed -i "s/receive {10/receive {20/" "$file"'
breaks security models/fetch/fetchrequest.h 'sed -i "s/maxBytes = 64LL/maxBytes = 65LL/" "$file"'
breaks security models/compute/kernels/thumbnailkernel.cpp 'sed -i "s/LimitMiB = 256/LimitMiB = 512/" "$file"'
de=resources/translations/loopscope_de.ts
en=resources/translations/loopscope_en.ts
breaks translations ui/probe.cpp "$header"'"QString x() { return tr(QT_TRANSLATE_NOOP(\"X\", \"y\")); }" >"$file"'
breaks translations $de 'sed -i "s/<source>Quit</<source>Leave</" "$file"'
breaks translations $de 'sed -i "s/<translation>Beenden/<translation type=\"unfinished\">Beenden/" "$file"'
breaks translations $de 'sed -i "s/<translation>Beenden</<translation></" "$file"'
breaks translations $de 'sed -i "s/<translation>Beenden</<translation>Beenden…</" "$file"'
breaks translations $de 'sed -i "s/<translation>Beenden</<translation>\&amp;Beenden</" "$file"'
breaks translations $de 'sed -i "s/%Ln Adressen/Viele Adressen/" "$file"'
breaks translations $en 'sed -i "/%Ln addresses</d" "$file"'
for check in spdx layers widgets shape format desktop scripts security translations; do contents $check; done
[[ $failures -eq 0 ]] || { printf '%d checks do not do their work\n' "$failures"; exit 1; }
