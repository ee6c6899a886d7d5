# SPDX-License-Identifier: MIT
"""Who starts it for the first time is shown around, once, and can leave by keyboard; help is a key away."""

import tempfile
import unittest

from program import Atspi, Program, wait_for


class Tour(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def start(self, **environment):
        return Program(knows_the_tour=False, XDG_CONFIG_HOME=self.folder.name, **environment)

    def card(self, program):
        """The name of the callout that is to be seen; empty when there is none."""
        for node in program.everything():
            if node.get_role() == Atspi.Role.DIALOG and node.get_state_set().contains(Atspi.StateType.SHOWING):
                return node.get_name()
        return ""

    def quit(self, program):
        program.key("ctrl+q")
        self.assertEqual(program.wait_for_end(), 0)

    def test_it_comes_once_and_follows_what_is_done(self):
        with self.start() as program:
            wait_for("the first step", lambda: self.card(program) == "Run")
            program.key("F5")
            wait_for("the second step", lambda: self.card(program) == "Watch the pulse")
            program.key("Return")
            wait_for("the third step", lambda: self.card(program) == "Block the loop")
            program.key("Escape")
            wait_for("its end", lambda: not self.card(program))
            self.assertGreater(sum(program.counts().values()), 0, "what runs is not cancelled")
            self.assertNotIn("cancelled", program.counts())
            self.quit(program)
        with self.start() as program:
            wait_for("a pulse", lambda: "lag p50" in
                     program.find("Heartbeat of the loop").get_description())
            self.assertEqual(self.card(program), "")
            self.quit(program)

    def test_it_speaks_german(self):
        with self.start(LC_ALL="de_DE.UTF-8") as program:
            wait_for("the first step", lambda: self.card(program) == "Starten")
            program.key("Escape")
            wait_for("its end", lambda: not self.card(program))
            program.find("Loop blockieren")
            program.key("F1")
            wait_for("the help", lambda: program.dialog("Loopscope-Hilfe"))
            program.key("Escape")
            wait_for("its end", lambda: not program.dialog("Loopscope-Hilfe"))
            self.quit(program)

    def test_english_counts_in_any_locale_without_translation(self):
        for locale in "C.UTF-8", "en_US.UTF-8", "fr_FR.UTF-8":
            with Program("http://127.0.0.1:9/", XDG_CONFIG_HOME=self.folder.name, LC_ALL=locale) as program:
                field = program.find("Addresses", Atspi.Role.TEXT)
                wait_for("the count", lambda: field.get_description() == "command line · 1 address")
                self.quit(program)


if __name__ == "__main__":
    unittest.main()
