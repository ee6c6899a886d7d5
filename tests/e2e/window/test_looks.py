# SPDX-License-Identifier: MIT
"""Light and dark by the menu, kept, and by the desktop's wish; the icon; and a German session without an English word left, on every page."""

import re
import subprocess
import tempfile
import unittest

import portal
from program import GUARD, Atspi, Program, is_in, wait_for
from screen import Picture

# Words that are no German ones. Names of functions, of files and of the lab's code are English everywhere.
ENGLISH = set("""the and of for with what here there back live show shows run runs running cancel cancelled cancels
    failed succeeded queued suspended stalls stall search find open save export help tour skip next done time limit
    in-flight per-host then filter tasks task results progress counts addresses list lists edit practice nothing
    appears copy text guess predict your experiments experiment lesson why try elsewhere seed reset follow fit fold
    menu how block blocking loop witness theme light dark quit take event one every page pages readout chapters
    guide dismiss details verdict retry before after""".split()) - {"loop", "live", "export", "text", "details", "filter", "fit", "verdict",
                                                                  "one", "tour", "seed", "reset"}
PAGES = 4


class Looks(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def start(self, **environment):
        return Program(XDG_CONFIG_HOME=self.folder.name, **environment)

    def brightness(self, program):
        """Of the rail, below its buttons."""
        return Picture().brightness(40, 600)

    def choose_theme(self, program, downs):
        program.key("F10")
        wait_for("the menu", lambda: len(program.windows()) == 2)
        # Theme, Help, Take the tour, Quit: the fourth from the end; then into what it opens.
        program.key("Up", "Up", "Up", "Up", "Right")
        wait_for("the choice", lambda: len(program.windows()) == 3)
        program.key(*["Down"] * downs, "Return")

    def test_themes(self):
        with self.start() as program:
            self.choose_theme(program, 1)
            wait_for("a light window", lambda: self.brightness(program) > 200)
            self.choose_theme(program, 2)
            wait_for("a dark window", lambda: self.brightness(program) < 60)
            program.key("ctrl+q")
            self.assertEqual(program.wait_for_end(), 0)
        with self.start() as program:
            wait_for("a dark window", lambda: self.brightness(program) < 60)
            self.choose_theme(program, 1)
            wait_for("a light window", lambda: self.brightness(program) > 200)

    def test_the_desktops_wish(self):
        desktop = portal.Portal(portal.DARK)
        self.addCleanup(desktop.close)

        def sees(what, condition):
            def turned():
                desktop.turn()
                return condition(self.brightness(program))
            wait_for(what, turned)

        with self.start() as program:
            sees("a dark window", lambda brightness: brightness < 60)
            self.assertIn((portal.GROUP, portal.KEY), desktop.asked)
            desktop.change(portal.LIGHT)
            sees("a light window", lambda brightness: brightness > 200)
            self.choose_theme(program, 2)
            sees("a dark window", lambda brightness: brightness < 60)
            self.choose_theme(program, 0)
            sees("a light window again", lambda brightness: brightness > 200)

    def test_the_window_has_an_icon(self):
        with self.start() as program:
            told = subprocess.run(["xprop", "-id", program.window, "-notype", "32c", "_NET_WM_ICON"], check=True,
                                  capture_output=True, text=True, timeout=GUARD).stdout
            self.assertIn("= 16, 16, ", told)

    def english(self, program):
        """What is said in English: names and descriptions of all that is to be seen."""
        found = []
        for node in program.everything():
            if not is_in(node, Atspi.StateType.SHOWING) or node.get_role() == Atspi.Role.FRAME:
                continue
            for text in (node.get_name(), node.get_description()):
                words = {word.lower() for word in re.findall(r"[A-Za-z][A-Za-z-]*", text)}
                if words & ENGLISH:
                    found.append((text, sorted(words & ENGLISH)))
        return found

    def test_german_on_every_page(self):
        with self.start(LC_ALL="de_DE.UTF-8", LANGUAGE="de") as program:
            program.find("Aufgaben", Atspi.Role.TABLE)
            program.key("F5")
            wait_for("work", lambda: "64" in program.find("Anzahlen").get_description()
                     or "erledigt" in program.find("Anzahlen").get_description())
            for page in range(1, PAGES + 1):
                program.key(f"ctrl+{page}")
                wait_for("the page", lambda: self.is_shown(program, page))
                self.assertEqual(self.english(program), [], f"page {page}")
            program.key("F1")
            wait_for("the help", lambda: program.dialog("Loopscope-Hilfe"))
            self.assertEqual(self.english(program), [], "help")

    def is_shown(self, program, page):
        sentences = ["Je Host", "Beide starten", "Live folgen", "Jedes Mal"]
        return program.saying(sentences[page - 1])


if __name__ == "__main__":
    unittest.main()
