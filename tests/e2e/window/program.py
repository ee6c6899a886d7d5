# SPDX-License-Identifier: MIT
"""The program under the hands of a person: started, looked at through the accessibility tree, and
moved by mouse and keyboard. Every wait has a guard."""

import os
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

GUARD = 40.0  # seconds; only reached when something is broken
FILES = os.environ.get("LOOPSCOPE_FILES", "")
FOCUSABLE = Atspi.StateType.FOCUSABLE
BLOCK_MENU = ["Sleep", "Busy CPU", "Network wait", "waitForFinished", "Nested loop",
              "0.5 s", "1 s", "2 s", "3 s", "5 s"]
PART_OF_A_WHOLE = {Atspi.Role.TABLE_CELL, Atspi.Role.LIST_ITEM, Atspi.Role.SCROLL_BAR}


def wait_for(what, condition, guard=GUARD):
    """Returns the first true value of condition(); fails when there is none under the guard."""
    end = time.monotonic() + guard
    while True:
        try:
            value = condition()
        except GLib.Error:  # an object that is just going away
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {guard} s in vain for {what}")
        time.sleep(0.03)


def is_in(node, state):
    return node.get_state_set().contains(state)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=GUARD,
                          capture_output=True, text=True).stdout.strip()


class Program:
    """A running window. Use it in a with statement: what is still there at its end is killed."""

    def __init__(self, *arguments, knows_the_tour=True, settings="", **environment):
        """settings: further lines of its file of settings, which replaces what was saved before."""
        surroundings = {**os.environ, **environment}
        path = os.path.join(surroundings["XDG_CONFIG_HOME"], "Loopscope", "Loopscope.conf")
        if settings or (knows_the_tour and not os.path.exists(path)):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write("[tour]\ndone=true\n" + settings)
        self.process = subprocess.Popen([os.environ["LOOPSCOPE_PROGRAM"], *arguments],
                                        env=surroundings)
        self.pid = self.process.pid
        self.window = wait_for("the window to have the keys", self._window_with_keys)
        self.root = wait_for("the program in the accessibility tree", self._accessible)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def _window_with_keys(self):
        """Asked of the X server: openbox still calls the window of the last program the active one, and the new one
        gets the same number before it is on the screen. A key or click that trusts this comes too early for both."""
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}")
        found = subprocess.run(["xdotool", "getwindowfocus", "-f", "getwindowpid", "getwindowfocus", "-f"],
                               capture_output=True, text=True, timeout=GUARD).stdout.split()
        return found[1] if len(found) == 2 and found[0] == str(self.process.pid) else None

    def _accessible(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application and application.get_process_id() == self.pid:
                application.set_cache_mask(Atspi.Cache.NONE)  # every look is at what is now
                return application if application.get_child_count() > 0 else None
        return None

    # What is to be seen

    def everything(self):
        """All accessibles of all its windows, not into tables: their cells are many."""
        nodes = [self.root]
        while nodes:
            node = nodes.pop()
            yield node
            if node.get_role() != Atspi.Role.TABLE:
                children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
                nodes.extend(child for child in reversed(children) if child)

    def find(self, name, role=None):
        """The accessible of exactly that name."""
        def look():
            for node in self.everything():
                if node.get_name() == name and role in (None, node.get_role()):
                    return node
            return None
        return wait_for(f"“{name}”", look)

    def has(self, name):
        return any(node.get_name() == name for node in self.everything())

    def saying(self, words):
        """The name of something visible that contains these words; empty when nothing does."""
        return next((node.get_name() for node in self.everything() if words in node.get_name()
                     and node.get_state_set().contains(Atspi.StateType.SHOWING)), "")

    def dialog(self, name):
        """The open dialog of that title, when it is the active window."""
        active = subprocess.run(["xdotool", "getactivewindow", "getwindowname"],
                                capture_output=True, text=True, timeout=GUARD).stdout.strip()
        return active.startswith(name)

    def counts(self):
        """How many tasks are in each state: {"succeeded": 3}."""
        text = self.find("Counts").get_description()
        return {word: int(count) for count, word in re.findall(r"(\d+) ([^,]+)", text)}

    def wait_for_counts(self, **expected):
        wait_for(expected, lambda: self.counts() == expected)

    def text_of(self, node):
        return Atspi.Text.get_text(node, 0, -1)  # newer Atspi.Accessible has a get_text of its own

    def cell(self, row, column):
        cell = self.find("Tasks").get_table_iface().get_accessible_at(row, column)
        return cell.get_name()

    # What is done

    def act(self, node):
        """Its first action: press, toggle."""
        assert node.get_action_iface().do_action(0), f"{node.get_name()} cannot be pressed"

    def number(self, name):
        """The value of the spin box of that name."""
        return self.find(name, Atspi.Role.SPIN_BUTTON).get_value_iface().get_current_value()

    def focus(self, name, role=None):
        node = self.find(name, role)
        node.get_component_iface().grab_focus()
        wait_for(f"the focus on “{name}”",
                 lambda: node.get_state_set().contains(Atspi.StateType.FOCUSED))
        return node

    def click(self, node, button=1, times=1):
        box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        self.click_at(box.x + box.width // 2, box.y + box.height // 2, button, times)

    def click_at(self, x, y, button=1, times=1):
        """At that place of the screen; the program is not asked, so it may be frozen."""
        # Without --sync, which waits in vain when the pointer is there already; the server keeps the order.
        xdotool("mousemove", x, y, "click", "--repeat", times, "--delay", 60, button)

    def choose_block(self, entry):
        """By keyboard, in the menu behind the switch: a way to block, or how long."""
        choice = next(node for node in self.everything() if node.get_name().startswith("How to block:"))
        self.focus("Block the loop", Atspi.Role.CHECK_BOX)
        self.key("Tab", "space", *["Down"] * (BLOCK_MENU.index(entry) + 1), "Return")
        wait_for(f"“{entry}” to be chosen", lambda: entry in
                 choice.get_name().removeprefix("How to block: ").split(" · "))

    def key(self, *keys):
        xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        for number, line in enumerate(text.split("\n")):
            if number > 0:
                self.key("Return")  # xdotool would send Linefeed, which nobody has on a keyboard
            if line:
                xdotool("type", "--clearmodifiers", "--delay", 8, line)

    def receipts(self):
        """The text of each stall's, the newest first: down the list by keyboard."""
        self.key("ctrl+4")  # to the page, and into its list
        stalls = self.find("Stalls", Atspi.Role.LIST)
        for row in range(min(10, stalls.get_child_count())):
            self.key("Home", *["Down"] * row)
            # A table's cells come between characters that are none.
            yield re.sub("[\ufdd0\ufdd1\u2028]", "\n", self.text_of(self.find("Receipt")))

    def wait_for_receipt(self, fits):
        """The text of one that does, and that is read from now on. A busy machine makes stalls of its
        own, and a stall's stacks and waits are known a little after its end."""
        seen = []

        def look():
            seen.clear()
            for text in self.receipts():
                seen.append(text)
                if fits(text):
                    return text
            return None
        try:
            return wait_for("the receipt", look)
        except AssertionError as failure:
            raise AssertionError(f"{failure}; there are {seen}") from None

    def windows(self):
        """All that are on the screen, menus among them."""
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)],
                              capture_output=True, text=True, timeout=GUARD).stdout.split()

    def is_shown(self):
        """Its main window is on the screen."""
        return self.window in self.windows()

    def wait_for_end(self):
        """The exit code."""
        try:
            return self.process.wait(GUARD)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the program did not end within {GUARD} s") from None
