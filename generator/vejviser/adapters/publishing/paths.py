"""Paths inside a published folder: which files it holds, and that no name leads out of it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from vejviser.wrong_use import WrongUse

# What file managers leave in every folder that somebody looks at: nobody's work, so it is neither kept nor in the way.
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


class Refused(WrongUse):
    """The folder must not be published to; nothing in it has been touched."""


def names(folder: Path) -> Iterator[str]:
    """Every file under a folder by its relative name, in order; a symlink is a name of its own and is not followed."""
    yield from _names(folder, "")


def _names(folder: Path, front: str) -> Iterator[str]:
    for item in sorted(os.scandir(folder), key=lambda item: item.name):
        if item.is_dir(follow_symlinks=False):
            yield from _names(Path(item.path), f"{front}{item.name}/")
        elif item.name not in LITTER:
            yield front + item.name


def inside(folder: Path, name: str) -> Path:
    """The path of a relative name in a folder; raises Refused when it leads out, by `..` or through a symlink."""
    parts = PurePosixPath(name).parts
    # On Windows `C:x` and `a\\..\\b` are paths too.
    if not parts or ".." in parts or "\\" in name or ":" in name or PurePosixPath(name).is_absolute():
        raise Refused(f"`{name}` er ikke et navn på en fil i {folder}.")
    path = folder
    for part in parts:
        path /= part
        if path.is_symlink():
            raise Refused(
                f"{path} er en genvej til et andet sted. Vejviser skriver og sletter ikke gennem genveje.\n"
                "Slet genvejen, eller vælg en anden mappe."
            )
    return path


def is_mount(path: Path) -> bool:
    """Whether another disk, or a folder of a container's host, lies at this path: it can be filled, but not moved."""
    if os.path.ismount(path):
        return True
    if sys.platform != "linux":
        return False
    try:
        table = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    # The fifth field is where it lies; a space in it is written `\040`.
    shown = str(path).replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011")
    return any(line.split(" ", 5)[4] == shown for line in table.splitlines())
