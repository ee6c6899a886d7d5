# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced by the checks of this folder. Each takes the folder to check as its argument (default: this repository), prints one
# line per violation as "file:line: text", and ends with 1 when there is any.

root=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
cd "$root" || exit 2
violations=0

# Sets files to the project's files whose path matches the extended regular expression $1; git's opinion where there is git.
# A check that looks at nothing proves nothing, so no file at all is an error.
list_files() {
    mapfile -t files < <(
        if [[ -e .git ]] && git rev-parse --git-dir >/dev/null 2>&1; then
            git ls-files --cached --others --exclude-standard
        else
            find . \( -path ./build -o -path ./.git -o -path ./.cache \) -prune -o -type f -printf '%P\n'
        fi | grep -E "$1" | sort -u | while read -r file; do [[ -f $file ]] && printf '%s\n' "$file"; done
    )
    [[ ${#files[@]} -gt 0 ]] && return
    printf '%s: no file matches %s\n' "$root" "$1" >&2
    exit 2
}

violation() {
    printf '%s\n' "$*"
    violations=$((violations + 1))
}

finish() {
    [[ $violations -eq 0 ]] && exit 0
    printf '%d violations\n' "$violations"
    exit 1
}
