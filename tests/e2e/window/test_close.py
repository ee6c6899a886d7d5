# SPDX-License-Identifier: MIT
"""However much is under way, the window closes, at once and with exit code 0."""

import os
import tempfile
import unittest

from busywindow import fetch_a_thousand, prepare_a_picture, seconds_to_close
from program import Program, wait_for, xdotool
from screen import close_button, geometry
from witness import Witness, wait_until_nobody_watches


class Close(unittest.TestCase):
    setUp = staticmethod(wait_until_nobody_watches)

    def test_a_thousand_fetches_and_a_full_pool_do_not_hold_it(self):
        with Program() as program:
            fetch_a_thousand(program, program.act)
            prepare_a_picture(program)
            # One key right behind the other: the pool has just begun with the picture.
            self.assertEqual(seconds_to_close(program, lambda: program.key("space", "ctrl+q"))[1], 0)

    def test_by_the_title_bar_and_back_where_it_was(self):
        with tempfile.TemporaryDirectory() as folder:
            with Program(XDG_CONFIG_HOME=folder) as program:
                fetch_a_thousand(program, program.click)
                program.key("ctrl+3")
                xdotool("windowsize", "--sync", program.window, 1010, 640)
                xdotool("windowmove", program.window, 120, 90)
                wait_for("the new place", lambda: geometry(program.window)[2:] == (1010, 640)
                         and geometry(program.window)[0] > 100)
                before = geometry(program.window)
                xdotool(*close_button(program), "click", 1)
                self.assertEqual(program.wait_for_end(), 0)
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
