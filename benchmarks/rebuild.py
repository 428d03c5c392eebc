"""Figure 3: what `vejviser serve` does after one edit, against building everything again in the same process."""

import hashlib
import json
import logging
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from figure import Figure
from synthetic import OFFERS, make_project, offer_id
from timing import process, ratio

_GATE = 0.5


def measure(work: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Edit a record before every build; then compare the site with one that a fresh process builds from nothing."""
    pages = 100 if quick else 500
    root = make_project(work / f"rebuild-{pages}", pages)
    command = [sys.executable, __file__, str(root), str(rounds)]
    seconds = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    process("-m", "mkdocs", "build", "--quiet", "--site-dir", root / "clean", cwd=root)
    edited, clean = _bytes_of(root / "edited"), _bytes_of(root / "clean")
    differing = sorted(name for name in edited.keys() | clean.keys() if edited.get(name) != clean.get(name))
    for name in differing[:10]:
        print(f"  differs from a clean build: {name}", file=sys.stderr)
    return [
        Figure.of(
            f"one record edited, {pages} pages / full build in the same process",
            ratio(seconds["edited"], seconds["full"]),
            _GATE,
        ),
        Figure(f"of {len(clean)} files: other bytes than in a clean build", len(differing), 0, unit="files"),
    ]


def _bytes_of(site: Path) -> dict[str, str]:
    """A checksum of every file."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def _edit(record: Path, number: int) -> None:
    """Change the summary, which stands on the record's own page and in the catalogue."""
    text = re.sub(r"^summary: .*$", f"summary: Rettet {number} gange.", record.read_text(encoding="utf-8"), flags=re.M)
    record.write_text(text, encoding="utf-8")


def _serve(root: Path, rounds: int) -> dict[str, list[float]]:
    """Build as `mkdocs serve` does: load the configuration anew, keep the plugins, full and dirty in turn."""
    # Imported here since only the measuring process may hold MkDocs.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from timing import now

    # `strict` turns MkDocs' warning about dirty builds into an error; `vejviser serve` filters the warning away.
    logging.getLogger("mkdocs.commands.build").addFilter(lambda line: "'dirty' build" not in line.getMessage())
    settings: dict[str, Any] = {"config_file": str(root / "mkdocs.yml"), "site_dir": str(root / "edited")}
    # Not `serve`: the preview leaves the content policy out, and the pages are compared with published ones.
    load_config(**settings).plugins.on_startup(command="build", dirty=True)
    seconds: dict[str, list[float]] = {"full": [], "edited": []}
    for number in range(rounds + 1):
        for name, times in seconds.items():
            _edit(root / OFFERS / f"{offer_id(7)}.yml", 2 * number + (name == "edited"))
            start = now()
            build(load_config(**settings), dirty=name == "edited")
            if number:
                times.append(now() - start)
    return seconds


if __name__ == "__main__":
    print(json.dumps(_serve(Path(sys.argv[1]), int(sys.argv[2]))))
