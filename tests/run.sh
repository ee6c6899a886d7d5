#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian bookworm), builds a preset, and runs its tests. Without --preset it does what CI does: the
# tests of models/ under ThreadSanitizer, then the whole suite under AddressSanitizer, LeakSanitizer and
# UndefinedBehaviorSanitizer, with the package that the release preset makes and the parsers under the fuzzer.
# usage: tests/run.sh [--preset dev|asan|tsan] [arguments for ctest …]
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

presets=(tsan asan) # the whole suite last, so that its summary is the one to look at
if [[ ${1-} == --preset ]]; then
    presets=("${2-}")
    shift $(($# < 2 ? $# : 2))
elif [[ ${1-} == --preset=* ]]; then
    presets=("${1#*=}")
    shift
fi
for preset in "${presets[@]}"; do
    case $preset in
        dev | asan | tsan) ;;
        *) stop "There is no preset '$preset' with tests; choose dev, asan or tsan." ;;
    esac
done

cd "$root"
install_missing "${build_packages[@]}" "${test_packages[@]}"
for preset in "${presets[@]}"; do
    build_preset "$preset"
    say "Running the tests of the preset $preset, $(nproc) at a time."
    ctest --preset "$preset" --parallel "$(nproc)" "$@" # what fails here ends it
done
