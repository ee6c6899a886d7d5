#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian bookworm), builds a preset, and runs its tests.
# usage: tests/run.sh [--preset dev|asan|tsan] [arguments for ctest …]
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

preset=dev
if [[ ${1-} == --preset ]]; then
    preset=${2-}
    shift $(($# < 2 ? $# : 2))
elif [[ ${1-} == --preset=* ]]; then
    preset=${1#*=}
    shift
fi
case $preset in
    dev | asan | tsan) ;;
    *) stop "There is no preset '$preset' with tests; choose dev, asan or tsan." ;;
esac

cd "$root"
install_missing "${build_packages[@]}" "${test_packages[@]}"
build_preset "$preset"
say "Running the tests of the preset $preset."
exec ctest --preset "$preset" "$@"
