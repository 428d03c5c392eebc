"""Writes the search over all municipalities beside their built sites, and tells each site that it is there."""

from contextlib import suppress
from functools import partial
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


def _index(folder: Path) -> dict[str, Any]:
    index = index_of(folder)
    if index is None:
        raise NotOurData(f"Filen {URI} mangler.")
    return index


def write(place: Path, names: dict[str, str]) -> None:
    """Write the shards for the sites in `place`, of which `names` has the municipalities' names by folder.

    Raises NotOurData when an index cannot be read.
    """
    sites = [Searched(id_, name, partial(_index, place / id_)) for id_, name in names.items()]
    (place / FOLDER).mkdir(exist_ok=True)
    for old in (place / FOLDER).glob("*.js"):
        old.unlink()
    for file in shards(sites):
        (place / file.uri).write_bytes(file.text.encode())
    for site in sites:
        _mark(place / site.id)


def keep_mark(standing: Path, fresh: Path) -> None:
    """Tell a site that is built anew of the search over all, as the one that stands is told."""
    with suppress(OSError):
        if (standing / MARK.uri).read_bytes() == MARK.text.encode():
            _mark(fresh)


def _mark(site: Path) -> None:
    # The file may be one and the same as in the site that stands, so it is not written in.
    (site / MARK.uri).unlink(missing_ok=True)
    (site / MARK.uri).write_bytes(MARK.text.encode())
