"""Runs that are killed at random moments, and pairs of runs at once: the site is the old or the new one, always.

`VEJVISER_KILLS` and `VEJVISER_PAIRS` say how many.
"""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from projects import bytes_of
from two_versions import Seen, prepare, reader, runs, shares

pytestmark = pytest.mark.slow
WAYS = [("build", "--municipality", "by"), ("build", "--all"), ("portal",)]
# A part of the rounds of each of three ways at a time, so that several cores share them.
KILLS, PAIRS = shares(runs("VEJVISER_KILLS", 50), 3, 50), shares(runs("VEJVISER_PAIRS", 20), 3, 10)
Note = Callable[[str, int], None]


@pytest.fixture(name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder beside the project."""
    return tmp_path_factory.mktemp("sted")


@pytest.mark.parametrize("share", KILLS)
@pytest.mark.parametrize("words", WAYS, ids=" ".join)
def test_killed(two: Path, place: Path, words: tuple[str, ...], share: tuple[int, int], record_property: Note) -> None:
    """After each kill the site is whole, the run after it ends well, and nothing is left beside the site."""
    attack = prepare(two, place, *words)
    (seed, kills), states = share, []
    random = Random(seed)
    with reader(attack) as seen:
        start = time.monotonic()
        assert 0 == attack.run(0, *words)
        lasts = time.monotonic() - start
        for number in range(kills):
            with subprocess.Popen(attack.command((number + 1) % 2, *words), stdout=-3, stderr=-3) as running:
                time.sleep(random.uniform(0, 1.3 * lasts))
                record_property("kills", int(running.poll() is None))
                running.kill()
            states.append(attack.state())
        assert 0 == attack.run(1, *words)
    note("kill", states, seen, record_property)

    assert [] == seen.wrong
    assert set(states) <= {"old", "new"}
    assert ["anden", "site"] == sorted(item.name for item in attack.target.parent.iterdir())


@pytest.mark.parametrize("share", PAIRS)
@pytest.mark.parametrize(
    "both",
    [(WAYS[0], WAYS[0]), (WAYS[1], WAYS[1]), (WAYS[1], WAYS[2])],
    ids=["build and build", "all and all", "all and portal"],
)
def test_pairs(
    two: Path, place: Path, both: tuple[tuple[str, ...], ...], share: tuple[int, int], record_property: Note
) -> None:
    """Of two runs at once each ends well or is refused as the second, and the site is one of theirs."""
    attack = prepare(two, place, *both[0])
    (seed, pairs), states, codes = share, [], []
    random = Random(seed)
    with reader(attack) as seen:
        for _ in range(pairs):
            running = []
            for number, words in enumerate(both):
                running.append(subprocess.Popen(attack.command(number, *words), stdout=-3, stderr=-3))
                time.sleep(random.uniform(0, 0.6))
            codes.append(tuple(sorted(process.wait() for process in running)))
            states.append(attack.state())
    note("pair", states, seen, record_property)
    record_property("pairs of runs at once", pairs)

    assert [] == seen.wrong
    assert set(states) <= {"old", "new"}
    assert set(codes) <= {(0, 0), (0, 2)}
    assert ["anden", "site"] == sorted(item.name for item in attack.target.parent.iterdir())


def note(what: str, states: list[str], seen: Seen, record_property: Note) -> None:
    """How the site stood, and what the reader met."""
    for state in ("old", "new", "missing", "mixed", "torn"):
        record_property(f"times the site was {state} after a {what}", states.count(state))
    record_property("files read meanwhile", seen.reads)
    record_property("files missing or torn for the reader", len(seen.wrong))


def test_first_run_killed(two: Path, place: Path) -> None:
    """A first `--all` that is killed after one municipality is gone on with by the next."""
    attack = prepare(two, place, "build", "--all")
    whole = bytes_of(attack.target)
    (attack.target.parent / "weg").mkdir()
    attack.target.rename(attack.target.parent / "weg/site")
    with subprocess.Popen(attack.command(1, "build", "--all"), stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        while b"1/2" not in running.stdout.readline():
            pass
        running.kill()

    assert not attack.target.exists()
    assert 0 == attack.run(1, "build", "--all")
    assert whole == bytes_of(attack.target)
