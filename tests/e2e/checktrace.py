#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds a trace file against the rules of Perfetto and speedscope, knowing nothing of how ours is made; prints what it
found as JSON, or ends with 1 and the first breach.

usage: checktrace.py FILE"""

import collections
import json
import sys

PHASES = set("XbneCsfM")


def demand(condition, what, event=None):
    if not condition:
        sys.exit(f"{what}: {event}" if event is not None else what)


def check_fields(event):
    demand(event.get("ph") in PHASES and isinstance(event.get("name"), str), "no phase or name", event)
    for field in ("ts", "pid", "tid"):
        demand(isinstance(event.get(field), (int, float)) and event[field] >= 0, f"no {field}", event)
    if event["ph"] == "X":
        demand(event.get("dur", -1) >= 0, "no duration", event)
    if event["ph"] in "bnesf":
        demand(isinstance(event.get("id"), str) and event.get("cat"), "no id or category", event)
    if event["ph"] == "C":
        demand(event["args"] and all(isinstance(v, (int, float)) for v in event["args"].values()), "no number", event)
    if event["ph"] == "f":
        demand(event.get("bp") == "e", "binds to the next slice", event)


def replay(spans):
    """As speedscope does: begins and ends by time, and each end must be that of what began last."""
    marks = []
    for number, span in enumerate(sorted(spans, key=lambda s: (s["ts"], -s["dur"]))):
        marks.append((span["ts"], 1, number, span))
        marks.append((span["ts"] + span["dur"], 0 if span["dur"] else 2, -number, span))
    stack = []
    for _, order, _, span in sorted(marks, key=lambda mark: mark[:3]):
        if order == 1:
            stack.append(span)
        else:
            demand(stack and stack.pop() is span, "spans of a thread cross", span)


def check_lives(events):
    open_lives = set()
    for event in events:
        life = (event["cat"], event["id"])
        if event["ph"] == "b":
            demand(life not in open_lives, "begun twice", event)
            open_lives.add(life)
        else:
            demand(life in open_lives, "not begun", event)
            if event["ph"] == "e":
                open_lives.remove(life)
    demand(not open_lives, f"never ended: {open_lives}")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        trace = json.load(file)
    demand(trace["displayTimeUnit"] == "ms", "no unit")
    by_phase = collections.defaultdict(list)
    for event in trace["traceEvents"]:
        check_fields(event)
        by_phase[event["ph"]].append(event)
    names = {event["tid"]: event["args"]["name"] for event in by_phase["M"] if event["name"] == "thread_name"}
    demand(any(event["name"] == "process_name" for event in by_phase["M"]), "the process has no name")
    by_thread = collections.defaultdict(list)
    for event in by_phase["X"]:
        demand(event["tid"] in names, "a thread has no name", event)
        by_thread[event["tid"]].append(event)
    for spans in by_thread.values():
        replay(spans)
    check_lives([event for event in trace["traceEvents"] if event["ph"] in "bne"])
    demand(sorted(e["id"] for e in by_phase["s"]) == sorted(e["id"] for e in by_phase["f"]), "an arrow without an end")
    print(json.dumps({
        "spans": len(by_phase["X"]),
        "threads": sorted(names.values()),
        "outcomes": collections.Counter(event["args"]["outcome"] for event in by_phase["e"]),
        "counters": sorted({event["name"] for event in by_phase["C"]}),
        "originals": len(trace["loopscope"]["events"]),
    }))


main()
