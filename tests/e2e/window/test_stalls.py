# SPDX-License-Identifier: MIT
"""Each of the five ways to block the window is caught: its receipt names the function, and the clicks that waited."""

import re
import unittest

from program import Atspi, Program, is_in, wait_for
from witness import Witness, wait_until_nobody_watches

SECONDS = 2.0  # of a freeze; what the switch is set to at first
CLICKS = 3
# What a busy machine adds is not to come between: the witness tells of the last stall.
SETTINGS = "[stalls]\nthreshold=500\n"


def length(receipt):
    """In seconds; 0 when it was shorter than a tenth of one."""
    found = re.match(r"\s*([\d.]+) s\s", receipt)
    return float(found.group(1)) if found else 0.0


class Stalls(unittest.TestCase):
    setUp = staticmethod(wait_until_nobody_watches)

    def caught(self, way, function):
        with Program(settings=SETTINGS) as program:
            wait_for("a pulse", lambda: "lag p50" in
                     program.find("Heartbeat of the loop").get_description())
            program.choose_block(way)
            program.key("ctrl+4")
            wait_for("the page", lambda: program.saying("Every time the loop could not turn"))
            box = program.find("Stalls", Atspi.Role.LIST).get_component_iface() \
                .get_extents(Atspi.CoordType.SCREEN)
            program.key("ctrl+shift+b")
            witness = Witness()  # from now on there is somebody who says how it stands
            witness.wait_until("Loop is free")
            program.key("ctrl+b")
            witness.wait_until_frozen(function)
            program.click_at(box.x + box.width // 2, box.y + box.height - 10, times=CLICKS)
            witness.wait_until("Loop is free", f"in {function}.")
            receipt = program.wait_for_receipt(lambda text: length(text) >= 0.9 * SECONDS
                                               and "sample" in text and "click" in text)
            self.assertRegex(receipt, rf"Guilty\s+{function}\s+blockslots\.cpp:\d+")
            self.assertIn(f"{CLICKS} clicks", receipt)
            first = re.search(r"the first click waited ([\d.]+) (m?s)", receipt)
            waited = float(first.group(1)) / (1_000 if first.group(2) == "ms" else 1)
            self.assertTrue(0 < waited <= length(receipt), receipt)
            self.assertRegex(receipt, r"[1-9]\d* of [1-9]\d* sample")
            self.assertRegex(receipt, r"Instead\s+\S+")
            self.assertIn("one long turn", receipt)
            self.assertTrue(is_in(program.find("Block the loop", Atspi.Role.CHECK_BOX),
                                  Atspi.StateType.CHECKED))
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)

    def test_sleep(self):
        self.caught("Sleep", "sleepInSlot")

    def test_busy_cpu(self):
        self.caught("Busy CPU", "spinInSlot")

    def test_network_wait(self):
        self.caught("Network wait", "waitForReplyInSlot")

    def test_wait_for_finished(self):
        self.caught("waitForFinished", "waitForFinishedInSlot")

    def test_nested_loop(self):
        self.caught("Nested loop", "nestedLoopSlot")


if __name__ == "__main__":
    unittest.main()
