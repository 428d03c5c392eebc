"""Two versions of small sites, a reader that never stops looking at them, and runs of the real command to kill."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from projects import TODAY, bytes_of

# Where the words of each version stand; everything else is the same.
_WORD = "content/faelles/roles/laerer.yml"
Files = dict[str, bytes]


def runs(name: str, otherwise: int) -> int:
    """How many rounds: what the environment says, else what is bearable when all slow tests run."""
    return int(os.environ.get(name, otherwise))


def shares(rounds: int, ways: int, most: int) -> list[tuple[int, int]]:
    """The seed of each of several tests, and how many rounds of each of several ways it has, none more than `most`."""
    each = -(-rounds // ways)
    return [(2026 + number, min(most, each - done)) for number, done in enumerate(range(0, each, most))]


@dataclass(slots=True)
class Seen:
    """How many files a reader has read, and which were not as they must be."""

    reads: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Attack:
    """A folder to publish to, two projects that differ in a word, and what each publishes there when let alone."""

    target: Path
    roots: tuple[Path, Path]
    whole: list[Files] = field(default_factory=list)

    def command(self, number: int, *words: str) -> list[str]:
        """The command line of a run for one of the versions."""
        place = ["--root", str(self.roots[number]), "--site-dir", str(self.target)]
        day = [] if words[0] == "portal" else ["--today", str(TODAY)]
        return [sys.executable, "-m", "vejviser", *words, *place, *day]

    def run(self, number: int, *words: str) -> int:
        """Run it to its end; returns the exit code."""
        return subprocess.run(self.command(number, *words), capture_output=True, check=False).returncode

    def state(self) -> str:
        """What stands: `old` or `new` when every byte is of one version, else what is wrong."""
        if not self.target.is_dir():
            return "missing"
        there = bytes_of(self.target)
        for number, files in enumerate(self.whole):
            if there == files:
                return ("old", "new")[number]
        names = set.intersection(*(set(files) for files in self.whole))
        return "mixed" if names <= set(there) and all(there.values()) else "torn"


def prepare(root: Path, place: Path, *words: str) -> Attack:
    """Two versions of a project and of what it publishes by a command; the second stands."""
    other = shutil.copytree(root, place / "anden")
    file = other / _WORD
    file.write_text(file.read_text(encoding="utf-8").replace("title: Lærer", "title: Underviser"), encoding="utf-8")
    attack = Attack(place / "site", (root, other))
    for number in (0, 1):
        if words[0] == "portal":
            shutil.rmtree(attack.target, ignore_errors=True)
            assert 0 == attack.run(number, "build", "--all")
        assert 0 == attack.run(number, *words)
        attack.whole.append(bytes_of(attack.target))
    assert attack.whole[0] != attack.whole[1]
    return attack


@contextmanager
def reader(attack: Attack) -> Iterator[Seen]:
    """Read the site again and again, as readers do: each file must be there, whole, and of one of the versions."""
    names = sorted(set.intersection(*(set(files) for files in attack.whole)))
    seen = Seen()
    stop = threading.Event()

    def read() -> None:
        random = Random(1)
        while not stop.is_set():
            name = random.choice(names)
            seen.reads += 1
            try:
                text = (attack.target / name).read_bytes()
            except OSError:
                seen.wrong.append(f"missing {name}")
            else:
                if all(text != files[name] for files in attack.whole):
                    seen.wrong.append(f"torn {name}")
            stop.wait(0.001)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join()
