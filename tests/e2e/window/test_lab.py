# SPDX-License-Identifier: MIT
"""The lab by keyboard and accessibility tree alone: choose, guess, run both, read, cancel; and it is remembered."""

import tempfile
import unittest

from program import Atspi, Program, is_in, wait_for

LIST = Atspi.Role.LIST


class Lab(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def open(self):
        program = Program(XDG_CONFIG_HOME=self.folder.name)
        program.key("ctrl+2")
        wait_for("the page", lambda: program.saying("Run both") or program.saying("Run all"))
        return program

    def find_experiment(self, program, words, title):
        """Through the search, as somebody who does not touch the mouse."""
        program.key("ctrl+f")
        field = program.find("Search experiments", Atspi.Role.TEXT)
        wait_for("the search", lambda: is_in(field, Atspi.StateType.FOCUSED))
        program.type(words)
        program.key("Return")
        wait_for(f"“{title}”", lambda: self.chosen(program).startswith(title))

    def chosen(self, program):
        entries = program.find("Experiments", LIST)
        names = [entries.get_child_at_index(i) for i in range(entries.get_child_count())]
        return next((node.get_name() for node in names if is_in(node, Atspi.StateType.SELECTED)), "")

    def quit(self, program):
        program.key("ctrl+q")
        self.assertEqual(program.wait_for_end(), 0)

    def test_guess_run_and_be_told(self):
        with self.open() as program:
            self.find_experiment(program, "fan out", "Fan out, fan in")
            program.focus("Your guess", Atspi.Role.SPIN_BUTTON)
            program.type("4")
            program.key("F5")
            self.assertTrue(wait_for("work", lambda: program.saying("Cancel")))
            verdict = wait_for("the verdict", lambda: program.saying("You predicted 4×, it is"))
            self.assertRegex(verdict, r"^12 pages: .* together: [\d.]+× as fast\.")
            charts = [node.get_description() for node in program.everything()
                      if node.get_role() == Atspi.Role.CHART and node.get_name().startswith("Timeline of")
                      and is_in(node, Atspi.StateType.SHOWING)]
            self.assertEqual(len(charts), 2)
            for chart in charts:
                self.assertIn("12 succeeded", chart)
            self.assertTrue(program.saying("loop lag p99"))
            self.assertEqual(self.chosen(program), "Fan out, fan in, explored")
            self.quit(program)
        with self.open() as program:  # ticks and choice are remembered
            wait_for("the choice", lambda: self.chosen(program) == "Fan out, fan in, explored")
            self.quit(program)

    def test_cancel_and_one_alone(self):
        with self.open() as program:
            self.find_experiment(program, "fan out", "Fan out, fan in")
            program.key("F5")
            wait_for("work", lambda: program.saying("running"))
            program.key("Escape")
            wait_for("its end", lambda: program.saying("was cancelled."))
            self.assertEqual(self.chosen(program), "Fan out, fan in")
            program.focus("Run Pattern: all started, then gathered", Atspi.Role.PUSH_BUTTON)
            program.key("space")
            wait_for("the pattern", lambda: any(
                node.get_name().startswith("Timeline of Pattern") and "12 succeeded" in node.get_description()
                for node in program.everything()))
            self.assertEqual(self.chosen(program), "Fan out, fan in")
            self.quit(program)

    def test_closing_ends_what_runs(self):
        with self.open() as program:
            self.find_experiment(program, "fan out", "Fan out, fan in")
            program.key("F5")
            wait_for("work", lambda: program.saying("running"))
            self.quit(program)

    def test_what_takes_the_focus_has_a_name(self):
        with self.open() as program:
            focusable = [node for node in program.everything() if is_in(node, Atspi.StateType.FOCUSABLE)
                         and is_in(node, Atspi.StateType.SHOWING) and node.get_role() not in
                         {Atspi.Role.LIST_ITEM, Atspi.Role.SCROLL_BAR}]
            self.assertGreater(len(focusable), 10)
            self.assertEqual([node.get_role_name() for node in focusable if not node.get_name()], [])
            self.quit(program)


if __name__ == "__main__":
    unittest.main()
