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

    def start(self, *arguments):
        return Program(*arguments, XDG_CONFIG_HOME=self.folder.name)

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
