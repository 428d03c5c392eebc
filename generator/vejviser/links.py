"""Who refers to whom: every reference of every record, forwards and backwards."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from vejviser.entry import Entry
from vejviser.passages import Passage, passages
from vejviser.project import Project
from vejviser.records.base import RefTo
from vejviser.schema import Loc, marked
from vejviser.texts import link_targets


class Use(NamedTuple):
    """One place where a record names another."""

    entry: Entry
    loc: Loc
    target: str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Links:
    """Every use of every id, and every text, collected in one pass over the records."""

    uses: list[Use] = field(default_factory=list)
    texts: list[tuple[Entry, Loc, str]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    to: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))

    def sources_of(self, target: str) -> list[Entry]:
        """The records that name `target`, each once, in order of kind and title."""
        entries = {use.entry.id: use.entry for use in self.to.get(target, ()) if use.entry.id != target}
        return sorted(entries.values(), key=lambda entry: (entry.kind, entry.record.title, entry.id))


def collect(project: Project) -> Links:
    """Walk every record once."""
    links = Links(passages=list(passages(project)))
    for entry in project.entries.values():
        for use in _walk(entry, links.texts):
            links.uses.append(use)
            links.to[use.target].append(use)
    return links


def uses_of(entry: Entry) -> Iterator[Use]:
    """Every place where one record names another."""
    return _walk(entry, [])


def _walk(entry: Entry, texts: list[tuple[Entry, Loc, str]]) -> Iterator[Use]:
    """The uses in a record; its texts are collected on the way."""
    for loc, value, mark in marked(entry.record):
        if isinstance(mark, RefTo):
            yield Use(entry, loc, value, mark.kinds)
            continue
        texts.append((entry, loc, value))
        for target in link_targets(value):
            yield Use(entry, loc, target, ())
