# SPDX-License-Identifier: MIT
"""A window with much under way closes about as fast as an idle one, and its loop lived up to then."""

import re
import unittest

from busywindow import fetch_a_thousand, prepare_a_picture, seconds_to_close
from program import Program, wait_for
from witness import wait_until_nobody_watches

GENEROUS = 20  # times as long as an idle window takes
BEAT = 16.0  # ms; between two lags below it a ratio says nothing


def worst_lag(program):
    """Of its loop within the last ten seconds, in ms."""
    def look():
        told = program.find("Heartbeat of the loop").get_description()
        return re.search(r"worst ([\d.]+) (ms|s)\b", told)
    number, unit = wait_for("a pulse", look).groups()
    return float(number) * (1 if unit == "ms" else 1000)


def measure():
    """Whether it is good, and the figures."""
    with Program() as idle:
        lag_idle = worst_lag(idle)
        quiet, _ = seconds_to_close(idle, lambda: idle.key("alt+F4"))
    with Program() as program:
        fetch_a_thousand(program, program.act)
        prepare_a_picture(program)
        lag = worst_lag(program)
        # One key right behind the other: the pool has just begun with the picture.
        busy, _ = seconds_to_close(program, lambda: program.key("space", "ctrl+q"))
    return busy < GENEROUS * quiet and lag < GENEROUS * max(lag_idle, BEAT), (
        f"closing took {quiet:.2f} s idle, {busy:.2f} s with 1,000 fetches and a picture under way: "
        f"{busy / quiet:.1f} times; worst lag {lag_idle} ms and {lag} ms")


class LagClose(unittest.TestCase):
    setUp = staticmethod(wait_until_nobody_watches)

    def test_it_closes_at_once(self):
        for number in 1, 2, 3:  # once out of three times: the rest may be the machine's doing
            is_good, figures = measure()
            print(f"measurement {number} of at most 3, {'good' if is_good else 'bad'}: {figures}")
            if is_good:
                return
        self.fail("it was not good a single time")


if __name__ == "__main__":
    unittest.main()
