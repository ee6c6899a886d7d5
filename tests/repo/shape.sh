#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# No source file above 400 lines, the root CMakeLists.txt under 100, nothing put off, and no type with a name that says nothing.
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"

sources='\.(cpp|h|cmake|sh|py)$|(^|/)CMakeLists\.txt$'
list_files "$sources"
while read -r lines file; do
    [[ $file == total || $lines -le 400 ]] || violation "$file:$lines: longer than 400 lines, split it"
done < <(wc -l "${files[@]}")
[[ $(wc -l <CMakeLists.txt) -lt 100 ]] || violation "CMakeLists.txt:100: the root keeps under 100 lines"

put_off='TO''DO|FIX''ME'
list_files "$sources|\.(md|yaml|desktop|svg|1)$"
while IFS= read -r hit; do violation "$hit"; done < <(grep -HnwE "$put_off" "${files[@]}")

list_files '\.(cpp|h)$'
while IFS= read -r hit; do violation "$hit"; done < <(
    grep -HnE '^ *(class|struct|enum class) +[A-Za-z]*(Manager|Helper|Service|Utils|ViewModel)( |$|:|\{)' "${files[@]}"
)
finish
