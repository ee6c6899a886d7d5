# SPDX-License-Identifier: MIT
"""What another program copied is pasted, and what is copied here can be pasted there."""

import re
import unittest

from foreign import copied, pasted
from program import Atspi, Program, wait_for

REFUSED = "http://127.0.0.1:1/"


def list_told(program):
    return program.find("Addresses", Atspi.Role.TEXT).get_description()


class Clipboard(unittest.TestCase):
    def paste(self, program, text):
        other = copied(text)
        try:
            program.click(program.find("Addresses", Atspi.Role.TEXT))
            program.key("ctrl+v")
            yield
        finally:
            other.kill()
            other.wait()
            other.stdout.close()

    def test_lists_and_single_addresses_come_in(self):
        with Program() as program:
            for _ in self.paste(program, f"{REFUSED}a\r\n\r\n# note\n{REFUSED}b\nmailto:x@y\n{REFUSED}ü"):
                wait_for("the list", lambda: list_told(program) == "pasted list · 3 addresses · 1 bad line")
            program.key("F5")
            program.wait_for_counts(failed=3)
            for _ in self.paste(program, f"{REFUSED}single"):
                wait_for("the text", lambda: program.text_of(
                    program.find("Addresses", Atspi.Role.TEXT)) == f"{REFUSED}single")
            program.key("Return", "F5")
            program.wait_for_counts(failed=1)

    def test_what_is_pasted_replaces_what_is_selected_and_nothing_else(self):
        with Program() as program:
            line = program.find("Addresses", Atspi.Role.TEXT)

            def shows(text):
                wait_for(text, lambda: program.text_of(line) == text)

            other = copied(REFUSED)
            program.click(line)
            program.type("end")
            program.key("Home", "ctrl+v")
            shows(f"{REFUSED}end")
            program.key("shift+End", "ctrl+v")
            shows(REFUSED * 2)
            other.kill()
            other.wait()
            other.stdout.close()
            program.key("ctrl+a", "ctrl+v")
            program.find("There is no text to be pasted, or more than 64 MB of it.")
            shows(REFUSED * 2)

    def test_rows_go_out(self):
        with Program(f"{REFUSED}a", f"{REFUSED}b") as program:
            program.key("F5")
            program.wait_for_counts(failed=2)
            program.key("ctrl+f", "Tab", "ctrl+a", "ctrl+c")
            rows = wait_for("two rows", lambda: len(pasted().split("\n")) == 2 and pasted().split("\n"))
            self.assertEqual([row.split("\t")[1] for row in rows], ["failed"] * 2)
            self.assertEqual([row.split("\t")[0] for row in rows], ["127.0.0.1:1/a", "127.0.0.1:1/b"])

    def test_a_receipt_goes_out(self):
        with Program(settings="[stalls]\nthreshold=1000\n[witness]\nwithSwitch=false\n") as program:
            wait_for("a pulse", lambda: "lag p50" in
                     program.find("Heartbeat of the loop").get_description())
            program.key("ctrl+4")
            self.assertFalse(program.find("Copy as text").get_state_set()
                             .contains(Atspi.StateType.ENABLED))
            program.click(program.find("Block the loop once"))
            program.wait_for_receipt(lambda text: re.search(r"uilty\s+spinInSlot", text))
            program.click(program.find("Copy as text"))
            text = wait_for("the text", lambda: "stood still" in pasted() and pasted())
            self.assertRegex(text, r"^The loop stood still for [\d.]+ s, .*one long turn\.\n"
                                   r"Kept by spinInSlot +\(blockslots\.cpp:\d+\)\n")
            self.assertIsNone(re.search(r"<[a-z]|&\w+;", text), "it is plain text")


if __name__ == "__main__":
    unittest.main()
