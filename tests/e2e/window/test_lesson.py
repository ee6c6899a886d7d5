# SPDX-License-Identifier: MIT
"""Reading and trying in the lab: a link is followed, a number turned and reset, and what was chosen is kept."""

import tempfile
import unittest

from program import Atspi, Program, is_in, wait_for

FAN = "Fan out, fan in"


class Lesson(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def open(self):
        program = Program(XDG_CONFIG_HOME=self.folder.name)
        program.key("ctrl+2")
        wait_for("the page", lambda: program.saying("Run both") or program.saying("Run all"))
        return program

    def chosen(self, program):
        entries = program.find("Experiments", Atspi.Role.LIST)
        names = [entries.get_child_at_index(i) for i in range(entries.get_child_count())]
        return next((node.get_name() for node in names if is_in(node, Atspi.StateType.SELECTED)), "")

    def choose(self, program, title):
        program.key("ctrl+f")
        program.type(title)
        program.key("Return")
        wait_for(f"“{title}”", lambda: self.chosen(program).startswith(title))

    def tab(self, program, name):
        program.click(next(node for node in program.everything() if node.get_role() == Atspi.Role.PAGE_TAB
                           and node.get_name() == name and is_in(node, Atspi.StateType.SHOWING)))

    def shown(self, program, name, role):
        return next((node for node in program.everything() if node.get_role() == role
                     and node.get_name() == name and is_in(node, Atspi.StateType.SHOWING)), None)

    def quit(self, program):
        program.key("ctrl+q")
        self.assertEqual(program.wait_for_end(), 0)

    def test_a_link_in_why_leads_to_its_experiment(self):
        with self.open() as program:
            self.choose(program, FAN)
            self.tab(program, "Why")
            self.shown(program, "Why", Atspi.Role.LABEL).get_component_iface().grab_focus()
            program.key("Tab", "Return")  # its first link
            title = wait_for("another experiment", lambda: None if self.chosen(program).startswith(FAN)
                             else self.chosen(program))
            self.assertTrue(program.saying(title))
            self.quit(program)
        with self.open() as program:
            wait_for("the choice", lambda: self.chosen(program) == title)

    def test_a_number_is_turned_used_and_reset(self):
        with self.open() as program:
            self.choose(program, FAN)
            self.tab(program, "Try")
            seed = wait_for("the seed", lambda: self.shown(program, "Seed", Atspi.Role.SPIN_BUTTON))
            knob = next(node for node in program.everything() if node.get_role() == Atspi.Role.SPIN_BUTTON
                        and node.get_description().startswith("from ") and is_in(node, Atspi.StateType.SHOWING))
            first = knob.get_value_iface().get_current_value()
            reset = self.shown(program, "Reset", Atspi.Role.PUSH_BUTTON)
            self.assertFalse(is_in(reset, Atspi.StateType.ENABLED))
            program.click(knob)
            program.key("Down", "Down")
            wait_for("the knob", lambda: knob.get_value_iface().get_current_value() == first - 2)
            program.click(seed, times=2)
            program.key("ctrl+a")
            program.type("7")
            program.key("F5")
            verdict = wait_for("the verdict", lambda: program.saying("× as fast."))
            self.assertRegex(verdict, rf"^{first - 2:.0f} pages: ")
            program.click(reset)
            wait_for("the first number", lambda: knob.get_value_iface().get_current_value() == first)
            self.assertTrue(wait_for("the warning", lambda: program.saying("The knobs were turned since then")))
            self.assertEqual(seed.get_value_iface().get_current_value(), 1)
            program.click(seed, times=2)
            program.key("ctrl+a")
            program.type("9")
            program.key("Tab")
            self.quit(program)
        with self.open() as program:
            seed = wait_for("the seed", lambda: self.shown(program, "Seed", Atspi.Role.SPIN_BUTTON))
            self.assertEqual(seed.get_value_iface().get_current_value(), 9, "tab and seed are kept")
            wait_for("the tick", lambda: self.chosen(program) == f"{FAN}, explored")


if __name__ == "__main__":
    unittest.main()
