"""Figure 7: `build --all` for 10 and for 98 municipalities of 100 pages: time, memory, and how both grow."""

import json
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from figure import Figure
from synthetic import MUNICIPALITY, TODAY, make_project
from timing import process

_PAGES = 100
_FEW, _ALL = 10, 98
# Memory with all of them, to that with few: it must not grow with their number.
_MEMORY_GATE = 1.15
# Processor seconds for each municipality with all of them, to those with few: as many take as much longer.
_TIME_GATE = 1.15


class _Measured(NamedTuple):
    """What a build took: seconds, and the most MB that one of its processes and all of them at once had."""

    wall: float
    seconds: float
    largest: float
    together: float


def measure(work: Path, rounds: int, *, quick: bool) -> list[Figure]:  # one round takes minutes
    """Build few and then all; memory is that of the largest process of the build, as the system counts it."""
    few, every = (2, 4) if quick else (_FEW, _ALL)
    small, large = _build(work, few), _build(work, every)
    figures = []
    for number, took in ((few, small), (every, large)):
        figures += [
            Figure(f"{number} municipalities of {_PAGES} pages: wall time", took.wall, None, unit="s"),
            Figure(f"{number} municipalities: processor time", took.seconds, None, unit="s"),
            Figure(f"{number} municipalities: memory of the largest process", took.largest, None, unit="MB"),
            Figure(f"{number} municipalities: memory of all processes at once", took.together, None, unit="MB"),
        ]
    growth = {
        "memory of the largest process": (large.largest / small.largest, _MEMORY_GATE),
        "memory of all processes at once": (large.together / small.together, _MEMORY_GATE),
        "processor seconds a municipality": (large.seconds / every / (small.seconds / few), _TIME_GATE),
    }
    return figures + [
        Figure(f"{name}, {every} municipalities / {few}", value, gate) for name, (value, gate) in growth.items()
    ]


def make_many(root: Path, number: int) -> Path:
    """Write a project of `number` municipalities with as many pages each and a name of its own."""
    make_project(root, _PAGES)
    first = root / "content" / MUNICIPALITY
    for index in range(1, number):
        own = shutil.copytree(first, root / f"content/{MUNICIPALITY}-{index:02}")
        file = own / "municipality.yml"
        file.write_text(file.read_text(encoding="utf-8").replace("Prøve", f"Prøve {index}"), encoding="utf-8")
    return root


def _build(work: Path, number: int) -> _Measured:
    """Build a project of so many and watch its processes."""
    root = make_many(work / f"many-{number}", number)
    command = [sys.executable, "-m", "vejviser", "build", "--all", "--today", TODAY]
    # The first build of a project fills the cache of compiled templates, here as on an editor's machine.
    process(*command[1:4], "--only", MUNICIPALITY, cwd=root)
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    running = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    largest, together = 0.0, 0.0

    def watch() -> None:
        nonlocal largest, together
        while running.poll() is None:
            sizes = list(_sizes(running.pid))
            largest = max([largest, *(whole for whole, _ in sizes)])
            together = max(together, sum(part for _, part in sizes))
            time.sleep(0.1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    said, _ = running.communicate()
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    watcher.join()
    if running.returncode:
        raise RuntimeError(said[-2000:])
    there = json.loads((root / "site/portal.json").read_text(encoding="utf-8"))
    assert number == len(there)
    assert number * _PAGES == sum(1 for name in there for _ in (root / "site" / name).rglob("index.html"))
    shutil.rmtree(root)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return _Measured(wall, seconds, largest, together)


def _sizes(parent: int) -> Iterator[tuple[float, float]]:
    """Megabytes of a process and of each child: with what it shares, and with its part of that."""
    for number in (parent, *_children(parent)):
        try:
            lines = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:  # it has just ended
            continue
        told = {line.split(":")[0]: int(line.split()[1]) / 1000 for line in lines[1:]}
        if told:
            yield told["Rss"], told["Pss"]


def _children(parent: int) -> Iterator[int]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            # After the name in brackets, which may hold anything, come the state and the parent.
            after = (folder / "stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[-1].split()
        except OSError:
            continue
        if int(after[1]) == parent:
            yield int(folder.name)
