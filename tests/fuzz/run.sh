#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds the preset fuzz and runs its harnesses: each over its corpus, then on inputs that libFuzzer makes of it.
# usage: tests/fuzz/run.sh [--seconds N] [name …]
# One line for each harness; 1 when one of them has found something. What it found is in build/fuzz/findings/NAME; to see
# it again: build/fuzz/tests/fuzz/fuzz_NAME FILE. What was learned stays in build/fuzz/corpus, so that longer runs go on.
set -euo pipefail
root=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"
cd "$root"

seconds=10
if [[ ${1-} == --seconds ]]; then
    seconds=${2-}
    shift $(($# < 2 ? $# : 2))
fi
[[ $seconds =~ ^[1-9][0-9]*$ ]] || stop "--seconds takes a whole number of seconds, 1 or more."
names=("$@")
[[ $# -gt 0 ]] || mapfile -t names < <(printf '%s\n' tests/fuzz/fuzz_*.cpp | sed 's|.*/fuzz_\(.*\)\.cpp|\1|')
for name in "${names[@]}"; do
    [[ -f tests/fuzz/fuzz_$name.cpp ]] || stop "There is no harness '$name' in tests/fuzz."
done

# Runs harness $1 and prints its line; the log has the rest.
fuzz() {
    local name=$1 status=0 verdict="nothing found" log=build/fuzz/$1.log options=()
    mkdir -p "build/fuzz/corpus/$name" "build/fuzz/findings/$name"
    [[ -f tests/fuzz/$name.dict ]] && options+=("-dict=tests/fuzz/$name.dict")
    LSAN_OPTIONS=suppressions=tests/fuzz/lsan.supp:print_suppressions=0 \
        build/fuzz/tests/fuzz/"fuzz_$name" "${options[@]}" -max_total_time="$seconds" -timeout=10 \
        -rss_limit_mb=1536 -print_final_stats=1 -artifact_prefix="build/fuzz/findings/$name/" \
        "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name" >"$log" 2>&1 || status=$?
    local runs cover seed
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
    cover=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
    seed=$(sed -n 's/^INFO: Seed: //p' "$log")
    # Without a count it has never begun, and one that has run no input has proven nothing.
    [[ $status -eq 0 && ${runs:-0} -gt 0 ]] || verdict="FOUND SOMETHING (status $status)"
    printf '%-12s %10s executions, %6s edges, seed %-10s %s\n' \
        "$name" "${runs:-0}" "${cover:-0}" "${seed:-?}" "$verdict"
    [[ $verdict == "nothing found" ]] && return
    tail -60 "$log"
    return 1
}

install_missing "${build_packages[@]}" "${fuzz_packages[@]}"
build_preset fuzz
say "Fuzzing ${#names[@]} parsers for $seconds s each, $(nproc) at a time."
export seconds
export -f fuzz
printf '%s\n' "${names[@]}" | xargs -P "$(nproc)" -I{} bash -c 'set -uo pipefail; fuzz {}' || exit 1
