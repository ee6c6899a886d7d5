#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Brings the translations up to date with the sources: new texts arrive as unfinished, vanished ones go.
# The texts of the command line stay English, so of app/ only the window's files take part.
# usage: resources/translations/update.sh [folder of the .ts files, default: this one]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(cd "${1:-$root/resources/translations}" && pwd)
lupdate=$(command -v /usr/lib/qt6/bin/lupdate lupdate | head -n 1)
cd "$root"
options=(-silent -no-obsolete -locations none -source-language en -I . -I models)
sources=(models ui app/window.cpp models/engine/engine.cpp)
"$lupdate" "${options[@]}" "${sources[@]}" -ts "$folder/loopscope_de.ts"
"$lupdate" "${options[@]}" -pluralonly "${sources[@]}" -ts "$folder/loopscope_en.ts"
