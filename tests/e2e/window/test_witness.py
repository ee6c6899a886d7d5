# SPDX-License-Identifier: MIT
"""The witness, from outside: it speaks while the window cannot, releases it, and neither's end harms the other."""

import os
import re
import signal
import unittest

from program import Atspi, Program, is_in, wait_for, xdotool
from screen import Picture, box_of, close_button, geometry
from witness import Witness, wait_until_nobody_watches

SECONDS = 5.0  # the longest that the switch offers
# Pixels from the end of a menu to the middle of an entry. The first is the last one behind the switch, the other is
# above that which shows it with the switch, Theme, Help, Take the tour and Quit.
LONGEST = 20
SHOW_THE_WITNESS = LONGEST + 9 + 5 * 30


def has_pulse(program):
    return wait_for("a pulse", lambda: "lag p50" in
                    program.find("Heartbeat of the loop").get_description())


def is_switched_on(program):
    return is_in(program.find("Block the loop", Atspi.Role.CHECK_BOX), Atspi.StateType.CHECKED)


class Witnesses(unittest.TestCase):
    setUp = staticmethod(wait_until_nobody_watches)

    def test_the_switch_opens_it_and_it_releases_the_window(self):
        with Program() as program:
            has_pulse(program)
            program.choose_block("Busy CPU")
            program.choose_block("5 s")
            program.key("ctrl+b")
            witness = Witness()
            self.assertNotEqual(witness.pid, program.pid)
            # It may have come too early or too late for that block; the next one it sees from its begin.
            witness.wait_until("Loop is free")
            self.assertTrue(is_switched_on(program))
            program.key("ctrl+b")
            wait_for("the switch back", lambda: not is_switched_on(program))
            release = witness.find("Release", Atspi.Role.PUSH_BUTTON)
            wait_for("it to hear of that", lambda: not is_in(release, Atspi.StateType.ENABLED))
            program.key("ctrl+b")
            witness.wait_until_frozen("spinInSlot")
            self.assertTrue(is_in(release, Atspi.StateType.ENABLED))
            witness.click(release)
            witness.wait_until("Loop is free", "in spinInSlot.")
            number, unit = re.search(r"for ([\d.]+) (m?s)", witness.saying("It was frozen for")).groups()
            frozen = float(number) / (1_000 if unit == "ms" else 1)
            print(f"released after {frozen} s of {SECONDS} s")
            self.assertLess(frozen, 0.8 * SECONDS)
            wait_for("the switch to be off", lambda: not is_switched_on(program))
            self.assertFalse(is_in(release, Atspi.StateType.ENABLED))
            xdotool("windowactivate", "--sync", program.window)  # the click gave the keys to the witness
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)

    def choose(self, program, button, above_the_end):
        """By mouse, in the menu of that button."""
        program.click(button)
        menu = wait_for("the menu", lambda: [window for window in program.windows() if window != program.window])[0]
        x, y, width, height = geometry(menu)
        program.click_at(x + width // 2, y + height - above_the_end)
        wait_for("its end", lambda: len(program.windows()) == 1)

    def expect_standstill(self, witness, boxes):
        """Not a pixel of the window changes there while the witness goes on."""
        before = Picture()
        told = witness.saying("frozen ")
        for _ in range(3):
            told = wait_for("the witness to go on", lambda: next(
                (now for now in [witness.saying("frozen ")] if now not in ("", told)), None))
        after = Picture()
        self.assertTrue(witness.saying("frozen "), "the pictures are of the freeze")
        for box in boxes:
            self.assertEqual(after.rows(box), before.rows(box))

    def test_block_freeze_release_and_receipt_by_mouse(self):
        with Program(settings="[stalls]\nthreshold=500\n") as program:
            has_pulse(program)
            way = next(node for node in program.everything() if node.get_name().startswith("How to block:"))
            self.choose(program, way, LONGEST)
            wait_for("the choice", lambda: way.get_name() == f"How to block: Busy CPU · {SECONDS:.0f} s")
            self.choose(program, program.find("Menu"), SHOW_THE_WITNESS)
            witness = Witness()
            witness.wait_until("Loop is free")
            release = witness.find("Release", Atspi.Role.PUSH_BUTTON)
            switch = program.find("Block the loop", Atspi.Role.CHECK_BOX)
            # Where things are: the frozen window will answer nobody.
            pulse, rail = box_of(program.find("Heartbeat of the loop")), box_of(program.find("Lab"))
            moving = Picture().rows(pulse)
            wait_for("the pulse to move", lambda: Picture().rows(pulse) != moving)
            program.click(switch)
            witness.wait_until_frozen("spinInSlot")
            program.click_at(rail.x + rail.width // 2, rail.y + rail.height // 2)
            self.expect_standstill(witness, [pulse, rail])
            witness.click(release)
            witness.wait_until("Loop is free", "in spinInSlot.")
            wait_for("what was clicked meanwhile", lambda: program.saying("Run both"))
            wait_for("the switch to be off", lambda: not is_switched_on(program))
            program.click(next(node for node in program.everything() if node.get_name() == "Stalls"
                               and is_in(node, Atspi.StateType.SHOWING)))
            # A table's cells come between characters that are none.
            receipt = wait_for("the receipt", lambda: next((text for text in [re.sub(
                "[\ufdd0\ufdd1\u2028]", "\n", program.text_of(program.find("Receipt")))] if "1 click" in text), None))
            self.assertRegex(receipt, r"Guilty\s+spinInSlot\s+blockslots\.cpp:\d+")
            length = float(re.match(r"\s*([\d.]+) s\s", receipt).group(1))
            print(f"released by mouse after {length} s of {SECONDS} s")
            self.assertLess(length, 0.8 * SECONDS)
            xdotool(*close_button(program), "click", 1)
            self.assertEqual(program.wait_for_end(), 0)
            wait_for("the witness to go", lambda: not witness.is_running())

    def test_a_killed_witness_harms_nobody_and_comes_again(self):
        with Program() as program:
            has_pulse(program)
            program.key("ctrl+shift+b")
            first = Witness()
            first.wait_until("Loop is free")
            os.kill(first.pid, signal.SIGKILL)
            wait_for("its end", lambda: not first.is_running())
            program.key("ctrl+shift+b")
            second = Witness(first)
            second.wait_until("Loop is free")
            program.key("ctrl+b")
            second.wait_until_frozen()
            os.kill(second.pid, signal.SIGKILL)  # while nobody but it could speak
            wait_for("its end", lambda: not second.is_running())
            wait_for("the window", lambda: is_switched_on(program))
            program.key("ctrl+b")
            wait_for("the switch back", lambda: not is_switched_on(program))
            program.key("ctrl+b")  # the switch opens one again
            Witness(first, second).wait_until("Loop is free")
            self.assertIsNone(program.process.poll())
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)

    def test_it_outlives_the_window_by_a_sentence(self):
        with Program() as program:
            has_pulse(program)
            program.key("ctrl+shift+b")
            witness = Witness()
            witness.wait_until("Loop is free")
            program.key("ctrl+q")
            witness.wait_until("Loopscope has ended", "This window closes by itself.")
            self.assertEqual(program.wait_for_end(), 0)
            wait_for("its end", lambda: not witness.is_running())

    def test_it_outlives_a_crash_as_well(self):
        with Program() as program:
            has_pulse(program)
            program.key("ctrl+shift+b")
            witness = Witness()
            witness.wait_until("Loop is free")
            program.key("ctrl+b")
            witness.wait_until_frozen()
            program.process.kill()
            witness.wait_until("Loopscope has ended")
            wait_for("its end", lambda: not witness.is_running())

    def test_a_stopped_program_is_no_news_and_no_fault(self):
        with Program() as program:
            has_pulse(program)
            program.key("ctrl+4", "ctrl+shift+b")
            witness = Witness()
            witness.wait_until("Loop is free")
            os.kill(program.pid, signal.SIGSTOP)
            try:
                witness.wait_until("No news", "Loopscope itself is stopped.")
                self.assertFalse(is_in(witness.find("Release", Atspi.Role.PUSH_BUTTON),
                                       Atspi.StateType.ENABLED))
            finally:
                os.kill(program.pid, signal.SIGCONT)
            witness.wait_until("Loop is free")
            wait_for("the receipt", lambda: "the program was stopped from outside" in
                     program.text_of(program.find("Receipt")))
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)


if __name__ == "__main__":
    unittest.main()
