#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The dependency law, by what is included: app → ui → models; in models lab → work → record, lab → loop and server, loop → record, views → record,
# and server nothing of ours. All of it shares one include path, so the compiler alone would let anything through.
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"

declare -A allowed=(
    [models/record]="record"
    [models/work]="record work"
    [models/loop]="record loop"
    [models/views]="record views"
    [models/server]="server"
    [models/lab]="record work loop server lab"
    [ui]="record work loop views server lab ui"
    [app]="record work loop views server lab ui app"
)
ours=" record work loop views server lab ui app models tests "

# The folder of the law that file $1 belongs to.
layer_of() {
    case $1 in
        models/*/*) cut -d/ -f1,2 <<<"$1" ;;
        *) cut -d/ -f1 <<<"$1" ;;
    esac
}

list_files '^(models|ui|app)/.*\.(cpp|h)$'
for file in "${files[@]}"; do
    layer=$(layer_of "$file")
    [[ -v allowed[$layer] ]] || { violation "$file:1: $layer has no place in the dependency law"; continue; }
    while IFS=: read -r line text; do
        path=$(sed -E 's/^ *# *include *["<]([^">]*)[">].*/\1/' <<<"$text")
        quoted=$([[ $text == *\"* ]] && echo yes || echo no)
        if [[ $path != */* ]]; then
            [[ $quoted == no || $path == *.moc ]] || violation "$file:$line: include it with its folder: $path"
        elif [[ $quoted == yes || $ours == *" ${path%%/*} "* ]]; then
            [[ " ${allowed[$layer]} " == *" ${path%%/*} "* ]] || violation "$file:$line: $layer must not include $path"
        fi
    done < <(grep -nE '^ *# *include *["<]' "$file")
done
finish
