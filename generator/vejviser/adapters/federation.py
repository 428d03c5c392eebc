"""Writes the search over all municipalities beside their built sites, and tells each site that it is there."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vejviser.pages.data_back import NotOurData
from vejviser.search.federation import FOLDER, MARK, Searched, shards
from vejviser.search.index import URI, NotAnIndex, read


def index_of(folder: Path) -> dict[str, Any] | None:
    """What a built site shows of what it finds, if it has a search; raises NotOurData when it cannot be read."""
    try:
        return read((folder / URI).read_text(encoding="utf-8"), only_shown=True)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, NotAnIndex):
        raise NotOurData(f"Filen {URI} kan ikke læses.") from None


def write(place: Path, sites: Sequence[Searched]) -> None:
    """Write the shards for the sites in `place`."""
    (place / FOLDER).mkdir(exist_ok=True)
    for old in (place / FOLDER).glob("*.js"):
        old.unlink()
    for file in shards(sites):
        (place / file.uri).write_bytes(file.text.encode())
    for site in sites:
        (place / site.id / MARK.uri).write_bytes(MARK.text.encode())
