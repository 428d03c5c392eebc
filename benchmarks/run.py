"""Measures what Vejviser promises about speed and weight; exits 1 when a gate is missed.

Every figure is a ratio to a yardstick measured in turn with ours, or a count of bytes, so it holds on any machine.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import builds
import checking
import clicks
import many
import rebuild
import searching
import weight
from figure import Figure, table

MEASURES: dict[str, Callable[..., list[Figure]]] = {
    "build": builds.measure,
    "check": checking.measure,
    "rebuild": rebuild.measure,
    "weight": weight.measure,
    "clicks": clicks.measure,
    "search": searching.measure,
    "many": many.measure,
}


def main() -> int:
    """Measure what was asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--only",
        choices=MEASURES,
        action="append",
        metavar="NAME",
        help=f"one of {', '.join(MEASURES)}; may be given several times",
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds a figure, after one to warm up (default 5)")
    parser.add_argument("--quick", action="store_true", help="smaller sites and fewer records: minutes become seconds")
    options = parser.parse_args()

    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="vejviser-benchmark-") as work:
        for name in options.only or MEASURES:
            print(f"{name} ...", file=sys.stderr, flush=True)
            figures += MEASURES[name](Path(work), options.rounds, quick=options.quick)
    print(table(figures))
    missed = sum(figure.is_over for figure in figures)
    print(f"\n{missed} gates missed" if missed else "\nAll gates held")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
