# SPDX-License-Identifier: MIT
"""Back in time and to the present again: by dragging in the ruler of the timeline, by button and by keyboard."""

import unittest

from program import Atspi, Program, is_in, wait_for, xdotool
from screen import box_of

OPEN = {"queued", "running", "suspended"}
RULER = 10  # pixels above the lower edge of the timeline


class Travel(unittest.TestCase):
    def finished(self, program):
        program.key("F5")
        wait_for("work", lambda: program.counts().get("running", 0) > 0)
        wait_for("the end of all", lambda: sum(program.counts().values()) == 64
                 and not OPEN & set(program.counts()))
        return program.counts()

    def timeline(self, program):
        program.key("ctrl+3")
        wait_for("the page", lambda: self.chart(program))
        program.key("f")  # all of it
        return box_of(self.chart(program))

    def chart(self, program):
        return next((node for node in program.everything() if node.get_role() == Atspi.Role.CHART
                     and node.get_name() == "Timeline" and is_in(node, Atspi.StateType.SHOWING)
                     and box_of(node).height > 300), None)

    def is_live(self, program):
        return not program.saying("Paused at")

    def done(self, program):
        counts = program.counts()
        return sum(counts.get(word, 0) for word in set(counts) - OPEN)

    def test_by_dragging(self):
        with Program("--seed", "5") as program:
            end = self.finished(program)
            box = self.timeline(program)
            bottom = box.y + box.height - RULER
            at = [box.x + box.width * tenths // 10 for tenths in (9, 6, 3)]
            xdotool("mousemove", at[0], bottom, "mousedown", 1)
            wait_for("the past", lambda: not self.is_live(program))
            seen = []
            for x in at:
                said = program.saying("Paused at")
                xdotool("mousemove", x, bottom)
                if seen:
                    wait_for("an earlier moment", lambda: program.saying("Paused at") != said)
                seen.append(self.done(program))
            xdotool("mouseup", 1)
            self.assertEqual(seen, sorted(seen, reverse=True), "fewer had ended earlier")
            self.assertLess(seen[-1], 64)
            program.key("ctrl+1")  # every view shows that moment
            wait_for("the page", lambda: program.saying("Per host"))
            self.assertEqual(self.done(program), seen[-1])
            self.assertFalse(self.is_live(program))
            program.click(program.find("Back to live", Atspi.Role.PUSH_BUTTON))
            wait_for("the present", lambda: self.is_live(program))
            wait_for("all as it ended", lambda: program.counts() == end)

    def test_by_keyboard(self):
        with Program("--seed", "5") as program:
            self.finished(program)
            program.key("ctrl+3")
            wait_for("the page", lambda: self.chart(program))
            program.key(*["alt+Left"] * 5)
            first = wait_for("the past", lambda: program.saying("Paused at"))
            program.key(*["alt+Left"] * 200)
            wait_for("less", lambda: self.done(program) < 64)
            self.assertNotEqual(program.saying("Paused at"), first)
            before = self.done(program)
            program.key(*["alt+Right"] * 200)
            wait_for("more", lambda: self.done(program) > before)
            program.key("ctrl+l")
            wait_for("the present", lambda: self.is_live(program) and self.done(program) == 64)


if __name__ == "__main__":
    unittest.main()
