# SPDX-License-Identifier: MIT
"""A person with mouse and keyboard: run, look for, read, freeze, cancel, leave."""

import re
import unittest

from program import Atspi, Program, wait_for

FREEZE = 2.0  # seconds; what the switch is set to at first


def stalls(program):
    """The lengths in seconds of the stalls that the pulse tells of."""
    text = program.find("Heartbeat of the loop").get_description()
    return [float(length) for length in re.findall(r"(?:frozen|busy) ([\d.]+) s", text)]


class Hands(unittest.TestCase):
    def test_run_filter_and_read(self):
        with Program("--seed", "3") as program:
            program.key("F5")
            wait_for("64 tasks", lambda: sum(program.counts().values()) == 64)
            program.key("ctrl+f")
            program.type("text/")
            tasks = program.find("Tasks").get_table_iface()
            wait_for("the filter", lambda: 0 < tasks.get_n_rows() < 20)
            program.key("Tab", "Down", "Home", "Return")
            story = program.find("Story of the task")
            wait_for("a story", lambda: "/text/" in program.text_of(story))
            program.key("shift+Escape")
            wait_for("the end of all", lambda: not {"queued", "running", "suspended"}
                     & set(program.counts()))
            self.assertEqual(sum(program.counts().values()), 64)
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)

    def test_the_mouse_runs_and_cancels(self):
        with Program() as program:
            program.click(program.find("Run"))
            wait_for("work", lambda: program.counts().get("running", 0) > 0)
            program.click(program.find("Cancel all"))
            wait_for("the end of all", lambda: not {"queued", "running", "suspended"}
                     & set(program.counts()))
            self.assertGreater(program.counts()["cancelled"], 0)

    def test_the_first_key_runs(self):
        with Program() as program:
            program.key("space")
            wait_for("work", lambda: sum(program.counts().values()) == 64)

    def test_a_freeze_is_one_stall_of_its_length(self):
        with Program() as program:
            wait_for("a pulse", lambda: "lag p50" in
                     program.find("Heartbeat of the loop").get_description())
            program.key("ctrl+b")
            long = wait_for("the freeze", lambda: [s for s in stalls(program) if s >= 0.9 * FREEZE])
            self.assertEqual(len(long), 1, "one stall, not a hundred missed beats")
            switch = program.find("Block the loop", Atspi.Role.CHECK_BOX)
            self.assertTrue(switch.get_state_set().contains(Atspi.StateType.CHECKED))
            program.key("ctrl+b")
            wait_for("the switch back",
                     lambda: not switch.get_state_set().contains(Atspi.StateType.CHECKED))
            program.key("F5")
            wait_for("work flows again", lambda: program.counts().get("succeeded", 0) > 2)
            self.assertEqual(len([s for s in stalls(program) if s >= 0.9 * FREEZE]), 1)

    def test_blocked_work_is_done_on_the_loop_and_handed_over(self):
        with Program() as program:
            program.key("ctrl+b")
            wait_for("the freeze", lambda: [s for s in stalls(program) if s >= 0.9 * FREEZE])
            program.key("F5")
            wait_for("tasks", lambda: sum(program.counts().values()) == 64)
            wait_for("a second freeze",
                     lambda: len([s for s in stalls(program) if s >= 0.9 * FREEZE]) >= 2)
            program.key("ctrl+b")
            wait_for("many at once", lambda: program.counts().get("running", 0) >= 4)
            program.key("shift+Escape")
            wait_for("the end of all", lambda: not {"queued", "running", "suspended"}
                     & set(program.counts()))


if __name__ == "__main__":
    unittest.main()
