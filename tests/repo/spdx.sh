#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every source file names its licence: C++ in its first line, others in their first three (after #! or <?xml).
# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"

list_files '\.(cpp|h)$'
for file in "${files[@]}"; do
    [[ $(head -n 1 "$file") == "// SPDX-License-Identifier: MIT" ]] || violation "$file:1: the SPDX line is missing"
done

list_files '(^|/)CMakeLists\.txt$|\.(cmake|sh|py|yaml|svg|desktop|xml|1)$|^\.ci/run$|^\.(clang-format|clang-tidy|editorconfig)$'
for file in "${files[@]}"; do
    head -n 3 "$file" | grep -qF "SPDX-License-Identifier: MIT" || violation "$file:1: the SPDX line is missing"
done
finish
