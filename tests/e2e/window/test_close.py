# SPDX-License-Identifier: MIT
"""However much is under way, the window closes, at once and with exit code 0."""

import os
import re
import subprocess
import tempfile
import time
import unittest

from program import Atspi, Program, wait_for, xdotool
from screen import close_button, geometry
from witness import Witness, wait_until_nobody_watches

GENEROUS = 20  # times as long as an idle window takes
BEAT = 16.0  # ms; between two lags below it a ratio says nothing


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


def worst_lag(program):
    """Of its loop within the last ten seconds, in ms."""
    def look():
        told = program.find("Heartbeat of the loop").get_description()
        return re.search(r"worst ([\d.]+) (ms|s)\b", told)
    number, unit = wait_for("a pulse", look).groups()
    return float(number) * (1 if unit == "ms" else 1000)


def seconds_to_close(program, close):
    """Asks again where the window manager never passed the key on: then the window is still there."""
    for _ in range(2):
        begin = time.monotonic()
        close()
        try:
            code = program.process.wait(timeout=10)
            return time.monotonic() - begin, code
        except subprocess.TimeoutExpired:
            if not program.is_shown():
                break
    program.wait_for_end()
    raise AssertionError("the window closed, and the program ended far too late")


class Close(unittest.TestCase):
    setUp = staticmethod(wait_until_nobody_watches)

    def test_a_thousand_fetches_and_a_full_pool_do_not_hold_it(self):
        with Program() as idle:
            lag_idle = worst_lag(idle)
            quiet, code = seconds_to_close(idle, lambda: idle.key("alt+F4"))
            self.assertEqual(code, 0)
        with Program() as program:
            base = base_of_practice_server(program)
            for limit in "In flight", "Per host":
                self.assertTrue(program.find(limit, Atspi.Role.SPIN_BUTTON)
                                .get_value_iface().set_current_value(1000))
            addresses = " ".join(f"{base}hang?n={number}" for number in range(1000))
            program.find("Addresses", Atspi.Role.TEXT).get_editable_text_iface() \
                .set_text_contents(addresses)
            program.act(program.find("Run"))
            wait_for("1,000 tasks", lambda: sum(program.counts().values()) == 1000)
            wait_for("1,000 at once", lambda: program.counts().get("running", 0) == 1000)
            program.click(program.find("Mandelbrot", Atspi.Role.PAGE_TAB))
            program.act(program.find("Render"))
            canvas = program.find("Mandelbrot picture")
            button = wait_for("its button", lambda: showing(program, "Render", "Stop"))
            program.click(canvas, button=4, times=6)  # into the black: all iterations everywhere
            wait_for("the picture", lambda: showing(program, "Render"))
            button.get_component_iface().grab_focus()
            wait_for("the focus", lambda: button.get_state_set().contains(Atspi.StateType.FOCUSED))
            lag = worst_lag(program)
            # One key right behind the other: the pool has just begun with the picture.
            busy, code = seconds_to_close(program, lambda: program.key("space", "ctrl+q"))
            self.assertEqual(code, 0)
        print(f"closing took {quiet:.2f} s idle, {busy:.2f} s with 1,000 fetches and a picture "
              f"under way: {busy / quiet:.1f} times; worst lag {lag_idle} ms and {lag} ms")
        self.assertLess(busy, GENEROUS * quiet)
        self.assertLess(lag, GENEROUS * max(lag_idle, BEAT))  # the loop lived up to then

    def test_by_the_title_bar_and_back_where_it_was(self):
        with tempfile.TemporaryDirectory() as folder:
            with Program(XDG_CONFIG_HOME=folder) as program:
                base = base_of_practice_server(program)
                for limit in "In flight", "Per host":
                    self.assertTrue(program.find(limit, Atspi.Role.SPIN_BUTTON)
                                    .get_value_iface().set_current_value(1000))
                program.find("Addresses", Atspi.Role.TEXT).get_editable_text_iface().set_text_contents(
                    " ".join(f"{base}hang?n={number}" for number in range(1000)))
                program.click(program.find("Run"))
                wait_for("1,000 at once", lambda: program.counts().get("running", 0) == 1000)
                program.key("ctrl+3")
                xdotool("windowsize", "--sync", program.window, 1010, 640)
                xdotool("windowmove", program.window, 120, 90)
                wait_for("the new place", lambda: geometry(program.window)[2:] == (1010, 640)
                         and geometry(program.window)[0] > 100)
                before = geometry(program.window)
                begin = time.monotonic()
                xdotool(*close_button(program), "click", 1)
                self.assertEqual(program.wait_for_end(), 0)
                print(f"the title bar closed it in {time.monotonic() - begin:.2f} s")
            with Program(XDG_CONFIG_HOME=folder) as program:
                wait_for("its place", lambda: geometry(program.window) == before)
                wait_for("its page", lambda: not program.saying("Per host") and program.saying("Follow live"))

    def test_what_a_newer_version_left_is_told_of_once(self):
        note = "Some settings cannot be used"
        with tempfile.TemporaryDirectory() as folder:
            newer = "[window]\ntheme=sepia\npage=map\n[run]\nthen=translate\ninFlight=37\n"
            with Program(XDG_CONFIG_HOME=folder, settings=newer) as program:
                wait_for("the note", lambda: program.saying(note))
                self.assertEqual(program.number("In flight"), 37)  # what can be used is
                program.key("ctrl+shift+b")
                Witness().wait_until("Loop is free")  # it is given a theme that there is
                program.key("ctrl+q")
                self.assertEqual(program.wait_for_end(), 0)
            with open(os.path.join(folder, "Loopscope", "Loopscope.conf"), encoding="utf-8") as file:
                kept = file.read()
            for line in "theme=system", "page=workbench", "then=by-type", "inFlight=37":
                self.assertIn(line, kept)
            with Program(XDG_CONFIG_HOME=folder) as program:
                wait_for("the window", lambda: program.saying("Per host"))
                self.assertFalse(program.saying(note))

    def test_it_closes_while_the_loop_is_blocked(self):
        with Program() as program:
            program.key("ctrl+b")
            program.key("F5")
            wait_for("tasks", lambda: sum(program.counts().values()) == 64)
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)


if __name__ == "__main__":
    unittest.main()
