"""Plants hostile texts in every text field of every record of a loaded project."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel, StringConstraints

from attacks.payloads import LINES, TEXTS
from vejviser.checked import Checked
from vejviser.decoding import INVISIBLE
from vejviser.entry import Entry
from vejviser.links import collect
from vejviser.records.base import Line, TextMark
from vejviser.schema import _unwrap, fields_of
from vejviser.texts import faults

_LINE = Line.__metadata__[0].pattern  # type: ignore[attr-defined]  # an annotated string has its constraints there
# What a reader never sees: the note stays with the editor, and the rest is how a tree or a search is tried.
_UNSEEN = {"internal_note"}


@dataclass
class Planted:
    """A project with hostile texts: each by the word that it is found again by, and the fields that hold any."""

    checked: Checked
    lines: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    fields: set[str] = field(default_factory=set)
    refused: int = 0


Fits = Callable[[str, str], bool]


def fits(kind: str, text: str) -> bool:
    """Whether the checks let a text stand in a field."""
    if INVISIBLE.search(text):
        return False
    return bool(re.match(_LINE, text)) if kind == "line" else bool(text.strip()) and not faults(text)


def fits_elsewhere(kind: str, text: str) -> bool:
    """Whether a stranger's program can publish it: only what is read back is looked at, and no check has seen it."""
    return not INVISIBLE.search(text) and bool(re.match(_LINE, text) if kind == "line" else text.strip())


def planted(checked: Checked, turn: int, fits: Fits = fits) -> Planted:
    """The project with other payloads at each turn; those that do not fit are left out and counted."""
    found = Planted(checked)
    entries = {
        id_: _entry(entry, turn + 7 * number, found, fits)
        for number, (id_, entry) in enumerate(checked.project.entries.items())
    }
    project = replace(checked.project, entries=entries)
    found.checked = replace(checked, project=project, links=collect(project))
    return found


def _entry(entry: Entry, turn: int, found: Planted, fits: Fits) -> Entry:
    data = deepcopy(entry.record.model_dump(by_alias=True, exclude_unset=True))
    for number, (holder, key, kind, name) in enumerate(list(leaves(type(entry.record), data, entry.kind))):
        choice = LINES if kind == "line" else TEXTS
        # The number is prime to both, so that the turns come by every payload.
        text = choice[(turn + 11 * number) % len(choice)]
        word = f"ond{len(found.lines) + len(found.texts)}ord"
        text = text.replace("%", word, 1)
        if kind == "line":
            # A text may lead to another site by a link of its own; a single line may not.
            text = text.replace("ond.example", "linje.example")
        if not fits(kind, text):
            found.refused += 1
            continue
        holder[key] = text
        (found.lines if kind == "line" else found.texts)[word] = text
        found.fields.add(name)
    return replace(entry, record=type(entry.record).model_validate(data))


def leaves(model: type[BaseModel], data: Any, path: str) -> Iterator[tuple[Any, Any, str, str]]:
    """Every line and text in the data of a record: what holds it, under what key, its kind, and the field's name."""
    for name, info in fields_of(model).items():
        if name not in data or data[name] is None or name in _UNSEEN:
            continue
        many, metadata, inner = _unwrap(info.annotation, list(info.metadata))
        for holder, key in _places(data, name, maps=many == "dict" or inner is None):
            value = holder[key]
            if inner is not None and isinstance(value, dict):
                yield from leaves(inner, value, f"{path}.{name}")
            elif inner is None and isinstance(value, str) and (kind := _kind(metadata)):
                yield holder, key, kind, f"{path}.{name}"


def _places(holder: Any, key: Any, *, maps: bool) -> Iterator[tuple[Any, Any]]:
    """Where the single values of a field stand, however deep in lists; in a dict too when the field is one."""
    value = holder[key]
    if isinstance(value, list):
        for index in range(len(value)):
            yield from _places(value, index, maps=maps)
    elif isinstance(value, dict) and maps:
        for inner in value:
            yield from _places(value, inner, maps=False)
    else:
        yield holder, key


def _kind(metadata: list[Any]) -> str:
    if any(isinstance(mark, TextMark) for mark in metadata):
        return "text"
    patterns = [mark.pattern for mark in metadata if isinstance(mark, StringConstraints)]
    return "line" if _LINE in patterns else ""
