"""Figure 2: loading, validating and linking many records against PyYAML's C loader on the same bytes."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

from figure import Figure
from planted import make_records
from timing import interleave, ratio

_CLEAN_GATE, _FAULTY_GATE = 0.40, 0.45


def measure(work: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Seconds after the imports, a fresh process each, collector on; then where each fault was found."""
    records, faults = (2_000, 80) if quick else (10_000, 400)
    clean, faulty = work / "clean", work / "faulty"
    make_records(clean, records, 0)
    planted = make_records(faulty, records, faults)
    seconds = interleave(
        {
            "vejviser": partial(_seconds, "vejviser", clean),
            "CSafeLoader": partial(_seconds, "joined", clean),
            "CSafeLoader, files": partial(_seconds, "files", clean),
            "vejviser, faults": partial(_seconds, "vejviser", faulty),
            "CSafeLoader, faults": partial(_seconds, "joined", faulty),
        },
        rounds,
        warm_up=False,
    )
    found = {tuple(place) for place in _once("vejviser", faulty)["found"]}
    wrong = found.symmetric_difference(planted)
    for place in sorted(wrong)[:10]:
        print(f"  {'not found' if place in planted else 'found, not planted'}: {place}", file=sys.stderr)
    stray = _once("vejviser", clean)["found"]
    of = f"{records:,} records"
    return [
        Figure.of(
            f"load, validate and link {of} / CSafeLoader, the same bytes in one load",
            ratio(seconds["vejviser"], seconds["CSafeLoader"]),
            _CLEAN_GATE,
        ),
        Figure.of(
            "the same / CSafeLoader, the same files one after another, results kept",
            ratio(seconds["vejviser"], seconds["CSafeLoader, files"]),
            None,
        ),
        Figure.of(
            f"the same with {faults} faults / CSafeLoader, the same bytes in one load",
            ratio(seconds["vejviser, faults"], seconds["CSafeLoader, faults"]),
            _FAULTY_GATE,
        ),
        Figure(
            f"of {faults} faults: missed, misplaced or found where none is", len(wrong) + len(stray), 0, unit="faults"
        ),
    ]


def _once(way: str, root: Path) -> dict[str, Any]:
    command = [sys.executable, str(Path(__file__).with_name("check_once.py")), way, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def _seconds(way: str, root: Path) -> float:
    return float(_once(way, root)["seconds"])
