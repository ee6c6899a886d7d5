#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every shell script parses; shellcheck, where it is installed, has nothing to say.
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"

list_files '\.sh$|^\.ci/run$'
for file in "${files[@]}"; do
    bash -n "$file" || violation "$file:1: does not parse"
    if command -v shellcheck >/dev/null; then
        shellcheck -x -P . "$file" || violation "$file:1: shellcheck"
    fi
done
finish
