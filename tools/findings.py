#!/usr/bin/env python3
"""Prints the table of what the municipalities must settle; `--write` puts it into content/README.md."""

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from vejviser.checked import check_project
from vejviser.explain import headline
from vejviser.findings import Finding
from vejviser.folders import SHARED, municipalities

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "content/README.md"
BEGIN, END = "<!-- tools/findings.py -->\n\n", "\n<!-- end -->"


def table(root: Path, today: date) -> str:
    """A row for each folder and a column for each code of what stops nothing; that does not change with the date."""
    every: set[Finding] = set()
    for name in municipalities(root):
        every.update(finding for finding in check_project(root, name, today).findings if not finding.stops)
    codes = sorted({finding.code for finding in every})
    # A shared file counts once, however many municipalities it lies under.
    times = Counter((finding.path.split("/")[1], finding.code) for finding in every)
    rows = [["Mappe", *(f"{code} {headline(code)}" for code in codes), "I alt"]]
    for folder in (SHARED, *municipalities(root)):
        numbers = [times[folder, code] for code in codes]
        rows.append([f"`{folder}`", *map(str, numbers), str(sum(numbers))])
    rows.insert(1, ["---", *("---:" for _ in rows[0][1:])])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def main() -> int:
    """Print the table, or write it where it belongs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put it into content/README.md")
    made = table(ROOT, date.today())
    if not parser.parse_args().write:
        print(made, end="")
        return 0
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    README.write_text(before + BEGIN + made + END + rest.split(END)[1], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
