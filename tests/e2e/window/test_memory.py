# SPDX-License-Identifier: MIT
"""What was set is still set after the next start, and damaged settings harm nobody."""

import glob
import os
import tempfile
import unittest

from program import Atspi, Program, wait_for


class Memory(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def start(self, **environment):
        return Program(XDG_CONFIG_HOME=self.folder.name, **environment)

    def test_settings_survive_a_second_start(self):
        with self.start() as program:
            self.assertEqual(program.number("In flight"), 24)
            program.focus("In flight", Atspi.Role.SPIN_BUTTON)
            program.key("ctrl+a")
            program.type("33")
            program.key("Tab")
            wait_for("the value", lambda: program.number("In flight") == 33)
            program.key("ctrl+b")
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)
        with self.start() as program:
            self.assertEqual(program.number("In flight"), 33)
            self.assertEqual(program.number("Per host"), 6)
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)

    def test_the_tour_comes_once(self):
        with self.start(knows_the_tour=False) as program:
            wait_for("the tour", lambda: program.saying("1 of 5"))
            program.key("F5")  # what it asks for
            wait_for("the second step", lambda: program.saying("2 of 5"))
            program.act(program.find("Skip"))
            wait_for("its end", lambda: not program.saying(" of 5"))
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)
        with self.start(knows_the_tour=False) as program:
            program.find("Run")
            program.key("F5")
            wait_for("work", lambda: sum(program.counts().values()) == 64)
            self.assertEqual(program.saying(" of 5"), "")

    def test_german_words_in_a_german_session(self):
        with self.start(LC_ALL="de_DE.UTF-8", LANGUAGE="de") as program:
            program.find("Aufgaben", Atspi.Role.TABLE)
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)

    def test_damaged_settings_are_defaults_and_one_sentence(self):
        with self.start() as program:
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)
        files = glob.glob(os.path.join(self.folder.name, "**", "*.conf"), recursive=True)
        self.assertEqual(len(files), 1)
        with open(files[0], "wb") as file:
            file.write(b"[run]\ninFlight=lots\n\xff\xfe nonsense\n[window]\ngeometry=@ByteArray(x)\n")
        with self.start() as program:
            wait_for("the sentence", lambda: program.saying("The settings could not be read"))
            self.assertEqual(program.number("In flight"), 24)
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)


if __name__ == "__main__":
    unittest.main()
