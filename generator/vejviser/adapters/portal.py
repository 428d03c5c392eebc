"""Writes the front page over the municipalities whose sites lie in one folder, and keeps that folder in order."""

import json
import shutil
from pathlib import Path

from vejviser.adapters.build import NotASite, exchange, is_site
from vejviser.pages.portal import BuiltSite, portal
from vejviser.pages.site import ABOUT

LIST = "portal.json"


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


def finish(place: Path, site_dir: Path, known: list[str]) -> list[str]:
    """Take away the sites of municipalities that are gone, write the front page and move it all into place.

    Returns the ids of the municipalities that have a site; with none, what stands is left alone.
    """
    sites = []
    for folder in sorted(item for item in place.iterdir() if item.is_dir()) if place.is_dir() else []:
        if not is_site(folder) or not (folder / ABOUT).is_file():
            continue
        if folder.name not in known:
            shutil.rmtree(folder)
            continue
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        sites.append(BuiltSite(folder.name, about["title"], about["site_name"]))
    if sites:
        (place / "index.html").write_text(portal(sites), encoding="utf-8")
        (place / LIST).write_text(json.dumps([site.id for site in sites]) + "\n", encoding="utf-8")
        if place != site_dir:
            exchange(place, site_dir)
    return [site.id for site in sites]
