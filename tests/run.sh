#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian bookworm), builds a preset, and runs its tests. "all" does so with one preset after the other.
# usage: tests/run.sh [--preset dev|asan|tsan|all] [arguments for ctest …]
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

presets=(dev)
if [[ ${1-} == --preset ]]; then
    presets=("${2-}")
    shift $(($# < 2 ? $# : 2))
elif [[ ${1-} == --preset=* ]]; then
    presets=("${1#*=}")
    shift
fi
[[ ${presets[0]} != all ]] || presets=(dev asan tsan)
for preset in "${presets[@]}"; do
    case $preset in
        dev | asan | tsan) ;;
        *) stop "There is no preset '$preset' with tests; choose dev, asan, tsan or all." ;;
    esac
done

cd "$root"
install_missing "${build_packages[@]}" "${test_packages[@]}"
for preset in "${presets[@]}"; do
    build_preset "$preset"
    say "Running the tests of the preset $preset."
    ctest --preset "$preset" "$@" # what fails here ends it, so that the last summary is the one to look at
done
