"""Lists the fields of a kind of record for an editor, from the models: what each is called and what may stand in it."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from vejviser.records.base import Record, RefTo, TextMark
from vejviser.records.condition import Condition
from vejviser.records.kinds import KINDS
from vejviser.schema import fields_of, is_many, mark_of, model_of


class Row(NamedTuple):
    """One field: how deep it lies, its key, what may stand there, what it is for, whether it must be there."""

    depth: int
    key: str
    holds: str
    title: str
    description: str
    is_required: bool


def rows(model: type[BaseModel], depth: int = 0, above: tuple[type[BaseModel], ...] = ()) -> Iterator[Row]:
    """Every field of a model, and below each field that holds fields those of its part, once on each way down."""
    for key, info in fields_of(model).items():
        yield Row(depth, key, holds(info), info.title or key, info.description or "", info.is_required())
        part = model_of(key, info)
        if part is not None and part not in above and not issubclass(part, Condition):
            yield from rows(part, depth + 1, (*above, part))


def holds(info: FieldInfo) -> str:
    """What may stand in a field, in Danish."""
    one = _one(info)
    return f"en liste: {one}" if is_many(info) else one


def _one(info: FieldInfo) -> str:
    mark = mark_of(info)
    if isinstance(mark, RefTo):
        return f"id på {' eller '.join(KINDS[kind].model.name for kind in mark.kinds) or 'en post'}"
    if isinstance(mark, TextMark):
        return "tekst"
    if model_of("", info) is not None:
        return "felter"
    words = _words(info.annotation)
    if words:
        return " eller ".join(f"`{word}`" for word in words)
    names = {bool: "`true` eller `false`", int: "et helt tal", date: "en dato, fx `2026-11-21`"}
    return next((name for kind, name in names.items() if kind in _leaves(info.annotation)), "en linje")


def _words(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(word) for word in get_args(annotation)]
    return [word for part in get_args(annotation) for word in _words(part)]


def _leaves(annotation: Any) -> set[Any]:
    inner = {leaf for part in get_args(annotation) for leaf in _leaves(part)}
    return inner or {annotation}


def kind_named(word: str) -> type[Record] | None:
    """The kind that an editor names by its folder, its Danish name or its own: `tilbud`, `offers`, `offer`."""
    for kind in KINDS.values():
        model = kind.model
        if word.lower() in (model.kind, model.folder, model.name.lower(), model.plural.lower()):
            return model
    return None


def field_list(model: type[Record], *, but_for: type[Record] | None = None) -> str:
    """The fields of a kind as a Markdown table, without those of `but_for`; what must be there is in bold."""
    lines = ["| felt | hvad der står | hvad det er |", "| --- | --- | --- |"]
    known = [*rows(but_for)] if but_for else []
    for row in [row for row in rows(model) if row not in known]:
        key = f"**`{row.key}`**" if row.is_required else f"`{row.key}`"
        said = f"{row.title}. {row.description}".replace("|", "\\|")
        lines.append(f"| {'– ' * row.depth}{key} | {row.holds} | {said} |")
    return "\n".join(lines) + "\n"
