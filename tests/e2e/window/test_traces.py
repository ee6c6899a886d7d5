# SPDX-License-Identifier: MIT
"""What happened goes into a file by keyboard, and a file given as an argument is shown again, read only."""

import json
import os
import unittest

from program import Atspi, FILES, Program, wait_for

REFUSED = "http://127.0.0.1:1/"


def is_enabled(node):
    return node.get_state_set().contains(Atspi.StateType.ENABLED)


class Traces(unittest.TestCase):
    def test_a_trace_is_exported_and_opened_again(self):
        path = os.path.join(FILES, "run.json")
        with Program(f"{REFUSED}a", f"{REFUSED}b") as program:
            program.key("F5")
            program.wait_for_counts(failed=2)
            program.key("ctrl+shift+s")
            wait_for("the dialog", lambda: program.dialog("Export a trace"))
            program.key("ctrl+a")
            program.type(path)
            program.key("Return")
            wait_for("the sentence", lambda: program.has(f"Saved as {path}."))
            with open(path, encoding="utf-8") as file:
                self.assertGreater(len(json.load(file)["traceEvents"]), 4)
        with Program(path) as program:
            program.find("run.json", Atspi.Role.PAGE_TAB)
            program.wait_for_counts(failed=2)
            self.assertFalse(is_enabled(program.find("Run", Atspi.Role.PUSH_BUTTON)))
            program.key("F5")
            wait_for("the reason", lambda: program.saying("it cannot be changed."))
            program.key("ctrl+w")
            wait_for("the tab to go", lambda: not program.has("run.json"))
            self.assertTrue(is_enabled(program.find("Run", Atspi.Role.PUSH_BUTTON)))
            self.assertEqual(program.counts(), {})

    def test_a_file_that_is_none_is_told(self):
        path = os.path.join(FILES, "broken.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write('{"traceEvents":[{"name":"a"')
        with Program(path) as program:
            sentence = wait_for("the sentence", lambda: program.saying("broken.json cannot be opened."))
            self.assertIn("The file ends too early, at line 1; it was cut short.", sentence)
            self.assertTrue(is_enabled(program.find("Run", Atspi.Role.PUSH_BUTTON)))


if __name__ == "__main__":
    unittest.main()
