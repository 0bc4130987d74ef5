"""Runs one engine within limits of time and memory, and writes down what became of it, as NAME.run.json in FOLDER.

Usage: guard.py FOLDER NAME --seconds N --mib N [--disk PATH] [--server PID]... [--known RESULTS TRANSFERS] [--not WHY] -- COMMAND...
    --disk     what the engine keeps there is measured when it has ended
    --server   a process whose memory and processor time, with its children's, are the engine's
    --known    an engine whose figures at a smaller size say that it would not fit is not started
    --not      nor is this one, for this reason if not for that one

An engine that does not make it is a result: the exit code is 0 but for an engine that fails by itself.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import time

STEP = 0.2
LEFT_TO_OTHERS = 1 << 30  # stop before the system has to choose whom to kill
TICKS = os.sysconf("SC_CLK_TCK")


def processes():
    """Parent, processor seconds and state of every process."""
    found = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        found[int(name)] = (int(fields[1]), (int(fields[11]) + int(fields[12])) / TICKS)
    return found


def tree(roots, found):
    children = {}
    for pid, (parent, _) in found.items():
        children.setdefault(parent, []).append(pid)
    below, waiting = set(), [root for root in roots if root in found]
    while waiting:
        pid = waiting.pop()
        below.add(pid)
        waiting.extend(children.get(pid, []))
    return below


def resident(pids):
    """Bytes in memory; what processes share (PostgreSQL's buffers) counts once."""
    own, shared = 0, 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/status", encoding="utf-8", errors="replace") as file:
                fields = dict(line.split(":", 1) for line in file if line.startswith("Rss"))
        except OSError:
            continue
        sizes = {name: int(text.split()[0]) * 1024 for name, text in fields.items()}
        own += sizes.get("RssAnon", 0) + sizes.get("RssFile", 0)
        shared = max(shared, sizes.get("RssShmem", 0))
    return own + shared


def available():
    with open("/proc/meminfo", encoding="ascii") as file:
        return next(int(line.split()[1]) * 1024 for line in file if line.startswith("MemAvailable"))


def on_disk(path):
    if os.path.isfile(path):
        return os.stat(path).st_size
    return sum(os.stat(os.path.join(folder, name)).st_size for folder, _, names in os.walk(path) for name in names)


def unfit(arguments):
    """Why the engine cannot be expected to fit; None where nothing says so."""
    if not arguments.known or not os.path.exists(arguments.known[0]):
        return None
    size = int(arguments.known[1])
    with open(arguments.known[0], encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row["engine"] == arguments.name and row["transfers"] < size]
    if not rows:
        return None
    last = max(rows, key=lambda row: row["transfers"])
    factor = size // last["transfers"]
    if last["outcome"] in ("time", "memory", "left out"):
        return f"did not make it at {last['transfers']:,} transfers"
    need = last["rss_mib"] * factor
    if last["grows"] and need > arguments.mib:
        return f"would need about {need / 1024:.0f} GiB of memory, by its {last['rss_mib'] / 1024:.1f} at {last['transfers']:,}; {arguments.mib / 1024:.0f} are allowed"
    if last["load_s"] * factor > arguments.seconds:
        return f"would load for about {last['load_s'] * factor / 60:.0f} minutes, by its {last['load_s']:.0f} s at {last['transfers']:,}; {arguments.seconds / 60:.0f} are allowed"
    return None


def run(arguments):
    began = time.monotonic()
    before = processes()
    served = {pid: before[pid][1] for pid in tree(arguments.server, before)}
    child = subprocess.Popen(arguments.command, start_new_session=True)
    most, outcome, busy = 0, None, {}
    while child.poll() is None:
        found = processes()
        pids = tree([child.pid, *arguments.server], found)
        busy.update({pid: found[pid][1] for pid in pids})
        most = max(most, resident(pids))
        if most > arguments.mib << 20:
            outcome = "memory"
        elif available() < LEFT_TO_OTHERS:
            outcome = "crowded"
        elif time.monotonic() - began > arguments.seconds:
            outcome = "time"
        if outcome:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            break
        time.sleep(STEP)
    if outcome is None:
        outcome = "done" if child.returncode == 0 else "failed"
    return {
        "outcome": outcome,
        "wall_s": round(time.monotonic() - began, 2),
        "cpu_s": round(sum(busy.values()) - sum(served.values()), 2),
        "rss_mib": most >> 20,
        "limit_s": arguments.seconds,
        "limit_mib": arguments.mib,
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("name")
    parser.add_argument("--seconds", type=int, required=True)
    parser.add_argument("--mib", type=int, required=True)
    parser.add_argument("--disk", default=None)
    parser.add_argument("--server", type=int, action="append", default=[])
    parser.add_argument("--known", nargs=2, default=None)
    parser.add_argument("--not", dest="never", default=None)
    own, _, command = "\0".join(sys.argv[1:]).partition("\0--\0")
    arguments = parser.parse_args(own.split("\0"))
    arguments.command = command.split("\0")
    why = unfit(arguments) or arguments.never
    result = {"outcome": "left out", "note": why} if why else run(arguments)
    if arguments.disk and not why:
        result["disk_mib"] = on_disk(arguments.disk) >> 20
    with open(f"{arguments.folder}/{arguments.name}.run.json", "w", encoding="utf-8") as file:
        json.dump(result, file)
    if result["outcome"] != "done":
        print(f"{arguments.name}: {result['outcome']}{': ' + why if why else ''}", flush=True)
    raise SystemExit(1 if result["outcome"] == "failed" else 0)


main()
