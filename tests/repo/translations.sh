#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The translations hold exactly the texts of the sources, all finished; placeholders, endings and accelerators agree; and no
# text is written in a way that lupdate passes over.
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

list_files '^(models|ui|app)/.*\.(cpp|h)$'
for file in "${files[@]}"; do
    while IFS= read -r hit; do
        violation "$file:$hit"
    done < <(grep -nE '\<tr\( *QT_TR' "$file") # lupdate takes it for a text that is not there
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
list_files '^resources/translations/.*\.ts$'
cp "${files[@]}" "$scratch"
resources/translations/update.sh "$scratch" || exit 2
for file in "${files[@]}"; do
    while IFS= read -r line; do
        violation "$file:1: resources/translations/update.sh would change it: $line"
    done < <(diff "$file" "$scratch/${file##*/}" | grep '^[<>]')
    while IFS= read -r line; do violation "$line"; done < <(python3 "$here/translations.py" "$file" 2>&1)
done
finish
