# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced by tests that need a desktop: an X server of their own, on a free display, with a window manager.
# desktop_size (1280x800) is that of its screen. Needs stop() of packaging/dependencies.sh.

desktop_pids=()

# Stops with the name of the first of the given programs that is not there.
need_programs() {
    local program
    for program in "$@"; do
        command -v "$program" >/dev/null || stop "$program is not installed; tests/run.sh does that."
    done
}

# Starts the desktop and exports DISPLAY; logs go to folder $1.
open_desktop() {
    need_programs Xvfb openbox xdotool
    mkfifo "$1/display"
    # Without -noreset the server starts anew when its last client leaves, and one that comes just then is lost.
    Xvfb -displayfd 3 -noreset -screen 0 "${desktop_size:-1280x800}x24" -nolisten tcp 3>"$1/display" 2>"$1/xvfb.log" &
    desktop_pids+=($!)
    local number
    number=$(timeout 20 head -n 1 "$1/display") || stop "Xvfb did not start: $(tail -n 3 "$1/xvfb.log")"
    [[ -n $number ]] || stop "Xvfb found no free display: $(tail -n 3 "$1/xvfb.log")"
    export DISPLAY=:$number
    openbox >"$1/openbox.log" 2>&1 &
    desktop_pids+=($!)
    timeout 20 bash -c 'until xdotool get_num_desktops >/dev/null 2>&1; do sleep 0.1; done' \
        || stop "The window manager did not start: $(tail -n 3 "$1/openbox.log")"
}

# Ends what was started, the last first, so that nothing loses its X server while it runs.
close_desktop() {
    local i
    for ((i = ${#desktop_pids[@]} - 1; i >= 0; --i)); do
        kill "${desktop_pids[i]}" 2>/dev/null || true
        wait "${desktop_pids[i]}" 2>/dev/null || true
    done
    desktop_pids=()
}

# Whether a visible window of class $1 has the focus. Asked of the X server: openbox calls a window the active one before
# the keys go there, and one that is pressed then is lost.
has_focus() {
    local focus
    focus=$(xdotool getwindowfocus -f 2>/dev/null) \
        && xdotool search --onlyvisible --class "^$1\$" 2>/dev/null | grep -xF "$focus" >/dev/null
}

# Waits for a visible window of class $1 that has the focus; stops when process $2 ends or 30 s pass.
wait_for_window() {
    local _
    for _ in {1..300}; do
        kill -0 "$2" 2>/dev/null || stop "The program ended before it showed a window."
        has_focus "$1" && return
        sleep 0.1
    done
    stop "No window of the class $1 had the focus within 30 s."
}
