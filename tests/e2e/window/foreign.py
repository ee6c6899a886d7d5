# SPDX-License-Identifier: MIT
"""Another program, of another toolkit: it has the clipboard in common with the window, and what it
shows can be dragged out of it with the mouse. Used as a module, it starts itself as that program."""

import pathlib
import subprocess
import sys

from program import FILES, GUARD, wait_for, xdotool

SOURCE = "Drag me"  # the title of its window
STEPS = 12  # of a hand that drags


def _tell(*arguments, **options):
    return subprocess.Popen([sys.executable, "-W", "ignore", __file__, *arguments], text=True, **options)


def copied(text):
    """That program, which has copied the text and holds it for whoever pastes. End it with kill()."""
    process = _tell("copy", text, stdout=subprocess.PIPE)
    assert process.stdout.readline() == "copied\n"
    return process


def pasted():
    """What it gets when somebody pastes into it."""
    process = _tell("paste", stdout=subprocess.PIPE)
    text, _ = process.communicate(timeout=GUARD)
    assert process.returncode == 0
    return text


def drag(what, x, y):
    """A file (its path) or a text, by mouse, out of that program to that place of the screen. True when it was taken."""
    process = _tell("drag", what, stdout=subprocess.PIPE)
    try:
        window = wait_for("the window to drag from", lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{SOURCE}$"], capture_output=True,
            text=True, timeout=GUARD).stdout.split())[0]
        lines = xdotool("getwindowgeometry", "--shell", window).split()
        box = {key: int(value) for key, value in (line.split("=") for line in lines)}
        left, top = box["X"] + box["WIDTH"] // 2, box["Y"] + box["HEIGHT"] // 2
        moves = []
        for step in range(1, STEPS + 1):
            moves += ["mousemove", left + (x - left) * step // STEPS,
                      top + (y - top) * step // STEPS, "sleep", 0.03]
        xdotool("mousemove", left, top, "mousedown", 1, *moves)
        assert process.stdout.readline() == "began\n"
        xdotool("mousemove", x - 2, y, "sleep", 0.05, "mousemove", x, y, "sleep", 0.3, "mouseup", 1)
        return process.stdout.readline() == "taken\n"
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def write(name, text):
    """The path of that file."""
    path = pathlib.Path(FILES, name)
    path.write_text(text, encoding="utf-8")
    return str(path)


class Other:
    """That program itself."""

    def __init__(self):
        import gi
        gi.require_version("Gdk", "3.0")
        gi.require_version("Gtk", "3.0")
        from gi.repository import Gdk, Gtk
        self.gdk, self.gtk = Gdk, Gtk
        self.clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)

    def copy(self, text):
        self.clipboard.set_text(text, -1)
        print("copied", flush=True)
        self.gtk.main()

    def paste(self, _):
        sys.stdout.write(self.clipboard.wait_for_text() or "")

    def drag(self, what):
        window = self.gtk.Window(title=SOURCE, default_width=120, default_height=60)
        window.set_keep_above(True)
        window.set_accept_focus(False)
        window.set_decorated(False)
        box = self.gtk.EventBox()
        box.add(self.gtk.Label(label=SOURCE))
        box.drag_source_set(self.gdk.ModifierType.BUTTON1_MASK, [], self.gdk.DragAction.COPY)
        is_file = what.startswith("/")
        box.drag_source_add_uri_targets() if is_file else box.drag_source_add_text_targets()
        fill = (lambda data: data.set_uris([pathlib.Path(what).as_uri()])) if is_file \
            else (lambda data: data.set_text(what, -1))
        box.connect("drag-begin", lambda *_: print("began", flush=True))
        box.connect("drag-data-get", lambda _box, _context, data, _info, _time: fill(data))
        box.connect("drag-failed", lambda *_: print("refused", flush=True))
        box.connect("drag-end", lambda *_: print("taken", flush=True))  # after drag-failed, if at all
        window.add(box)
        window.move(1060, 560)
        window.show_all()
        self.gtk.main()


if __name__ == "__main__":
    getattr(Other(), sys.argv[1])(sys.argv[2] if len(sys.argv) > 2 else "")
