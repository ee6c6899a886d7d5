# SPDX-License-Identifier: MIT
"""Addresses come in as arguments, as a pasted list and from a file; results go out as files."""

import csv
import json
import os
import unittest

from program import Atspi, FILES, Program, wait_for

REFUSED = "http://127.0.0.1:1/"
LIST = f"{REFUSED}a\nftp://127.0.0.1/b\n# not this\n{REFUSED}c\nnonsense\n"


def list_told(program):
    return program.find("Addresses", Atspi.Role.TEXT).get_description()


def save_results(program, path):
    program.key("ctrl+s")
    wait_for("the dialog", lambda: program.dialog("Export the results"))
    program.key("ctrl+a")
    program.type(path)
    program.key("Return")
    wait_for("the file", lambda: os.path.exists(path))
    wait_for("the sentence", lambda: program.has(f"Saved as {path}."))


class Lists(unittest.TestCase):
    def test_arguments_are_the_list_and_results_are_exported(self):
        with Program(f"{REFUSED}a", "file:///etc/hostname", f"{REFUSED}b?x=1,2") as program:
            self.assertTrue(list_told(program).startswith("command line · 2 address"))
            self.assertIn("1 bad line", list_told(program))
            program.key("F5")
            program.wait_for_counts(failed=2)
            table = os.path.join(FILES, "results.csv")
            save_results(program, table)
            with open(table, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            self.assertEqual([row["url"] for row in rows], [f"{REFUSED}a", f"{REFUSED}b?x=1,2"])
            self.assertEqual({row["outcome"] for row in rows}, {"failed"})
            document = os.path.join(FILES, "results.json")
            save_results(program, document)
            with open(document, encoding="utf-8") as file:
                self.assertEqual([task["outcome"] for task in json.load(file)], ["failed"] * 2)

    def test_a_pasted_list_with_bad_lines(self):
        with Program() as program:
            program.act(program.find("Edit…"))
            sheet = program.find("List of addresses")
            wait_for("the focus", lambda: sheet.get_state_set().contains(Atspi.StateType.FOCUSED))
            program.key("ctrl+a")
            program.type(LIST)
            program.key("ctrl+a", "ctrl+c", "Escape")
            wait_for("the editor to close", lambda: not program.has("List of addresses"))
            self.assertTrue(list_told(program).startswith("Practice server"))
            program.focus("Addresses", Atspi.Role.TEXT)
            program.key("ctrl+v")
            wait_for("the list", lambda: list_told(program).startswith("pasted list · 2 address"))
            self.assertIn("2 bad line", list_told(program))
            program.key("F5")
            program.wait_for_counts(failed=2)
            sentence = wait_for("the sentence", lambda: program.saying("left out."))
            self.assertIn("Line 2: Only http and https are fetched, not ftp.", sentence)

    def test_a_file_is_opened_by_keyboard(self):
        path = os.path.join(FILES, "links.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(LIST)
        with Program() as program:
            program.key("ctrl+o")
            wait_for("the dialog", lambda: program.dialog("Open a list of addresses"))
            program.type(path)
            program.key("Return")
            wait_for("the list", lambda: list_told(program).startswith("links.txt · 2 address"))


if __name__ == "__main__":
    unittest.main()
