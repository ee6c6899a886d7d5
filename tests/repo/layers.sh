#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The dependency law, by what is included: app → ui → models; what each folder below them may use stands in the table. All of
# it shares one include path, so the compiler alone would let anything through.
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"

models="record session trace fetch compute loop practice job lab engine"
views="$models ui/style ui/widgets" # what a topic of the window may use, besides itself
pages="ui/lab ui/pulse ui/stalls ui/timeline ui/workbench" # what the shell puts together
declare -A allowed=(
    [models/record]="record"
    [models/session]="record session"
    [models/trace]="record session trace"
    [models/fetch]="record fetch"
    [models/compute]="record compute"
    [models/loop]="record loop"
    [models/practice]="practice"
    [models/job]="record fetch compute loop job"
    [models/lab]="record session fetch compute loop practice lab"
    [models/engine]="$models"
    [ui/style]="$models ui/style"
    [ui/widgets]="$views"
    [ui/lab]="$views ui/lab"
    [ui/pulse]="$views ui/pulse"
    [ui/stalls]="$views ui/stalls"
    [ui/timeline]="$views ui/timeline"
    [ui/witness]="$views ui/witness"
    [ui/workbench]="$views ui/workbench ui/timeline" # whose strip it shows
    [ui/shell]="$views $pages ui/shell"
    [app/cli]="$models app/cli"
    [app]="$views $pages ui/witness ui/shell app/cli app"
)

list_files '^(models|ui|app)/.*\.(cpp|h)$'
while IFS= read -r hit; do violation "$hit"; done < <(
    for layer in "${!allowed[@]}"; do printf '%s=%s\n' "$layer" "${allowed[$layer]}"; done | awk -v ours="$models models ui app tests" '
        function has(list, word) { return index(" " list " ", " " word " ") > 0 }
        NR == FNR { split($0, law, "="); allowed[law[1]] = law[2]; next }
        FNR == 1 { # the folder of the law that the file belongs to
            n = split(FILENAME, parts, "/")
            layer = n > 2 ? parts[1] "/" parts[2] : parts[1]
            if (!(layer in allowed)) { print FILENAME ":1: " layer " has no place in the dependency law"; nextfile }
        }
        match($0, /^ *# *include *["<][^">]*[">]/) {
            quoted = substr($0, RSTART, RLENGTH) ~ /"/
            path = substr($0, RSTART, RLENGTH)
            gsub(/^[^"<]*["<]|[">]$/, "", path)
            slash = index(path, "/")
            top = folder = substr(path, 1, slash - 1)
            if ((top == "ui" || top == "app") && split(path, part, "/") > 2) folder = top "/" part[2]
            if (!slash) {
                if (quoted && path !~ /\.moc$/) print FILENAME ":" FNR ": include it with its folder: " path
            } else if ((quoted || has(ours, top)) && !has(allowed[layer], folder)) {
                print FILENAME ":" FNR ": " layer " must not include " path
            }
        }' - "${files[@]}"
)
finish
