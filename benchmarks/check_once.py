"""Loads one project once in a fresh process and prints, as JSON, the seconds after the imports and what was found."""

import argparse
import gc
import json
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from synthetic import MUNICIPALITY, TODAY
from timing import now

from vejviser.checked import check_project


def main() -> None:
    """Measure one way of reading the project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("way", choices=("vejviser", "files", "joined"))
    parser.add_argument("root", type=Path)
    options = parser.parse_args()
    texts = [
        path.read_bytes()
        for folder in ("content", "decision_trees")
        for path in sorted((options.root / folder).rglob("*.yml"))
    ]
    found: list[list[Any]] = []
    gc.collect()
    start = now()
    if options.way == "vejviser":
        checked = check_project(options.root, MUNICIPALITY, date.fromisoformat(TODAY))
        took = now() - start
        found = [[item.path, item.line, item.column, item.code] for item in checked.findings if item.stops]
    elif options.way == "files":
        kept = [yaml.load(text, yaml.CSafeLoader) for text in texts]
        took = now() - start
        assert all(kept)
    else:
        # One list of all records, as one large file would hold them.
        rows = b"".join(text.removeprefix(b"records:\n") for text in texts if text.startswith(b"records:\n"))
        start = now()
        assert yaml.load(rows, yaml.CSafeLoader)
        took = now() - start
    print(json.dumps({"seconds": took, "found": found}))


if __name__ == "__main__":
    main()
