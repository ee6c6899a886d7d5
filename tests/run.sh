#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian 12 or newer), builds, and runs the tests; --help says what can be asked for.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

usage() {
    cat <<'END'
usage: tests/run.sh [--preset dev|asan|tsan|all] [arguments for ctest …]

Installs what is missing, builds, and runs the tests. All that failed stands in one summary at the end.

  --preset dev   the whole suite, optimised and with assertions (default)
  --preset asan  the suite under AddressSanitizer, LeakSanitizer and UndefinedBehaviorSanitizer, without what measures time
  --preset tsan  the labels unit and faults of models/ under ThreadSanitizer
  --preset all   each test once, where it finds most: asan and tsan, and of dev what measures time; CI does this
  --help         this text

Arguments for ctest: -L, -LE (labels: unit, ui, e2e, faults, timing), -R, -E (names), --repeat, -j, --timeout,
--output-junit, --rerun-failed, --schedule-random, --stop-on-failure, -V, -N. For example: tests/run.sh -L unit, or tests/run.sh -R board.

From nothing dev takes about 25 minutes on two processors, all about 40.
END
}

misuse() {
    say "$*"
    exit 2
}

# ctest passes over what it does not know, and would then run all tests.
preset=dev
chosen=()
while (($# > 0)); do
    case $1 in
        --help | -h)
            usage
            exit 0
            ;;
        --preset | -R | -E | -L | -LE | -j | --repeat | --timeout | --output-junit)
            (($# > 1)) || misuse "$1 needs a value; see tests/run.sh --help."
            if [[ $1 == --preset ]]; then preset=$2; else chosen+=("$1" "$2"); fi
            shift 2
            ;;
        --preset=*)
            preset=${1#*=}
            shift
            ;;
        --rerun-failed | --schedule-random | --stop-on-failure | -V | -VV | -N)
            chosen+=("$1")
            shift
            ;;
        *) misuse "tests/run.sh does not know '$1'; see tests/run.sh --help." ;;
    esac
done
case $preset in
    dev | asan | tsan) presets=("$preset") ;;
    all) presets=(dev asan tsan) ;;
    *) misuse "There is no preset '$preset' with tests; choose dev, asan, tsan or all." ;;
esac

# What the summary is about, in one line.
covered() {
    case $1 in
        dev) echo "the preset dev: all labels and the rules of the repository. The sanitizers are not in it: --preset all" ;;
        asan) echo "the preset asan: all labels but timing" ;;
        tsan) echo "the preset tsan: the labels unit and faults of models/" ;;
        all) echo "all labels under the sanitizers of addresses, leaks and undefined behaviour (.asan); unit and faults of models/ under that of threads (.tsan); timing without one" ;;
    esac
}

cd "$root"
install_missing "${build_packages[@]}" "${test_packages[@]}"
for each in "${presets[@]}"; do
    case $preset-$each in
        all-dev) build_preset dev tests_timing ;;
        *) build_preset "$each" ;;
    esac
done
folder=build/$preset
if [[ $preset == all ]]; then
    mkdir -p "$folder"
    printf 'subdirs("%s")\n' "$root"/build/dev/tests/timing "$root"/build/{asan,tsan} >"$folder/CTestTestfile.cmake"
fi
# Most tests wait more than they compute, but for under sanitizers; those that load all processors or measure time run alone.
at_once=$(nproc)
[[ $preset != dev ]] || at_once=$((2 * at_once))
say "Running the tests of the preset $preset, $at_once at a time."
# The summary comes last; what it is about stands above it. Line by line, for those who watch it grow.
about="Covered: $(covered "$preset")$([[ ${#chosen[@]} -eq 0 ]] || printf '; of these only what was chosen by: %s' "${chosen[*]}")"
ctest --test-dir "$folder" --no-tests=error --output-on-failure --parallel "$at_once" "${chosen[@]}" \
    | while IFS= read -r line; do
        [[ $line =~ ^[0-9]+%\ tests\ passed ]] && printf '%s\n\n' "$about"
        printf '%s\n' "$line"
    done
