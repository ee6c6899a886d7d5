# SPDX-License-Identifier: MIT
"""The second process that watches the window: it answers while the first one cannot."""

import subprocess

from program import GUARD, Program, wait_for


def windows():
    """Of all witnesses."""
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Witness$"],
                          capture_output=True, text=True, timeout=GUARD).stdout.split()


def wait_until_nobody_watches():
    """A witness of before may still be taking its leave."""
    wait_for("the last witness to go", lambda: not windows())


class Witness(Program):
    """The witness that is open, or opens under the guard. It is nobody's child and ends by itself."""

    def __init__(self, *gone):
        """Not one of those, which were there before."""
        self.gone = {witness.pid for witness in gone}
        self.window, self.pid = wait_for("the witness", self._look)
        self.root = wait_for("the witness in the accessibility tree", self._accessible)

    def __exit__(self, *_):
        pass

    def _look(self):
        for window in windows():
            owner = subprocess.run(["xdotool", "getwindowpid", window], capture_output=True,
                                   text=True, timeout=GUARD).stdout.strip()
            if owner and int(owner) not in self.gone:
                return window, int(owner)
        return None

    def wait_until(self, *words):
        """It says all of these at once."""
        try:
            wait_for(f"the witness to say {words}", lambda: all(self.saying(word) for word in words))
        except AssertionError as failure:
            said = [node.get_name() for node in self.everything() if node.get_name()]
            raise AssertionError(f"{failure}; it says {said}") from None

    def wait_until_frozen(self, function=None):
        """It says so, and names that function."""
        def is_frozen():
            said = [node.get_name() for node in self.everything()]
            return any(name.startswith("frozen ") for name in said) and function in [None, *said]
        wait_for(f"the witness to name {function}", is_frozen)

    def is_running(self):
        """Neither gone nor waiting for whoever adopted it to notice."""
        try:
            with open(f"/proc/{self.pid}/stat", encoding="utf-8") as file:
                return file.read().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False
