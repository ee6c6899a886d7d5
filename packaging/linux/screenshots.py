# SPDX-License-Identifier: MIT
"""Brings the window into the states that are to be seen and takes their pictures.
Run by screenshots.sh, which gives it a desktop. usage: screenshots.py FOLDER WIDTHxHEIGHT PICTURE …"""

import os
import subprocess
import sys
import tempfile

from program import Atspi, Program, wait_for, xdotool

UNFINISHED = {"queued", "running", "suspended"}
BAD = ("http://127.0.0.1:1/nothing-listens-here", "ftp://example.org/list", "http://unknown.invalid/",
       "not an address", "https://127.0.0.1:1/a/very/long/path/" + "that/does/not/fit/" * 8)


def idle(program):
    wait_for("a steady pulse",
             lambda: int((program.saying(" beats a second") or "0").split()[0]) >= 50)


def busy(program):
    program.key("F5")
    wait_for("many pictures", lambda: program.counts().get("succeeded", 0) >= 24
             and program.counts().get("running", 0) >= 3)


def done(program):
    program.key("F5")
    wait_for("the end of all", lambda: sum(program.counts().values()) == 64
             and not UNFINISHED & set(program.counts()), guard=90)


def frozen(program):
    busy(program)
    program.key("ctrl+b")
    wait_for("the freeze", lambda: "frozen 2" in
             program.find("Heartbeat of the loop").get_description())


def stalls(program):
    done(program)
    program.key("ctrl+b")
    wait_for("the freeze", lambda: "frozen 2" in
             program.find("Heartbeat of the loop").get_description())
    program.key("ctrl+b", "ctrl+4")
    wait_for("the receipt", lambda: "Guilty" in program.text_of(program.find("Receipt")))


def timeline(program):
    frozen(program)
    program.key("ctrl+b")
    wait_for("the end of all", lambda: not UNFINISHED & set(program.counts()), guard=90)
    program.key("ctrl+3")
    wait_for("the page", lambda: program.saying("The wheel zooms"))


def lab(program):
    idle(program)
    program.key("ctrl+2", "ctrl+f")
    field = program.find("Search experiments", Atspi.Role.TEXT)
    wait_for("the search", lambda: field.get_state_set().contains(Atspi.StateType.FOCUSED))
    program.type("fan out")
    program.key("Return")
    program.focus("Your guess", Atspi.Role.SPIN_BUTTON)
    program.type("4")
    program.key("F5")
    wait_for("the verdict", lambda: program.saying("You predicted 4×, it is"))
    program.key("ctrl+f", "BackSpace")
    program.click(program.find("Code", Atspi.Role.PAGE_TAB))


def error(program):
    program.key("F5")
    wait_for("the failures", lambda: not UNFINISHED & set(program.counts())
             and program.counts().get("failed", 0) == 3)


def mandelbrot(program):
    busy(program)
    program.click(program.find("Mandelbrot", Atspi.Role.PAGE_TAB))
    program.act(wait_for("its button", lambda: next(
        (node for node in program.everything() if node.get_name() == "Render"
         and node.get_state_set().contains(Atspi.StateType.SHOWING)), None)))
    wait_for("its task", lambda: sum(program.counts().values()) == 65)
    wait_for("the picture", lambda: not program.saying("Stop"))


def story(program):
    done(program)
    program.key("ctrl+f")
    program.type("flaky")
    tasks = program.find("Tasks", Atspi.Role.TABLE).get_table_iface()
    wait_for("the filter", lambda: 0 < tasks.get_n_rows() < 10)
    program.key("Tab", "Down", "Home", "Return")
    told = program.find("Story of the task")
    wait_for("the story", lambda: "flaky" in program.text_of(told))
    program.key("ctrl+f", "BackSpace")
    wait_for("all tasks", lambda: tasks.get_n_rows() == 64)


STATES = {state.__name__: state for state in (idle, busy, done, frozen, stalls, timeline, lab, error, mandelbrot, story)}
STATES["workbench"] = busy  # what the README calls it


def geometry(window):
    told = subprocess.run(["xwininfo", "-id", window], check=True, capture_output=True, text=True, timeout=30).stdout
    value = {name.strip(): text.strip() for name, _, text in (line.partition(":") for line in told.splitlines())}
    return (f"{value['Width']}x{value['Height']}"
            f"+{value['Absolute upper-left X']}+{value['Absolute upper-left Y']}")


def take(picture, folder, size):
    state, theme = picture.split("-")
    arguments = ["--theme", theme, "--seed", "7", *(BAD if state == "error" else ())]
    path = os.path.join(folder, f"{picture}.png")
    with tempfile.TemporaryDirectory() as settings:
        os.makedirs(os.path.join(settings, "Loopscope"))
        with open(os.path.join(settings, "Loopscope", "Loopscope.conf"), "w", encoding="utf-8") as file:
            file.write(f"[tour]\ndone=true\n[witness]\nwithSwitch={str(state == 'frozen').lower()}\n")
        with Program(*arguments, XDG_CONFIG_HOME=settings) as program:
            xdotool("windowsize", "--sync", program.window, *size.split("x"))
            xdotool("mousemove", *size.split("x"))
            STATES[state](program)
            # Few colours and no date: small, and the same again when nothing changed.
            # From the screen, since the witness is a window of its own.
            subprocess.run(["import", "-window", "root", "-crop", geometry(program.window), "+repage", "-strip", "-dither", "None", "-colors", "255",
                            "-define", "png:exclude-chunks=date,time",
                            "-define", "png:compression-level=9", f"png8:{path}"],
                           check=True, timeout=30)
    print(f"{path}: {os.path.getsize(path) // 1024} kB")


for name in sys.argv[3:]:
    if name.split("-")[0] not in STATES or name.split("-")[-1] not in ("light", "dark"):
        sys.exit(f"There is no picture {name}.")
    take(name, sys.argv[1], sys.argv[2])
