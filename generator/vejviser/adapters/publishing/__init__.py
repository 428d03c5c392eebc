"""The one way of publishing: locked, built in a folder of its own, counted, and put in place in one step."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vejviser.adapters.publishing import lock, manifest
from vejviser.adapters.publishing.filling import NOTE, fill, noted
from vejviser.adapters.publishing.held import Held, look
from vejviser.adapters.publishing.paths import Refused, is_mount, names
from vejviser.adapters.publishing.swapping import exchange, put_back

__all__ = ["Held", "Refused", "Work", "is_portal", "opened"]

_OLD = "old"
_WITHIN = ".vejviser"


@dataclass(frozen=True, slots=True)
class Work:
    """A run that holds the lock on `target`: it builds into `fresh`, which nobody else knows, and then publishes."""

    target: Path
    fresh: Path
    held: Held
    place: Path
    in_place: bool

    def publish(self) -> None:
        """Let what was built take the place of what stands; raises Refused when anything of it is missing."""
        _count(self.fresh)
        if self.in_place:
            self.fill(frozenset(names(self.target)) - self._of_work())
        else:
            spare = self.place / (_OLD if self.place == _beside(self.target) else f"{_OLD}-{self.target.name}")
            exchange(self.fresh, self.target, spare)

    def fill(self, old: frozenset[str]) -> tuple[list[str], list[str]]:
        """Fill the folder file by file; `old` are its files that are ours. Returns what is new and what is gone."""
        return fill(self.fresh, self.target, old, self.place)

    def _of_work(self) -> frozenset[str]:
        own = f"{_WITHIN}/"
        return frozenset(name for name in names(self.target) if name.startswith(own))


@contextmanager
def opened(target: Path, check: Callable[[Held], None], *, in_place: bool = False) -> Iterator[Work]:
    """Lock a folder, put back what a killed run had set aside, and let `check` refuse what must not be replaced.

    `target` is resolved. It is filled file by file when it cannot be moved, or when `in_place` says so. Whatever
    happens, nothing but the site is left behind.
    """
    outer = target.parent if is_portal(target.parent) else target
    beside = _beside(outer)
    place = outer / _WITHIN if outer.is_dir() and not _can_move(outer, beside.parent) else beside
    stays = in_place or place.parent == target or (target.is_dir() and not _can_move(target, place.parent))
    place = target / _WITHIN if stays else place
    with lock.held(place, target):
        fresh = place / f"new-{os.getpid()}"
        try:
            _tidy(place, outer)
            held = look(target, noted(place))
            check(held)
            fresh.mkdir()
            yield Work(target, fresh, held, place, stays)
        finally:
            _clean(place)


def is_portal(folder: Path) -> bool:
    """Whether the pages over many municipalities stand in a folder: then each site in it shares its lock."""
    found = manifest.read(folder)
    return found.kind == "portal" if found else (folder / "portal.json").is_file()


def _beside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.vejviser")


def _can_move(folder: Path, to: Path) -> bool:
    """Whether a folder can be renamed into another, by what the system says of both."""
    there = next(place for place in (to, *to.parents) if place.exists())
    return (
        not is_mount(folder)
        and os.access(folder.parent, os.W_OK)
        and os.access(there, os.W_OK)
        and folder.stat().st_dev == there.stat().st_dev
    )


def _tidy(place: Path, outer: Path) -> None:
    """Put back what was set aside, and take away what else a killed run has left."""
    for item in place.iterdir():
        if item.name == _OLD:
            put_back(outer, item)
        elif item.name.startswith(f"{_OLD}-"):
            put_back(outer / item.name.removeprefix(f"{_OLD}-"), item)
    _clean(place)


def _clean(place: Path) -> None:
    """Empty the folder of the work, which is ours by its lock; the note of a filling that was not ended stays."""
    for item in list(place.iterdir()) if place.is_dir() else []:
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item, ignore_errors=True)
        elif item.name not in (lock.NAME, NOTE):
            item.unlink(missing_ok=True)


def _count(fresh: Path) -> None:
    """Compare what lies there with the lists that were written when it was made, of the whole and of each site."""
    lists = {"": manifest.read(fresh)}
    if lists[""] is not None and lists[""].kind == "portal":
        lists |= {f"{item.name}/": found for item in fresh.iterdir() if (found := manifest.read(item))}
    listed = {front + name for front, found in lists.items() if found for name in found.files}
    there = set(names(fresh))
    if lists[""] is None or listed != there:
        odd = sorted(listed ^ there) or [manifest.NAME]
        raise Refused(
            f"Det, der er bygget, er ikke helt: {', '.join(odd[:5])}. Noget andet har rørt mappen imens.\n"
            "Intet er udgivet. Prøv igen."
        )
