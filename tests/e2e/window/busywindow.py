# SPDX-License-Identifier: MIT
"""A window with more under way than it can do at once, and how long it takes to close."""

import re
import subprocess
import time

from program import Atspi, wait_for


def base_of_practice_server(program):
    program.act(program.find("Edit…"))
    sheet = program.find("List of addresses")
    base = re.search(r"http://127\.0\.0\.1:\d+/[^/]+/", program.text_of(sheet)).group(0)
    program.key("Escape")
    wait_for("the editor to close", lambda: not program.has("List of addresses"))
    return base


def showing(program, *names):
    return next((node for node in program.everything() if node.get_name() in names
                 and node.get_state_set().contains(Atspi.StateType.SHOWING)), None)


def fetch_a_thousand(program, act):
    """All of them in flight, and none ever answered; act() on the button Run starts them."""
    base = base_of_practice_server(program)
    for limit in "In flight", "Per host":
        assert program.find(limit, Atspi.Role.SPIN_BUTTON).get_value_iface().set_current_value(1000)
    program.find("Addresses", Atspi.Role.TEXT).get_editable_text_iface().set_text_contents(
        " ".join(f"{base}hang?n={number}" for number in range(1000)))
    act(program.find("Run"))
    wait_for("1,000 tasks", lambda: sum(program.counts().values()) == 1000)
    wait_for("1,000 at once", lambda: program.counts().get("running", 0) == 1000)


def prepare_a_picture(program):
    """Into the black: all iterations everywhere. The key that begins with it is a space."""
    program.click(program.find("Mandelbrot", Atspi.Role.PAGE_TAB))
    program.act(program.find("Render"))
    canvas = program.find("Mandelbrot picture")
    button = wait_for("its button", lambda: showing(program, "Render", "Stop"))
    program.click(canvas, button=4, times=6)
    wait_for("the picture", lambda: showing(program, "Render"))
    button.get_component_iface().grab_focus()
    wait_for("the focus", lambda: button.get_state_set().contains(Atspi.StateType.FOCUSED))


def seconds_to_close(program, close):
    """Asks again where the window manager never passed the key on: then the window is still there."""
    for _ in range(2):
        begin = time.monotonic()
        close()
        try:
            code = program.process.wait(timeout=10)
            return time.monotonic() - begin, code
        except subprocess.TimeoutExpired:
            if not program.is_shown():  # it is only slow
                code = program.wait_for_end()
                return time.monotonic() - begin, code
    raise AssertionError("the window is still there")
