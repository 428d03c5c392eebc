"""Reads published data back into records, so that several sites can be compared by what they publish."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from vejviser.decoding import INVISIBLE
from vejviser.entry import Entry
from vejviser.pages.data import VERSION, row_of
from vejviser.records.base import RefTo
from vejviser.records.kinds import KINDS
from vejviser.records.law import Law
from vejviser.records.municipality import Municipality
from vejviser.schema import marked

# Fields that point along a chain, which must end.
CHAINS = ("variant_of", "parent", "replaced_by")
# What stands for the number of a provision that is not published since it is not sure.
_NO_NUMBER = "ikke bekræftet"
# Where a reader finds the municipality whose data, from before 1.2, does not say its website.
_ALL_WEBSITES = "https://www.borger.dk/"


class NotOurData(Exception):
    """The data is not what this version publishes; the message says why in Danish."""


def as_published(shared: dict[str, Entry]) -> dict[str, Entry]:
    """Shared records as they are read back, by id: without what is not published of them."""
    return {entry.id: _entry(row_of(entry)) for entry in shared.values() if KINDS[entry.kind].place}


def entries(data: Any, shared: dict[str, Entry]) -> dict[str, Entry]:
    """Every record by its id, at the path of its page: the file it was written in is not known here.

    Held to what is held of content: the models, texts without invisible characters, and references that lead to a
    record of the right kind and in no circle. A record is shared only when it is among `shared`, whatever the data
    says of itself. Raises `NotOurData`, which names the record.
    """
    if not isinstance(data, dict) or not isinstance(data.get("records"), list):
        raise NotOurData("Filen er ikke data fra en vejviser.")
    version = str(data.get("version"))
    if version.partition(".")[0] != VERSION.partition(".")[0]:
        raise NotOurData(f"Data er udgave {version} og ikke {VERSION}.")
    found: dict[str, Entry] = {}
    for row in data["records"]:
        entry = _entry(row)
        entry.shared = entry.shared and entry.id in shared and shared[entry.id].kind == entry.kind
        if entry.id in found:
            raise NotOurData(f"Data har to poster med id'et `{entry.id}`.")
        found[entry.id] = entry
    for entry in found.values():
        _follow(entry, found)
    return found


def _entry(row: Any) -> Entry:
    try:
        row = dict(row)
        model = KINDS[row.pop("kind")].model
        page, shared = str(row.pop("page")), bool(row.pop("shared", False))
        if model is Law:
            row.setdefault("provision", _NO_NUMBER)
        elif model is Municipality:
            row.setdefault("website", _ALL_WEBSITES)
        record = model.model_validate(row)
    # Data nested a hundred thousand deep is no data of ours either.
    except (AttributeError, KeyError, TypeError, ValueError, ValidationError, RecursionError):
        raise NotOurData("En post i data kan ikke læses.") from None
    if INVISIBLE.search("".join(_texts(row))):
        raise NotOurData(f"Posten `{record.id}` har et usynligt tegn i en tekst.")
    return Entry(model.kind, record.id, page, record, None, shared)


def _texts(value: Any) -> Iterator[str]:
    """Every text in data, the keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _follow(entry: Entry, found: dict[str, Entry]) -> None:
    """Refuse a reference to nothing, to a record of another kind, and a chain that comes back to where it began."""
    for loc, target, mark in marked(entry.record):
        if not isinstance(mark, RefTo):
            continue
        other = found.get(target)
        if other is None:
            raise NotOurData(f"Posten `{entry.id}` nævner `{target}`, som data ikke har.")
        if mark.kinds and other.kind not in mark.kinds:
            raise NotOurData(f"Posten `{entry.id}` nævner `{target}`, som er {KINDS[other.kind].model.name}.")
        if loc[0] in CHAINS and entry.id in _chain(other, str(loc[0]), found):
            raise NotOurData(f"Posten `{entry.id}` er i ring med sig selv gennem `{loc[0]}`.")


def _chain(entry: Entry, name: str, found: dict[str, Entry]) -> set[str]:
    """The ids that one comes to by a field from record to record."""
    seen: set[str] = set()
    following: str | None = entry.id
    while following in found and following not in seen:
        seen.add(following)
        following = getattr(found[following].record, name, None)
    return seen
