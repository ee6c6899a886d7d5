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
ours="record work loop views server lab ui app models tests"

list_files '^(models|ui|app)/.*\.(cpp|h)$'
while IFS= read -r hit; do violation "$hit"; done < <(
    for layer in "${!allowed[@]}"; do printf '%s=%s\n' "$layer" "${allowed[$layer]}"; done | awk -v ours="$ours" '
        function has(list, word) { return index(" " list " ", " " word " ") > 0 }
        NR == FNR { split($0, law, "="); allowed[law[1]] = law[2]; next }
        FNR == 1 { # the folder of the law that the file belongs to
            n = split(FILENAME, parts, "/")
            layer = parts[1] == "models" && n > 2 ? parts[1] "/" parts[2] : parts[1]
            if (!(layer in allowed)) { print FILENAME ":1: " layer " has no place in the dependency law"; nextfile }
        }
        match($0, /^ *# *include *["<][^">]*[">]/) {
            quoted = substr($0, RSTART, RLENGTH) ~ /"/
            path = substr($0, RSTART, RLENGTH)
            gsub(/^[^"<]*["<]|[">]$/, "", path)
            slash = index(path, "/")
            folder = substr(path, 1, slash - 1)
            if (!slash) {
                if (quoted && path !~ /\.moc$/) print FILENAME ":" FNR ": include it with its folder: " path
            } else if ((quoted || has(ours, folder)) && !has(allowed[layer], folder)) {
                print FILENAME ":" FNR ": " layer " must not include " path
            }
        }' - "${files[@]}"
)
finish
