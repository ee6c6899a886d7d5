#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes the pictures of the README again, from the real window on an X server of its own.
# usage: screenshots.sh [--program FILE] [--into FOLDER] [--size 1440x900] [PICTURE …]
# PICTURE is STATE-THEME; states: idle busy (or workbench) done frozen stalls timeline error mandelbrot story; themes: light dark. Without one: those
# that the README shows.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

program=
into=$here/screenshots
size=1440x900
while [[ ${1-} == --* ]]; do
    [[ $# -ge 2 ]] || stop "$1 needs a value."
    case $1 in
        --program) program=$(realpath "$2") ;;
        --into) into=$(realpath -m "$2") ;;
        --size) size=$2 ;;
        *) stop "There is no option $1; choose --program, --into or --size." ;;
    esac
    shift 2
done
[[ $size =~ ^[0-9]+x[0-9]+$ ]] || stop "A size is WIDTHxHEIGHT, not '$size'."
[[ $# -gt 0 ]] || set -- workbench-light frozen-dark stalls-dark timeline-light lab-light mandelbrot-dark
if [[ -z $program ]]; then
    cd "$root"
    build_preset release
    program=$root/build/release/app/loopscope
fi
mkdir -p "$into"
# Room for the frame of the window; a minute for each picture is far more than it takes.
export desktop_size=$((${size%x*} + 40))x$((${size#*x} + 60)) guard_seconds=$((60 * $#))
"$root/tests/e2e/window/run.sh" "$program" "$here/screenshots.py" "$into" "$size" "$@"
