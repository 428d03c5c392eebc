"""Writes the pages over the municipalities whose sites lie in one folder."""

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vejviser.adapters import federation
from vejviser.adapters.publishing import Held, manifest
from vejviser.adapters.publishing.paths import LITTER
from vejviser.adapters.version import version
from vejviser.entry import Entry
from vejviser.links import Links
from vejviser.pages import portal
from vejviser.pages.book import Book
from vejviser.pages.data import JSON
from vejviser.pages.data_back import NotOurData, as_published, entries
from vejviser.project import Project

LIST = "portal.json"
_ASSETS = "assets"
# What is only for the site it lies in.
_OWN_ASSETS = ("municipality.css", "search_data.js", "search_portal.js", "tree*")


@dataclass(slots=True)
class Joined:
    """The ids of the municipalities with a site, and what is wrong with those that could not be read, in Danish."""

    there: list[str] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)


def join(fresh: Path, held: Held, known: list[str], shared: dict[str, Entry]) -> Joined:
    """Lay the sites that stand beside those that are built anew, and write the pages over all of them.

    Only sites of `known` municipalities are taken over, and only what is in `shared` is told as what all share. A
    site that cannot be read, or not be shown beside the others, stays where it is and is named; what it publishes is
    as little to be relied on as a stranger's file.
    """
    for name in held.sites:
        if name in known and not (fresh / name).exists():
            _take_over(held.folder / name, fresh / name)
    base = as_published(shared)
    joined, names = Joined(), sorted(item.name for item in fresh.iterdir())
    while True:
        last = _Last()
        try:
            searched = _write_pages(fresh, base, [name for name in names if name not in joined.faults], last, joined)
            break
        except NotOurData as fault:
            joined.faults[last.name] = str(fault)
        except OSError:  # a page that cannot be written is no fault of a site
            raise
        except Exception as error:  # whatever is in a file from elsewhere: the others are shown
            if not last.name:
                raise
            joined.faults[last.name] = f"Dens data hænger ikke sammen ({type(error).__name__})."
    if joined.there:
        _share_assets(fresh, joined.there[0])
        federation.write(fresh, searched)
        _write(fresh / LIST, [json.dumps(joined.there), "\n"])
        manifest.write(fresh, "portal", without=frozenset(names))
    return joined


class _Last:
    """The municipality whose data was read last: the one to name when something breaks."""

    name = ""


def _write_pages(fresh: Path, base: dict[str, Entry], names: list[str], last: _Last, joined: Joined) -> dict[str, str]:
    """Write the pages over the sites `names`; returns the names in words of those that have a search."""
    collected, searched = portal.Collected(base), set()

    def read(name: str) -> Book:
        last.name = name
        return _read(fresh / name, base)

    for name in names:
        last.name = name
        if federation.index_of(fresh / name) is not None:
            searched.add(name)
        # One at a time: only what the pages need of it is kept.
        collected.add(read(name))
    if names:
        for page in portal.files(collected, read, _version(fresh / names[0])):
            _write(fresh / page.uri, page.pieces)
    joined.there = names
    return {site.id: site.short for site in collected.sites if site.id in searched}


def discard(fresh: Path, name: str) -> None:
    """Take away a site of which only some is built."""
    shutil.rmtree(fresh / name, ignore_errors=True)


def _take_over(site: Path, to: Path) -> None:
    """Lay a site that stands into the new folder: the same files by another name, or copies where that cannot be."""
    shutil.copytree(site, to, copy_function=_link, ignore=shutil.ignore_patterns(*LITTER))
    if manifest.read(to) is None:  # published by 0.1.0
        manifest.write(to, "site", to.name)


def _link(source: str, to: str) -> None:
    try:
        os.link(source, to, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, to)


def _read(folder: Path, base: dict[str, Entry]) -> Book:
    """A site's records, from what it publishes; the day says nothing, since nothing here is overdue."""
    try:
        data = json.loads((folder / JSON).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotOurData(f"Filen {JSON} mangler.") from None
    except (OSError, ValueError, RecursionError):
        raise NotOurData(f"Filen {JSON} kan ikke læses.") from None
    project = Project(folder, folder.name, entries(data, base))
    place = project.entries.get(folder.name)
    if place is None or place.kind != "municipality":
        raise NotOurData(f"Filen {JSON} er ikke fra kommunen `{folder.name}`.")
    return Book(project, Links(), date.min)


def _version(site: Path) -> str:
    """The version of the style and scripts of a site."""
    files = [path for path in (site / _ASSETS).glob("*") if path.is_file() and not path.is_symlink()]
    return version((f"{_ASSETS}/{path.name}", path.read_bytes()) for path in files)


def _share_assets(place: Path, first: str) -> None:
    """The style and scripts of the first site, which are those of all, lie beside the pages once."""
    shutil.copytree(
        place / first / _ASSETS, place / _ASSETS, copy_function=_link, ignore=shutil.ignore_patterns(*_OWN_ASSETS)
    )


def _write(path: Path, pieces: Iterable[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    # The lines end as we say, whatever the system does.
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)
