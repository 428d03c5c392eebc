"""A record of each kind with every field filled, each text with a word of its own, made from the models alone."""

import json
from collections.abc import Container, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel

from projects import TODAY
from vejviser.entry import Entry
from vejviser.project import Project
from vejviser.records.base import RefTo
from vejviser.records.kinds import KINDS

# What a field must hold for the rest to be shown.
_CHOSEN: dict[str, dict[str, Any]] = {
    "law": {"confidence": "H"},
    "municipality": {"main_tree": "tree-a", "notify_tree": "tree-b"},
    # A form of a meeting is the second one.
    "meeting_type": {"step": 1, "variant_of": None},
    "role": {"is_family": False},
    "notification": {"order": 1},
}
# A tree refers to itself all over, so it is written by hand; `test_tree_is_full` holds it to the models.
_TREE = """
id: tree-a
title: qxtreea
summary: qxtreeb
extends: grundtrae
version: 7
intro: qxtreec
levels: [{id: mild, title: qxtreed}, {id: grav, title: qxtreee}]
nodes:
  - choice: fare
    ask: qxtreef
    help: qxtreeg
    acute: true
    options:
      - {id: ja, label: qxtreeh, help: qxhjaelpy, go: ring, why: qxtreei}
      - {id: nej, label: qxtreej, go: [{if: {is: [fare, nej]}, to: tjek}, {else: tjek}]}
      - {id: tvivl, label: qxtreek, counts_as: ja}
  - checklist: tjek
    ask: qxtreel
    items: [{id: trist, label: qxtreem, level: grav, help: qxtreen, law: [law-b]}, {id: ro, label: Ro, level: mild}]
    items_from: {age_group: age-group-b, levels: {level-b: mild}}
    none: {label: qxtreep, why: qxtreeq}
    raise: [{count: {level: mild, min: 2}, to: grav}]
    go: {mild: vent, grav: ring}
  - choice: mere
    ask: qxtreer
    options: [{id: ja, label: qxtrees, go: vent}, {id: nej, label: qxtreet, go: vent}]
outcomes:
  ring:
    title: qxtreeu
    level: grav
    force: skal
    record: notification-b
    do: [{act: qxtreev, who: qxtreew, within: qxtreex}]
    law: [law-b]
    contact: [organisation-b]
    note: qxtreey
    contacts_parents: false
    hide: [consent]
    continue_at: mere
    continue_label: qxtreez
  vent: {title: qxtreex, level: mild, force: kan, record: offer-b, do: [{act: A, who: B, within: C}]}
closing: [qxtreeaa]
must:
  - {name: qxtreebb, when: {is: [fare, ja]}, outcome_level_min: grav, outcome: [ring], never: [vent]}
  - {name: qxtreeee, parents_only_if: {is: [fare, nej]}}
cases: [{name: qxtreecc, story: qxtreedd, answers: {fare: ja}, expect: ring}]
about: [offer-b]
"""

