"""What a folder that is to be published to holds: nothing, something of ours, and what others have put there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vejviser.adapters.publishing import earlier, manifest
from vejviser.adapters.publishing.paths import LITTER, names

# Where a run does its work: within the folder, or beside it (and then perhaps in a folder of many sites).
WORK = re.compile(r"(\..+)?\.vejviser")


@dataclass(frozen=True, slots=True)
class Held:
    """One look at a folder. `sites` has the folders of single sites in it, `others` the files that are not ours."""

    folder: Path
    kind: Literal["nothing", "site", "portal"]
    municipality: str = ""
    sites: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def look(folder: Path, ours: frozenset[str] = frozenset()) -> Held:
    """What a folder holds; `ours` are names that an interrupted run has noted as its own.

    Sites that lie together without pages over them are a portal that is not finished. What was published by
    0.1.0 is ours when each file is one that it made.
    """
    if not folder.exists() and not folder.is_symlink():
        return Held(folder, "nothing")
    if not folder.is_dir() or folder.is_symlink():
        return Held(folder, "nothing", others=(folder.name,))
    whole = manifest.read(folder)
    if whole is not None and whole.kind == "site":
        return Held(folder, "site", whole.municipality, others=_rest(_own(folder), whole.files | ours))
    if whole is None and earlier.is_site(folder) and not earlier.is_portal(folder):
        found = list(_own(folder))
        return Held(folder, "site", others=_rest(found, earlier.of_site(folder, found) | ours))
    return _portal(folder, whole.files if whole else None, ours)


def _portal(folder: Path, listed: frozenset[str] | None, ours: frozenset[str]) -> Held:
    sites, others = [], []
    for item in sorted(folder.iterdir()):
        if item.is_symlink() or not item.is_dir() or WORK.fullmatch(item.name):
            continue
        there = look(item, frozenset(name.partition("/")[2] for name in ours if name.startswith(f"{item.name}/")))
        if there.kind == "site":
            sites.append(item.name)
            others += [f"{item.name}/{name}" for name in there.others]
    beside = [name for name in _own(folder) if name.partition("/")[0] not in sites]
    if listed is not None or earlier.is_portal(folder):
        # Parts that several machines have built are laid over each other, and the list is that of one of them.
        listed = (listed or frozenset()) | earlier.of_portal(folder, beside)
    others += _rest(beside, (listed or frozenset()) | ours)
    kind: Literal["nothing", "portal"] = "portal" if sites or listed is not None else "nothing"
    return Held(folder, kind, sites=tuple(sites), others=tuple(others))


def _own(folder: Path) -> Iterator[str]:
    """The names of a folder without those of our own work in it."""
    return (name for name in names(folder) if not _is_work(folder, name.partition("/")[0]))


def _is_work(folder: Path, first: str) -> bool:
    place = folder / first
    return WORK.fullmatch(first) is not None and place.is_dir() and not place.is_symlink()


def _rest(found: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    known = set(known)
    return tuple(name for name in found if name not in known and name.rpartition("/")[2] not in LITTER)
