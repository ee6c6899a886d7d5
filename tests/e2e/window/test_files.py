# SPDX-License-Identifier: MIT
"""Files that are there already are overwritten only by who says so, and a saved trace is opened again by its dialog."""

import csv
import json
import os
import unittest

from foreign import write
from program import Atspi, FILES, Program, wait_for, xdotool

REFUSED = "http://127.0.0.1:1/"
OLD = "dear to somebody\n"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def open_dialog(program, key, title):
    program.key(key)
    wait_for("the dialog", lambda: program.dialog(title))


def save(program, key, title, path):
    open_dialog(program, key, title)
    program.key("ctrl+a")
    program.type(path)
    program.key("Return")


class Files(unittest.TestCase):
    def asked(self, program, answer):
        """The question about the file that is there, answered by key."""
        wait_for("the question", lambda: program.saying("already exists"))
        program.key(answer)
        wait_for("its end", lambda: not program.saying("already exists"))

    def keep_then_replace(self, program, key, title, path):
        save(program, key, title, path)
        self.asked(program, "alt+n")
        self.assertEqual(read(path), OLD)
        wait_for("the dialog again", lambda: program.dialog(title))
        program.key("Return")
        self.asked(program, "alt+y")
        wait_for("the sentence", lambda: program.has(f"Saved as {path}."))
        self.assertNotEqual(read(path), OLD)

    def test_results(self):
        with Program(f"{REFUSED}a", f"{REFUSED}b") as program:
            program.key("F5")
            program.wait_for_counts(failed=2)
            self.keep_then_replace(program, "ctrl+s", "Export the results", write("old.csv", OLD))
            rows = list(csv.DictReader(read(os.path.join(FILES, "old.csv")).splitlines()))
            self.assertEqual([row["url"] for row in rows], [f"{REFUSED}a", f"{REFUSED}b"])

    def test_the_keys_come_back_each_time(self):
        """A question and its dialog close at once. Openbox gave the keys to nobody then, one time in five, until the
        window asked for them."""
        with Program(f"{REFUSED}a") as program:
            program.key("F5")
            program.wait_for_counts(failed=1)
            path = write("old.csv", OLD)
            for _ in range(10):
                save(program, "ctrl+s", "Export the results", path)
                self.asked(program, "alt+y")
                wait_for("the keys", lambda: xdotool("getwindowfocus", "-f") == program.window)

    def test_a_name_without_an_end_gets_that_of_the_chosen_kind(self):
        with Program(f"{REFUSED}a") as program:
            program.click(program.find("Run"))
            program.wait_for_counts(failed=1)
            program.click(program.find("Export…"))
            wait_for("the dialog", lambda: program.dialog("Export the results"))
            kinds = program.find("CSV (*.csv)", Atspi.Role.COMBO_BOX)
            program.click(kinds)
            wait_for("its choice", lambda: len(program.windows()) == 3)
            program.key("Down", "Return")
            wait_for("the other kind", lambda: kinds.get_name() == "JSON (*.json)")
            program.key("alt+n", "ctrl+a")
            program.type(os.path.join(FILES, "named"))
            program.key("Return")
            path = os.path.join(FILES, "named.json")
            wait_for("the sentence", lambda: program.has(f"Saved as {path}."))
            self.assertEqual([task["url"] for task in json.loads(read(path))], [f"{REFUSED}a"])

    def test_a_trace_and_back(self):
        with Program(f"{REFUSED}a", f"{REFUSED}b", f"{REFUSED}c") as program:
            program.key("F5")
            program.wait_for_counts(failed=3)
            path = write("old.json", OLD)
            self.keep_then_replace(program, "ctrl+shift+s", "Export a trace", path)
            program.key("F5")
            program.wait_for_counts(failed=3)
            open_dialog(program, "ctrl+shift+o", "Open a trace")
            program.type(path)
            program.key("Return")
            program.find("old.json", Atspi.Role.PAGE_TAB)
            program.wait_for_counts(failed=3)
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)


if __name__ == "__main__":
    unittest.main()
