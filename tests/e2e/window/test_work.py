# SPDX-License-Identifier: MIT
"""Work in progress under somebody's hands: one is cancelled, some, all; limits are changed; what failed is retried."""

import unittest

from program import Atspi, Program, wait_for, xdotool

OPEN = {"queued", "running", "suspended"}
# A byte now and then, for as long as it takes: what says nothing at all times out, on a busy machine too early.
HANGING = [f"drip?bytes=100000&ms=500&n={number}" for number in range(30)]


def practice_base(program):
    """The address of the server inside the program, as somebody reads it off a task."""
    program.key("F5")
    wait_for("tasks", lambda: sum(program.counts().values()) > 0)
    program.key("shift+Escape")
    wait_for("their end", lambda: not OPEN & set(program.counts()))
    program.click(program.find("Edit…"))
    sheet = program.find("List of addresses")
    lines = wait_for("the list", lambda: program.text_of(sheet)).split("\n")
    program.key("Escape")
    wait_for("the editor to close", lambda: not program.has("List of addresses"))
    return "/".join(lines[0].split("/")[:4]) + "/"


def run(program, addresses):
    program.focus("Addresses", Atspi.Role.TEXT)
    program.key("ctrl+a")
    program.find("Addresses", Atspi.Role.TEXT).get_editable_text_iface() \
        .set_text_contents(" ".join(addresses))
    program.key("F5")
    wait_for("tasks", lambda: sum(program.counts().values()) == len(addresses))


def cell_place(program, row):
    box = program.find("Tasks", Atspi.Role.TABLE).get_table_iface().get_accessible_at(row, 0) \
        .get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    return box.x + 30, box.y + box.height // 2


def set_number(program, name, value):
    box = program.find(name, Atspi.Role.SPIN_BUTTON)
    program.click(box, times=2)
    program.key("ctrl+a")
    program.type(str(value))
    program.key("Return")
    wait_for(f"“{name}”", lambda: program.number(name) == value)


class Work(unittest.TestCase):
    def test_one_some_and_all_are_cancelled(self):
        with Program() as program:
            base = practice_base(program)
            set_number(program, "Time limit", 600)
            run(program, [base + path for path in HANGING])
            wait_for("six to one host", lambda: program.counts().get("running") == 6)
            program.click_at(*cell_place(program, 2))
            program.key("Delete")
            wait_for("one to end", lambda: program.counts().get("cancelled") == 1)
            self.assertEqual(program.cell(2, 1), "cancelled")
            program.click_at(*cell_place(program, 4))
            xdotool("keydown", "shift")
            try:
                program.click_at(*cell_place(program, 6))
            finally:
                xdotool("keyup", "shift")
            program.key("Escape")
            wait_for("three more to end", lambda: program.counts().get("cancelled") == 4)
            self.assertEqual([program.cell(row, 1) for row in (4, 5, 6)], ["cancelled"] * 3)
            program.click_at(*cell_place(program, 8), button=3)
            wait_for("the menu", lambda: len(program.windows()) == 2)
            program.key("Down", "Down", "Return")
            wait_for("one more to end", lambda: program.counts().get("cancelled") == 5)
            wait_for("others in their place", lambda: program.counts().get("running") == 6)
            program.click(program.find("Cancel all"))
            program.wait_for_counts(cancelled=len(HANGING))

    def test_limits_are_changed_while_it_runs(self):
        with Program() as program:
            base = practice_base(program)
            set_number(program, "Time limit", 600)
            run(program, [base + path for path in HANGING])
            wait_for("six to one host", lambda: program.counts().get("running") == 6)
            set_number(program, "Per host", 11)
            wait_for("eleven", lambda: program.counts().get("running") == 11)
            set_number(program, "In flight", 17)
            set_number(program, "Per host", 30)
            wait_for("seventeen in all", lambda: program.counts().get("running") == 17)
            program.key("Escape")  # none of what runs has the focus
            self.assertEqual(program.counts().get("running"), 17)
            program.key("shift+Escape")
            program.wait_for_counts(cancelled=len(HANGING))

    def test_what_failed_is_retried(self):
        with Program() as program:
            base = practice_base(program)
            # Three attempts do not get past seven failures, and three more do not get past four.
            run(program, [f"{base}flaky/7?key=people", f"{base}status/404", f"{base}text/1"])
            program.wait_for_counts(succeeded=1, failed=2)
            program.click(program.find("Retry failed"))
            program.wait_for_counts(succeeded=1, failed=4)
            program.key("ctrl+r")
            program.wait_for_counts(succeeded=2, failed=5)
            urls = [program.cell(row, 0) for row in range(7)]
            self.assertEqual(len([url for url in urls if "flaky" in url]), 3)
            self.assertEqual(len([url for url in urls if "text" in url]), 1, "what succeeded stays")


if __name__ == "__main__":
    unittest.main()
