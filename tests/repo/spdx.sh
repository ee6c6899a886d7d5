#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every source file names its licence: C++ in its first line, others in their first three (after #! or <?xml).
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"

line='SPDX-License-Identifier: MIT'

# Says so of those of files that have no line that the rest of the arguments, a grep, find within the first $1.
without_line() {
    local last=$1
    shift
    while IFS= read -r file; do violation "$file:1: the SPDX line is missing"; done < <(
        comm -23 <(printf '%s\n' "${files[@]}" | LC_ALL=C sort) \
            <("$@" -Hn -m 1 -- "${files[@]}" | awk -F: -v last="$last" '$2 <= last { print $1 }' | LC_ALL=C sort)
    )
}

list_files '\.(cpp|h)$'
without_line 1 grep -xF -e "// $line"
list_files '(^|/)CMakeLists\.txt$|\.(cmake|sh|py|yaml|svg|desktop|xml|1)$|^\.ci/run$|^\.(clang-format|clang-tidy|editorconfig)$'
without_line 3 grep -F -e "$line"
finish
