# SPDX-License-Identifier: MIT
"""Without a mouse: each page by its key, each of its controls by Tab, in the order in which one reads, seen, and back."""

import re
import unittest

from program import Atspi, FOCUSABLE, PART_OF_A_WHOLE, Program, is_in, wait_for, xdotool
from screen import Picture, box_of

PAGES = ["Workbench", "Lab", "Timeline", "Stalls"]
WITH_LINKS = {"Why", "Receipt"}
OVERLAP = 4  # pixels that neighbours may have in common
# What has the keys on behalf of the list, table, tabs or page around it.
PARTS = PART_OF_A_WHOLE | {Atspi.Role.PAGE_TAB, Atspi.Role.FILLER, Atspi.Role.FRAME, Atspi.Role.PANEL}


def focused(program):
    """(name, role), box of what has the keys."""
    found = [node for node in program.everything() if is_in(node, Atspi.StateType.FOCUSED)
             and is_in(node, Atspi.StateType.SHOWING) and node.get_role() not in PARTS]
    return ((found[-1].get_name(), found[-1].get_role_name()), box_of(found[-1])) if found else None


def step(program, key, stop):
    """Presses it; the next one that has the keys, which may be the same when it shows something else, as a text
    does that leads from link to link."""
    picture = Picture()
    program.key(key)

    def look():
        now = focused(program)
        if now and (now[0], place_of(now[1])) != (stop[0], place_of(stop[1])):
            return now, picture
        if now and now[0][0] in WITH_LINKS and Picture().rows(now[1]) != picture.rows(now[1]):
            return now, picture
        return None
    return wait_for(f"{stop[0]} to give the keys away", look, 10)


def stops(program, key, most=60):
    """((name, role), box) of all that the key comes along, once around; each shows that it has the keys."""
    first = stop = wait_for("a focus", lambda: focused(program))
    found = []
    while len(found) < most:
        then, picture = step(program, key, stop)
        wait_for(f"a sight of the keys on {then[0]}", lambda: Picture().rows(then[1]) != picture.rows(then[1]), 10)
        if not found or found[-1][0] != stop[0]:
            found.append((stop[0], stop[1]))
        stop = then
        if (stop[0], place_of(stop[1])) == (first[0], place_of(first[1])):
            return found
    raise AssertionError(f"no way around: {[name for name, _ in found]}")


def place_of(box):
    return box.x, box.y


def goes_back(box, other):
    """Whether other, which comes next, is before box: above it, or left of it, and nowhere ahead."""
    is_below = other.y >= box.y + box.height - OVERLAP
    is_right = other.x >= box.x + box.width - OVERLAP
    is_above = other.y + other.height <= box.y + OVERLAP
    is_left = other.x + other.width <= box.x + OVERLAP
    return not is_below and not is_right and (is_above or is_left)


class Keys(unittest.TestCase):
    def page_of(self, program):
        """The name of the page whose button in the rail is pressed."""
        return [name for name in PAGES if is_in(self.rail(program, name), Atspi.StateType.CHECKED)]

    def rail(self, program, name):
        return next(node for node in program.everything() if node.get_name() == name
                    and is_in(node, Atspi.StateType.SHOWING) and box_of(node).x < 40)

    def test_pages_by_key_and_by_mouse(self):
        with Program() as program:
            for number, name in list(enumerate(PAGES, 1))[::-1]:
                program.key(f"ctrl+{number}")
                wait_for(name, lambda: self.page_of(program) == [name])
            for name in ["Stalls", "Lab", "Workbench", "Timeline"]:
                program.click(self.rail(program, name))
                wait_for(name, lambda: self.page_of(program) == [name])

    def walk(self, number, *expected, before=lambda program: None, settings=""):
        with Program("--seed", "5", settings=settings) as program:
            xdotool("mousemove", 2, 790)  # nothing is hovered
            before(program)
            program.key(f"ctrl+{number}")
            wait_for("the page", lambda: self.page_of(program) == [PAGES[number - 1]])
            there = stops(program, "Tab")
            names = [name for name, _ in there]
            for name in expected:
                self.assertIn(name, [known[0] for known in names])
            rail = [name for name, box in there if box.x < 40 and name[0] in PAGES]
            self.assertEqual([name for name, _ in rail], [PAGES[number - 1]], "its one stop is the page that is shown")
            reachable = {(node.get_name(), node.get_role_name()) for node in program.everything()
                         if is_in(node, FOCUSABLE) and is_in(node, Atspi.StateType.SHOWING)
                         and is_in(node, Atspi.StateType.ENABLED) and node.get_role() not in PARTS}
            # A label that takes focus can be read out only.
            left_out = {name for name in reachable - set(names) if name[1] != "label"}
            self.assertEqual(left_out, set())
            jumps = [(before[0], after[0]) for before, after in zip(there, there[1:])
                     if goes_back(before[1], after[1]) and after[0][0] != "Block the loop"]  # the window begins again
            self.assertEqual(jumps, [])
            back = [name for name, _ in stops(program, "shift+Tab")]
            self.assertEqual(back, names[:1] + names[:0:-1], "Shift+Tab is the way back")

    def test_workbench(self):
        self.walk(1, "Addresses", "Edit…", "In flight", "What fits", "Run", "Filter", "Tasks", "Fetch them now", "Gallery", "Follow live",
                  "Fold", "Timeline", "Menu")

    def work(self, program):
        program.key("F5")
        wait_for("the end of all", lambda: sum(program.counts().values()) == 64
                 and not {"queued", "running", "suspended"} & set(program.counts()))

    def test_workbench_after_work(self):
        self.walk(1, "Tasks", "Gallery", "Retry failed", "Export…", "Timeline", before=self.work)

    def test_lab(self):
        self.walk(2, "Search experiments", "Experiments", "Run both", "Your guess", "Why", "Menu")

    def test_timeline(self):
        self.walk(3, "Follow live", "Fit", "Timeline", "Fetch something now", "Menu")

    def test_stalls(self):
        # What a busy machine adds is not to come in between.
        self.walk(4, "Counts from", "Stalls", "Block the loop once", "Menu", settings="[stalls]\nthreshold=5000\n")

    def freeze(self, program):
        heart = program.find("Heartbeat of the loop")
        program.key("ctrl+b")
        wait_for("the freeze", lambda: re.search("frozen [2-9]", heart.get_description()))
        program.key("ctrl+b")

    def test_stalls_with_a_receipt(self):
        self.walk(4, "Counts from", "Copy as text", "Stalls", "Receipt", "Menu", before=self.freeze,
                  settings="[stalls]\nthreshold=1500\n[witness]\nwithSwitch=false\n")


if __name__ == "__main__":
    unittest.main()
