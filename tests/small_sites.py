"""Small published sites, one or many, for the tests of how sites are published."""

import json
from collections.abc import Callable
from pathlib import Path

from vejviser.adapters.publishing import Held, manifest, opened
from vejviser.adapters.publishing.permission import for_site

KNOWN = ["by", "land"]
SITE = {"index.html": "forside", "akut/index.html": "akut", "assets/base.css": "stil"}


def lay(folder: Path, files: dict[str, str]) -> None:
    """Write files under a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def site(folder: Path, municipality: str = "by", **more: str) -> Path:
    """A small published site."""
    lay(folder, SITE | {f"{name}/index.html": text for name, text in more.items()})
    manifest.write(folder, "site", municipality)
    return folder


def portal(folder: Path, *names: str) -> Path:
    """Small sites under a front page."""
    for name in names:
        site(folder / name, name)
    lay(folder, {"index.html": "vælg", "portal.json": json.dumps(names)})
    manifest.write(folder, "portal", without=frozenset(names))
    return folder


def publish(target: Path, check: Callable[[Held], None] | None = None, **more: str) -> None:
    """Publish a new small site."""
    with opened(target, check or for_site(KNOWN)) as work:
        site(work.fresh, **more)
        work.publish()


def left(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(item.name for item in folder.iterdir())
