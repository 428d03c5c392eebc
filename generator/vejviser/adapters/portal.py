"""Writes the pages over the municipalities whose sites lie in one folder, and keeps that folder in order."""

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vejviser.adapters import federation
from vejviser.adapters.build import NotASite, exchange, is_site
from vejviser.links import Links
from vejviser.pages import portal
from vejviser.pages.book import Book
from vejviser.pages.data import JSON
from vejviser.pages.data_back import NotOurData, entries
from vejviser.pages.site import ABOUT
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


def place_for(site_dir: Path) -> Path:
    """Where to build the sites: in the folder itself, or beside it when one municipality's site stands there.

    Raises NotASite rather than touch a folder that holds anything else.
    """
    if (site_dir / LIST).is_file() or not site_dir.exists():
        return site_dir
    if not is_site(site_dir):
        raise NotASite(site_dir)
    fresh = site_dir.with_name(f".{site_dir.name}.ny")
    shutil.rmtree(fresh, ignore_errors=True)
    return fresh


def finish(place: Path, site_dir: Path, known: list[str]) -> Joined:
    """Take away the sites of municipalities that are gone, write the pages over them and move it all into place.

    With no site that can be read, what stands is left alone.
    """
    joined, collected = Joined(), portal.Collected()
    searched = set()
    for folder in _sites(place):
        if folder.name not in known:
            shutil.rmtree(folder)
            continue
        try:
            if folder.name in portal.FOLDERS:
                raise NotOurData("Mappens navn bruges af siderne over kommunerne. Giv kommunen et andet navn.")
            is_searched = federation.index_of(folder) is not None
            # One at a time: only what the pages need of it is kept.
            collected.add(_read(folder))
        except NotOurData as fault:
            joined.faults[folder.name] = str(fault)
        else:
            joined.there.append(folder.name)
            if is_searched:
                searched.add(folder.name)
    if joined.there:
        for page in portal.files(collected, lambda id_: _read(place / id_)):
            _write(place / page.uri, page.pieces)
        _share_assets(place, joined.there[0])
        federation.write(place, {site.id: site.short for site in collected.sites if site.id in searched})
        _write(place / LIST, [json.dumps(joined.there), "\n"])
        if place != site_dir:
            exchange(place, site_dir)
    return joined


def _sites(place: Path) -> Iterator[Path]:
    """The folders that a site of one municipality lies in."""
    for folder in sorted(item for item in place.iterdir() if item.is_dir()) if place.is_dir() else []:
        if is_site(folder) and (folder / ABOUT).is_file():
            yield folder


def _read(folder: Path) -> Book:
    """A site's records, from what it publishes; the day says nothing, since nothing here is overdue."""
    try:
        data = json.loads((folder / JSON).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotOurData(f"Filen {JSON} mangler.") from None
    except (OSError, ValueError, RecursionError):
        raise NotOurData(f"Filen {JSON} kan ikke læses.") from None
    project = Project(folder, folder.name, entries(data))
    place = project.entries.get(folder.name)
    if place is None or place.kind != "municipality":
        raise NotOurData(f"Filen {JSON} er ikke fra kommunen `{folder.name}`.")
    return Book(project, Links(), date.min)


def _share_assets(place: Path, first: str) -> None:
    """The style and scripts of the first site, which are those of all, lie beside the pages once."""
    shutil.rmtree(place / _ASSETS, ignore_errors=True)
    shutil.copytree(place / first / _ASSETS, place / _ASSETS, ignore=shutil.ignore_patterns(*_OWN_ASSETS))


def _write(path: Path, pieces: Iterable[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    # The lines end as we say, whatever the system does.
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)
