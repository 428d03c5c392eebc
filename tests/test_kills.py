"""Runs that are killed at random moments, and pairs of runs at once: the site is the old or the new one, always.

`VEJVISER_KILLS` and `VEJVISER_PAIRS` say how many (1,000 and 200 in a full run).
"""

import subprocess
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from projects import bytes_of
from two_versions import prepare, reader, runs

pytestmark = pytest.mark.slow
WAYS = [("build", "--municipality", "by"), ("build", "--all"), ("portal",)]
KILLS, PAIRS = runs("VEJVISER_KILLS", 50), runs("VEJVISER_PAIRS", 20)


@pytest.fixture(name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder beside the project."""
    return tmp_path_factory.mktemp("sted")


@pytest.mark.parametrize("words", WAYS, ids=" ".join)
def test_killed(two: Path, place: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """After each kill the site is whole, the run after it ends well, and nothing is left beside the site."""
    attack = prepare(two, place, *words)
    start = time.monotonic()
    assert 0 == attack.run(0, *words)
    lasts = time.monotonic() - start
    random, states = Random(2026), Counter[str]()
    with reader(attack) as wrong:
        for number in range(-(-KILLS // len(WAYS))):
            with subprocess.Popen(
                attack.command(number % 2, *words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as running:
                time.sleep(random.uniform(0, 1.2 * lasts))
                running.kill()
            states[attack.state()] += 1
        assert 0 == attack.run(1, *words)
    with capsys.disabled():
        print(f"\n{' '.join(words)}: {dict(states)} after kills; a reader met {Counter(wrong) or 'nothing'} wrong")

    assert [] == wrong
    assert set(states) <= {"old", "new"}
    assert ["anden", "site"] == sorted(item.name for item in attack.target.parent.iterdir())


@pytest.mark.parametrize(
    ("one", "other"),
    [(WAYS[0], WAYS[0]), (WAYS[1], WAYS[1]), (WAYS[1], WAYS[2])],
    ids=["build and build", "all and all", "all and portal"],
)
def test_pairs(
    two: Path, place: Path, one: tuple[str, ...], other: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Of two runs at once each ends well or is refused as the second, and the site is one of theirs."""
    attack = prepare(two, place, *one)
    random, states, codes = Random(2026), Counter[str](), Counter[tuple[int, ...]]()
    with reader(attack) as wrong:
        for _ in range(-(-PAIRS // 3)):
            running = []
            for number, words in enumerate((one, other)):
                running.append(subprocess.Popen(attack.command(number, *words), stdout=-3, stderr=-3))
                time.sleep(random.uniform(0, 0.6))
            codes[tuple(sorted(process.wait() for process in running))] += 1
            states[attack.state()] += 1
    with capsys.disabled():
        print(f"\n{' '.join(one)} and {' '.join(other)}: {dict(states)}, exit codes {dict(codes)}")

    assert [] == wrong
    assert set(states) <= {"old", "new"}
    assert set(codes) <= {(0, 0), (0, 2)}
    assert ["anden", "site"] == sorted(item.name for item in attack.target.parent.iterdir())


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
