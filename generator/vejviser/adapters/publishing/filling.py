"""Fills a folder that cannot be exchanged, file by file: each is whole, and what is new comes before what is gone."""

import json
from contextlib import suppress
from filecmp import cmp
from pathlib import Path

from vejviser.adapters.publishing.paths import Refused, inside, names

NOTE = "filling.json"


def fill(fresh: Path, target: Path, old: frozenset[str], work: Path) -> tuple[list[str], list[str]]:
    """Move the files of `fresh` into `target` and take away those of `old` that are no more; returns both.

    A file with the same bytes is left alone. What pages need comes before the pages. Both folders lie on one disk, so
    each move is one step. The names are noted in `work` until it is done, so that an interrupted run is known again.
    Raises Refused before anything is touched when a name leads through a symlink, or to a file of somebody else's.
    """
    wanted = list(names(fresh))
    places = {name: inside(target, name) for name in {*wanted, *old}}
    taken = [name for name in wanted if places[name].exists() and name not in old]
    if taken:
        raise Refused(
            f"{target} har filer, som Vejviser ikke har skrevet, hvor dens egne skal ligge: {', '.join(taken[:5])}.\n"
            "Flyt dem, eller vælg en anden mappe."
        )
    (work / NOTE).write_text(json.dumps(sorted({*wanted, *old})), encoding="utf-8")
    written = []
    for name in sorted(wanted, key=lambda name: (name.endswith(".html"), name)):
        place = places[name]
        if not (place.is_file() and cmp(fresh / name, place, shallow=False)):
            place.parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).replace(place)
            written.append(name)
    gone = sorted((name for name in old if name not in set(wanted) and places[name].is_file()), reverse=True)
    for name in gone:
        places[name].unlink()
        with suppress(OSError):  # the folder holds more
            for folder in places[name].relative_to(target).parents:
                (target / folder).rmdir()
    (work / NOTE).unlink()
    return written, gone


def noted(work: Path) -> frozenset[str]:
    """The names that an interrupted run was filling in; they are as much ours as those of a list."""
    try:
        found = json.loads((work / NOTE).read_text(encoding="utf-8"))
        return frozenset(name for name in found if isinstance(name, str))
    except (OSError, ValueError, TypeError):
        return frozenset()
