"""Times whole processes in turn, A B A B ..., and compares them round by round."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

# Processor seconds: nothing here waits for anything, and what else the machine does weighs less on them.
now = time.process_time


class Ratio(NamedTuple):
    """The median, lowest and highest of the rounds' ratios."""

    median: float
    lowest: float
    highest: float


def ratio(ours: list[float], yardstick: list[float]) -> Ratio:
    """Divide within each round, so that a slow moment of the machine weighs on both."""
    rounds = [one / other for one, other in zip(ours, yardstick, strict=True)]
    return Ratio(statistics.median(rounds), min(rounds), max(rounds))


def interleave(runs: Mapping[str, Callable[[], float]], rounds: int, *, warm_up: bool = True) -> dict[str, list[float]]:
    """Run each in turn, `rounds` times; the warm-up round fills the caches that every later run finds filled."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(0 if warm_up else 1, rounds + 1):
        took = {name: run() for name, run in runs.items()}
        print(
            f"  round {number} of {rounds}: " + ", ".join(f"{name} {took[name]:.2f} s" for name in runs),
            file=sys.stderr,
            flush=True,
        )
        if number:
            for name in runs:
                seconds[name].append(took[name])
    return seconds


def process(*arguments: str | Path, cwd: Path) -> float:
    """Processor seconds of a fresh Python process and its children; a failure stops the benchmark."""
    command = [sys.executable, *map(str, arguments)]
    # Without a fixed hash seed the same program differs by a few per cent from run to run.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    before = _children()
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
