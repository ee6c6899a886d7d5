#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs a test of the window as a person meets it: on an X server, a window manager, a session bus and a settings folder
# of its own, with mouse, keyboard and accessibility tree.
# usage: run.sh PROGRAM SCRIPT.py [arguments of the script …]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"
# shellcheck source=tests/e2e/desktop.sh
source "$root/tests/e2e/desktop.sh"
[[ $# -ge 2 ]] || stop "usage: run.sh PROGRAM SCRIPT.py [arguments …]"
program=$1
script=$2
shift 2
scratch=$(mktemp -d)

clean_up() {
    close_desktop
    rm -rf "$scratch"
}
trap clean_up EXIT

need_programs dbus-run-session /usr/bin/python3
/usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0"); gi.require_version("Gtk", "3.0"); import pyatspi' \
    || stop "Python's bindings of AT-SPI and GTK are not installed (see above); tests/run.sh does that."
open_desktop "$scratch"
mkdir "$scratch/"{run,config,files}
chmod 700 "$scratch/"{run,config,files}
export LOOPSCOPE_PROGRAM=$program LOOPSCOPE_FILES=$scratch/files
# Nothing of whoever runs the test gets in: no proxy, no theme, no screen reader, no input method.
unset QT_QPA_PLATFORM QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE QT_IM_MODULE XDG_CURRENT_DESKTOP WAYLAND_DISPLAY \
    DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS http_proxy HTTP_PROXY
export XDG_RUNTIME_DIR=$scratch/run XDG_CONFIG_HOME=$scratch/config LC_ALL=C.UTF-8 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
export PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PYTHONPATH=$here
# /usr/bin/python3 is the one that Debian's accessibility bindings belong to.
timeout "${guard_seconds:-150}" dbus-run-session -- /usr/bin/python3 -W ignore::DeprecationWarning "$script" "$@"
