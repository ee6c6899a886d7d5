#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The numbers of SECURITY.md are those of the code. Each row of its tables that ends in "`Constant`, file" is compared: the
# n-th number of the row's second cell with the n-th constant of the third.
# shellcheck disable=SC2016 # the backticks are those of the page

# shellcheck source=tests/repo/files.sh
source "$(dirname "${BASH_SOURCE[0]}")/files.sh"
page=SECURITY.md

# What "64 MiB", "10,000 ms" or "24 h" comes to, in bytes, milliseconds, seconds or as it is.
worth() {
    local digits=${1//,/}
    case $2 in
        KiB) echo $((digits << 10)) ;;
        MiB) echo $((digits << 20)) ;;
        GiB) echo $((digits << 30)) ;;
        h) echo $((digits * 3600)) ;;
        *) echo "$digits" ;;
    esac
}

# The value of constant $1 in file $2: of "name = 1'000", "name {1'000}" or "name = 64LL << 20".
value() {
    local expression
    expression=$(sed -nE "s/.*[ ]${1##*::} ?(= ?|\{)([0-9][0-9' LL<*+-]*)[;}].*/\2/p" "$2" 2>/dev/null | head -1)
    expression=${expression//[\'L]/}
    [[ -n $expression ]] || return 1
    expression=$((expression))
    [[ $1 == *MiB ]] && expression=$((expression << 20))
    echo "$expression"
}

compared=0
while IFS='|' read -r _ _ bound constants _; do
    mapfile -t numbers < <(grep -oE '[0-9][0-9,]*( (KiB|MiB|GiB|h)\b)?' <<<"$bound")
    mapfile -t named < <(grep -oE '`[A-Za-z:]+`, [a-z/]+\.(h|cpp)' <<<"$constants")
    for i in "${!named[@]}"; do
        constant=${named[i]%%\`,*}
        constant=${constant#\`}
        file=${named[i]##*, }
        read -r number unit <<<"${numbers[i]-}"
        compared=$((compared + 1))
        if ! real=$(value "$constant" "$file"); then
            violation "$page:$(grep -nF "$constant" $page | cut -d: -f1 | head -1): $file has no constant $constant"
        elif [[ -z $number || $(worth "$number" "$unit") -ne $real ]]; then
            violation "$page: '$(xargs <<<"$bound")' says ${number:-nothing} $unit of $constant; in $file it is $real"
        fi
    done
done < <(grep -E '^\|.*\|.*\|.*`[A-Za-z:]+`, [a-z/]+\.(h|cpp).*\|$' $page)
# A row that is gone is not compared; and there is one for each of these.
least=37
[[ $compared -ge $least ]] || violation "$page:1: only $compared numbers are compared with the code, not $least"
for text in README.md CONTRIBUTING.md; do
    grep -qF "($page)" $text || violation "$text:1: does not lead to $page"
done
finish
