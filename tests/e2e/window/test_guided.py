# SPDX-License-Identifier: MIT
"""The whole tour, by its own buttons and by doing what it asks; and where it is found again."""

import re
import tempfile
import unittest

from program import Atspi, Program, is_in, wait_for
from witness import wait_until_nobody_watches

STEPS = ["Run", "Watch the pulse", "Block the loop", "Read the receipt", "Open the Lab"]


class Guided(unittest.TestCase):
    def setUp(self):
        wait_until_nobody_watches()  # the witness of the test before lies over the card, and took its clicks
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def start(self):
        program = Program(knows_the_tour=False, XDG_CONFIG_HOME=self.folder.name)
        wait_for("a pulse", lambda: "lag p50" in  # nobody clicks sooner
                 program.find("Heartbeat of the loop").get_description())
        return program

    def card(self, program):
        return next((node for node in program.everything() if node.get_role() == Atspi.Role.DIALOG
                     and is_in(node, Atspi.StateType.SHOWING)), None)

    def expect(self, program, step):
        """The card of that step, which tells its place and says something; None when there is to be no card."""
        if step is None:
            wait_for("the tour to end", lambda: not self.card(program))
            return
        wait_for(f"“{STEPS[step]}”", lambda: self.card(program).get_name() == STEPS[step])
        self.assertTrue(program.saying(f"{step + 1} of 5"))
        self.assertGreater(len(self.card(program).get_description()), 40)

    def press(self, program, name):
        card = self.card(program)
        step = card.get_name()
        program.click(next(card.get_child_at_index(i) for i in range(card.get_child_count())
                           if card.get_child_at_index(i).get_name() == name))
        wait_for("the next step", lambda: not self.card(program) or self.card(program).get_name() != step)

    def walk(self, program):
        for step in range(len(STEPS)):
            self.expect(program, step)
            self.press(program, "Next" if step < len(STEPS) - 1 else "Done")
        self.expect(program, None)

    def quit(self, program):
        program.key("ctrl+q")
        self.assertEqual(program.wait_for_end(), 0)

    def test_by_its_buttons_once_and_again_from_the_help(self):
        with self.start() as program:
            self.expect(program, 0)
            self.press(program, "Next")
            self.expect(program, 1)
            self.press(program, "Back")
            self.walk(program)
            self.assertEqual(program.counts(), {}, "who only reads starts nothing")
            self.quit(program)
        with self.start() as program:
            self.assertIsNone(self.card(program))
            program.key("F1")
            wait_for("the help", lambda: program.dialog("Loopscope Help"))
            program.click(program.find("Take the tour", Atspi.Role.PUSH_BUTTON))
            self.walk(program)
            self.quit(program)

    def test_by_doing_what_it_asks(self):
        with self.start() as program:
            self.expect(program, 0)
            program.click(program.find("Run", Atspi.Role.PUSH_BUTTON))
            self.expect(program, 1)
            self.assertGreater(sum(program.counts().values()), 0)
            self.press(program, "Next")
            self.expect(program, 2)
            program.click(program.find("Block the loop", Atspi.Role.CHECK_BOX))
            self.expect(program, 3)
            program.click(next(node for node in program.everything() if node.get_name() == "Stalls"
                               and is_in(node, Atspi.StateType.SHOWING)))
            # The page that opens may have made a stall of its own, which is the newest.
            program.wait_for_receipt(lambda text: re.search(r"uilty\s+spinInSlot", text))
            program.click(program.find("Block the loop", Atspi.Role.CHECK_BOX))
            self.press(program, "Next")
            self.expect(program, 4)
            program.click(next(node for node in program.everything() if node.get_name() == "Lab"
                               and is_in(node, Atspi.StateType.SHOWING)))
            self.expect(program, None)
            self.assertTrue(wait_for("the page", lambda: program.saying("Run both")))
            self.quit(program)


if __name__ == "__main__":
    unittest.main()
