# SPDX-License-Identifier: MIT
"""What the eye sees: the pixels of the screen."""

import re
import subprocess

from program import GUARD, Atspi


class Picture:
    """Of the whole screen, now."""

    def __init__(self):
        data = subprocess.run(["import", "-silent", "-window", "root", "-depth", "8", "ppm:-"],
                              check=True, capture_output=True, timeout=GUARD).stdout
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
        self.width, self.height = int(head.group(1)), int(head.group(2))
        self.pixels = data[head.end():]

    def rows(self, box):
        """Those of a rectangle, as bytes, with a little of what is around it."""
        margin = 3
        left, right = max(0, box.x - margin), min(self.width, box.x + box.width + margin)
        top, bottom = max(0, box.y - margin), min(self.height, box.y + box.height + margin)
        return [self.pixels[3 * (y * self.width + left):3 * (y * self.width + right)]
                for y in range(top, bottom)]

    def brightness(self, x, y):
        """Of one pixel, 0 to 255."""
        at = 3 * (y * self.width + x)
        return sum(self.pixels[at:at + 3]) / 3


def box_of(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)


def geometry(window):
    """x, y, width, height of what is within its frame."""
    told = subprocess.run(["xwininfo", "-id", window], capture_output=True, check=True, text=True, timeout=GUARD).stdout
    return tuple(int(re.search(rf"{what}: +(-?\d+)", told).group(1)) for what in
                 ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))


def close_button(program):
    """How to get to it: at the right of the window manager's title bar."""
    x, y, width, _ = geometry(program.window)
    return "mousemove", x + width - 10, y - 11
