# SPDX-License-Identifier: MIT
"""Files and texts that are dragged out of another program and dropped on the window."""

import os
import subprocess
import unittest

from foreign import drag, write
from program import Atspi, FILES, GUARD, Program, wait_for

REFUSED = "http://127.0.0.1:1/"


def middle(node):
    box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    return box.x + box.width // 2, box.y + box.height // 2


def list_told(program):
    return program.find("Addresses", Atspi.Role.TEXT).get_description()


class Drops(unittest.TestCase):
    def test_a_list_on_its_field_and_a_text_on_the_tasks(self):
        path = write("links.txt", f"{REFUSED}a\n{REFUSED}b\nnonsense\n")
        with Program() as program:
            self.assertTrue(drag(path, *middle(program.find("Addresses", Atspi.Role.TEXT))))
            wait_for("the list", lambda: list_told(program) == "links.txt · 2 addresses · 1 bad line")
            self.assertTrue(drag(f"{REFUSED}c", *middle(program.find("Tasks", Atspi.Role.TABLE))))
            wait_for("the list", lambda: list_told(program) == "dropped list · 1 address")
            program.key("F5")
            program.wait_for_counts(failed=1)

    def test_a_list_on_another_page_leads_to_the_workbench(self):
        path = write("links.txt", f"{REFUSED}a\n{REFUSED}b\n")
        with Program() as program:
            program.key("ctrl+4")
            wait_for("the page", lambda: program.saying("Every time the loop could not turn"))
            self.assertTrue(drag(path, *middle(program.find("Stalls", Atspi.Role.LIST))))
            wait_for("the page", lambda: program.saying("Then"))
            wait_for("the list", lambda: list_told(program) == "links.txt · 2 addresses")

    def test_a_trace_is_shown_wherever_it_is_dropped(self):
        path = os.path.join(FILES, "run.json")
        ended = subprocess.run([os.environ["LOOPSCOPE_PROGRAM"], "fetch", "--retries", "0", "--trace",
                                path, f"{REFUSED}old", f"{REFUSED}older"], capture_output=True, timeout=GUARD)
        self.assertEqual(ended.returncode, 1, ended.stderr)  # both were refused
        with Program() as program:
            self.assertTrue(drag(path, *middle(program.find("Addresses", Atspi.Role.TEXT))))
            program.find("run.json", Atspi.Role.PAGE_TAB)
            program.wait_for_counts(failed=2)
            self.assertTrue(drag(write("links.txt", f"{REFUSED}a\n"),
                                 *middle(program.find("Addresses", Atspi.Role.TEXT))))
            wait_for("the reason", lambda: program.saying("it cannot be changed."))
            box = program.find("run.json", Atspi.Role.PAGE_TAB).get_component_iface().get_extents(
                Atspi.CoordType.SCREEN)
            program.click_at(box.x + box.width - 22, box.y + box.height // 2)  # its cross
            wait_for("the tab to go", lambda: not program.has("run.json"))
            self.assertTrue(list_told(program).startswith("Practice server"))
            program.key("ctrl+3")
            wait_for("the page", lambda: program.saying("Follow live"))
            self.assertTrue(drag(path, *middle(next(
                node for node in program.everything() if node.get_name() == "Timeline"
                and node.get_state_set().contains(Atspi.StateType.SHOWING)
                and node.get_role() != Atspi.Role.RADIO_BUTTON
                and node.get_component_iface().get_extents(Atspi.CoordType.SCREEN).height > 200))))
            program.find("run.json", Atspi.Role.PAGE_TAB)


if __name__ == "__main__":
    unittest.main()
