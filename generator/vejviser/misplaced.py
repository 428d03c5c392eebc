"""Knows a record that lies in the folder of another kind by the fields that it has."""

from functools import cache
from pathlib import PurePosixPath
from typing import Any

from vejviser.folders import CONTENT, TREES
from vejviser.records.base import Record
from vejviser.records.kinds import KINDS
from vejviser.schema import fields_of

# A record with so few faults is more likely one of its own kind that has them.
_ENOUGH = 2


def look_alike(model: type[Record], data: dict[str, Any]) -> type[Record] | None:
    """The kind that the fields of a record are those of, when it is not `model` and fits without a fault."""
    keys = set(data)
    if _cost(model, keys) < _ENOUGH:
        return None
    others = [kind.model for kind in KINDS.values() if kind.model is not model and kind.model.folder]
    own = [other for other in others if not _cost(other, keys) and keys & _special(other)]
    return max(own, key=lambda other: len(keys & _special(other)), default=None)


def told(other: type[Record], path: str) -> tuple[str, str, str]:
    """Code, message and hint about a record at `path` that is of another kind."""
    scope = PurePosixPath(path).parts[1]
    folder = f"{TREES}/{scope}/" if other.folder == TREES else f"{CONTENT}/{scope}/{other.folder}/"
    return "E211", f"Posten ligner {other.name} og ligger i den forkerte mappe.", f"Flyt filen til `{folder}`."


def _cost(model: type[Record], keys: set[str]) -> int:
    return len(keys - fields_of(model).keys()) + len(_required(model) - keys)


@cache
def _required(model: type[Record]) -> frozenset[str]:
    return frozenset(key for key, info in fields_of(model).items() if info.is_required())


@cache
def _special(model: type[Record]) -> frozenset[str]:
    """The fields of a kind that not every kind has."""
    return frozenset(fields_of(model).keys() - fields_of(Record).keys())
