#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# clang-format has nothing to change. Other versions lay out otherwise, so it has to be version 14: that of Debian 12, and
# elsewhere where somebody installed it. Without it this ends with 77, which CTest shows as a skipped test.
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"

formatter=""
for candidate in clang-format-14 clang-format; do
    [[ $("$candidate" --version 2>/dev/null) == *"version 14."* ]] && formatter=$candidate && break
done
if [[ -z $formatter ]]; then
    echo "skipped: clang-format 14 is not installed, and another version would lay out otherwise"
    exit 77
fi

list_files '^(models|ui|app|tests)/.*\.(cpp|h)$'
while IFS= read -r file; do
    violation "$file:1: not as $formatter -i lays it out"
done < <(printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 40 "$formatter" --style=file --dry-run 2>&1 \
    | sed -n 's/^\(.*\):[0-9]*:[0-9]*: warning: code should be clang-formatted.*/\1/p' | sort -u)
finish
