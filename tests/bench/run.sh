#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Measures what is promised: prints one table, and writes it with every sample as JSON.
# usage: tests/bench/run.sh [--rounds N] [--only CONTEST]… [--quick] [--json FILE]
# Needs a machine with nothing else to do; the windows open on an X server of their own.
set -euo pipefail
root=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

json=build/bench/results.json
arguments=()
while (($# > 0)); do
    case $1 in
        --json) json=$(realpath -m -- "${2-}") && shift ;;
        --json=*) json=$(realpath -m -- "${1#*=}") ;;
        *) arguments+=("$1") ;;
    esac
    shift
done

cd "$root"
install_missing "${build_packages[@]}" xvfb curl git
build_preset bench
commit=$(git describe --always --dirty 2>/dev/null || echo unknown)

# Without a window manager: see bench_start.cpp.
scratch=$(mktemp -d)
mkfifo "$scratch/display"
Xvfb -displayfd 3 -noreset -screen 0 1280x800x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/xvfb.log" &
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null || true; rm -rf "$scratch"' EXIT
number=$(timeout 20 head -n 1 "$scratch/display") || stop "Xvfb did not start: $(<"$scratch/xvfb.log")"
DISPLAY=:$number QT_QPA_PLATFORM=xcb XDG_CONFIG_HOME=$scratch XDG_RUNTIME_DIR=$scratch LC_ALL=C.UTF-8 \
    build/bench/tests/bench/loopscope_bench run --json "$json" --commit "$commit" "${arguments[@]}"
say "All samples are in $json"