# The keys and places that lead to a field.
Way = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A filled field: the way to it, what stands there, and for numbers and choices what may stand there instead."""

    path: Way
    value: Any
    names: str = ""
    others: tuple[Any, ...] = ()

    @property
    def field(self) -> str:
        """The way to it as an editor says it: `referral.how`."""
        return ".".join(step for step in self.path if isinstance(step, str) and not step.startswith("qx"))


@dataclass(slots=True)
class Full:
    """One record with every field filled, and each of its fields."""

    kind: str
    data: dict[str, Any]
    leaves: list[Leaf]


@dataclass(slots=True)
class Filler:
    """Fills the fields of models; every text is a new word, and every reference names a record of its own."""

    side: str
    numbers: Iterator[int] = field(default_factory=count)
    # The ids that are named, with their kinds.
    named: dict[str, str] = field(default_factory=dict)
    leaves: list[Leaf] = field(default_factory=list)

    def record(self, kind: str) -> Full:
        """Every field of a kind, as a file has it."""
        self.leaves = []
        written = yaml.safe_load(_TREE) if kind == "tree" else {}
        data = self._model(KINDS[kind].model, (), (*written, *_CHOSEN.get(kind, ())))
        data |= {"id": f"{kind.replace('_', '-')}-{self.side}"} | _CHOSEN.get(kind, {}) | written
        self.leaves += _words(written, ())
        return Full(kind, data, [leaf for leaf in self.leaves if leaf.path != ("id",)])

    def _model(self, model: type[BaseModel], path: Way, skipped: Container[str] = ()) -> dict[str, Any]:
        return {
            info.alias or name: self._value(info.annotation, list(info.metadata), (*path, info.alias or name))
            for name, info in model.model_fields.items()
            if name not in skipped
        }

    def _value(self, annotation: Any, metadata: list[Any], path: Way) -> Any:
        if hasattr(annotation, "__metadata__"):
            return self._value(annotation.__origin__, [*metadata, *annotation.__metadata__], path)
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is list:
            return [self._value(inner[0], [], (*path, 0))]
        if origin is dict:
            key = self._leaf(path, self._word())
            return {key: self._value(inner[1], [], (*path, key))}
        if origin is Literal:
            first = "positions" if path[-1] == "figure" else inner[0]
            return self._leaf(path, first, others=tuple(word for word in inner if word != first))
        if inner:
            return self._value(next(part for part in inner if part is not type(None)), metadata, path)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._model(annotation, path)
        if annotation is bool:
            return self._leaf(path, value=True, others=(False,))
        if annotation is int:
            return self._leaf(path, 3, others=(4,))
        if annotation is date:
            return self._leaf(path, (TODAY - timedelta(days=1 + next(self.numbers) % 900)).isoformat())
        return self._text(metadata, path)

    def _text(self, metadata: list[Any], path: Way) -> str:
        for mark in metadata:
            if isinstance(mark, RefTo):
                kind = mark.kinds[0] if mark.kinds else "offer"
                id_ = f"{kind.replace('_', '-')}-b"
                if self.side == "a":
                    id_ += str(next(self.numbers))
                    self.named[id_] = kind
                return self._leaf(path, id_, names=kind)
        pattern = next((mark.pattern for mark in metadata if getattr(mark, "pattern", None)), "")
        if pattern.startswith("^https"):
            return self._leaf(path, f"https://eksempel.dk/{self._word()}")
        if pattern.startswith(r"^\+"):
            return self._leaf(path, f"70 {next(self.numbers):06d}")
        if pattern.startswith("^#"):
            return self._leaf(path, f"#{next(self.numbers):06d}")
        return self._leaf(path, self._word())

    def _leaf(self, path: Way, value: Any, names: str = "", others: tuple[Any, ...] = ()) -> Any:
        self.leaves.append(Leaf(path, value, names, others))
        return value

    def _word(self) -> str:
        """A word that no Danish text has."""
        number, word = next(self.numbers), ""
        while True:
            number, rest = divmod(number, 20)
            word = "bcdfghjklmnpqrstvwxz"[rest] + word
            if not number:
                return f"qx{self.side}{word}y"


def _words(data: Any, path: Way) -> Iterator[Leaf]:
    """The words of what is written by hand."""
    if isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _words(value, (*path, step))
    elif isinstance(data, str) and data.startswith("qx"):
        yield Leaf(path, data)


def full_records() -> tuple[list[Full], list[dict[str, Any]]]:
    """A full record of every kind, and the data of those that they name, each with its kind under `kind`."""
    filler = Filler("a")
    full = [filler.record(kind) for kind in KINDS]
    plain = {f"{kind.replace('_', '-')}-b": kind for kind in KINDS if kind != "municipality"} | {"offer-c": "offer"}
    others = [_plain(kind, id_) for id_, kind in (filler.named | plain).items()]
    # A source that nobody cites is not shown.
    others[-1] |= {"sources": [{"document": "source-a", "passage": "Side 1"}]}
    return full, others


def _plain(kind: str, id_: str) -> dict[str, Any]:
    """A record with only what it must have, none of it in the words of a full one."""
    data = json.loads(json.dumps(Filler("b").record(kind).data).replace("qxtree", "ord"))
    data["status"] = "active"
    if kind == "law":
        data["confidence"] = "U"
    needed = [
        "status",
        *(info.alias or name for name, info in KINDS[kind].model.model_fields.items() if info.is_required()),
    ]
    return {name: data[name] for name in needed} | {"id": id_, "title": f"Titel {id_}", "kind": kind}


def project_of(full: list[Full], others: list[dict[str, Any]]) -> Project:
    """A project of them, as if loaded."""
    project = Project(Path(), "municipality-a")
    for kind, data in [*((one.kind, one.data) for one in full), *((one["kind"], one) for one in others)]:
        fields = {name: value for name, value in deepcopy(data).items() if name != "kind"}
        record = KINDS[kind].model.model_validate(fields)
        project.entries[record.id] = Entry(kind, record.id, f"content/by/{record.id}.yml", record, {})
    return project
