"""The list of its own files that every published folder carries, by which it is known again."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vejviser.adapters.publishing.paths import names

NAME = "published.json"
# Counts up when a program that reads the file must be changed.
_FORM = 1
Kind = Literal["site", "portal"]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was published: the site of a municipality, or the pages over many; `files` are relative names."""

    kind: Kind
    municipality: str
    files: frozenset[str]


def write(folder: Path, kind: Kind, municipality: str = "", without: frozenset[str] = frozenset()) -> None:
    """Write down every file of a folder, but not those under the folders `without`, which have lists of their own."""
    found = sorted({NAME, *(name for name in names(folder) if name.partition("/")[0] not in without)})
    data = {"vejviser": _FORM, "kind": kind, "municipality": municipality, "files": found}
    text = json.dumps(data, ensure_ascii=False, indent=0) + "\n"
    (folder / NAME).write_bytes(text.encode())


def read(folder: Path) -> Manifest | None:
    """The list of a folder; None when there is none, or one that we have not written."""
    path = folder / NAME
    try:
        if path.is_symlink() or not path.is_file():
            return None
        data = json.loads(path.read_text(encoding="utf-8"))
        found = Manifest(data["kind"], data["municipality"], frozenset(data["files"]))
        form = data["vejviser"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    is_ours = form == _FORM and found.kind in ("site", "portal") and isinstance(found.municipality, str)
    return found if is_ours and all(isinstance(name, str) for name in found.files) else None
