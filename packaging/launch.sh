#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian 12 or newer), builds the program, and starts Loopscope with the given arguments.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

needs_window() {
    [[ ${1-} == fetch || ${1-} == lab ]] && return 1
    local argument
    for argument; do
        case $argument in --help | -h | --version | -v) return 1 ;; esac
    done
}

if needs_window "$@" && [[ -z ${DISPLAY-}${WAYLAND_DISPLAY-}${QT_QPA_PLATFORM-} ]]; then
    stop "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set). README.md, \"Two commands\", says how to make one with Xvfb and look at it from another computer; what needs no window: packaging/launch.sh fetch, packaging/launch.sh lab all"
fi

# In a subshell, as the program has to start in the folder it was called from: its arguments may name files there.
(
    cd "$root"
    install_missing "${build_packages[@]}"
    build_preset release loopscope
)
exec "$root/build/release/app/loopscope" "$@"
