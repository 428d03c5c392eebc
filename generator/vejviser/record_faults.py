"""The findings of one record that is not what its kind asks for, the true one without what follows from it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from vejviser import misplaced
from vejviser.entry import finding_at
from vejviser.field_faults import explain
from vejviser.field_names import meant
from vejviser.findings import MOST_NEAR, Finding, did_you_mean
from vejviser.records.base import Record, RefTo
from vejviser.schema import Loc, field_at, fields_of, mark_of


class Unnamed(NamedTuple):
    """A finding about what is no id where the id of another record is asked for; its name may tell which."""

    finding: Finding
    given: str
    kinds: tuple[str, ...]


class Written(NamedTuple):
    """A record as it stands in a file: its data, where each part of it stands, and the file's path."""

    data: dict[str, Any]
    marks: Any
    path: str


def record_faults(
    model: type[Record], error: ValidationError, written: Written, unnamed: list[Unnamed], *, near: bool
) -> Iterator[Finding]:
    """Each fault that pydantic found; `near` is whether to look for the words that were meant, which takes a while."""
    data, marks, path = written
    other = misplaced.look_alike(model, data)
    if other is not None:
        yield finding_at(path, marks, (), misplaced.told(other, path), key=True)
        return
    faults: list[Any] = error.errors(include_url=False)
    known = {fault["loc"] for fault in _follow_from_a_name(model, faults)} if near else set()
    for number, fault in enumerate(faults):
        if fault["type"] == "missing" and fault["loc"] in known:
            continue
        fault["loc"] = _as_written(marks, fault["loc"])
        code, message, hint = explain(model, fault, near=near and number < MOST_NEAR)
        is_key = fault["type"] == "extra_forbidden" or fault["loc"][-1:] == ("[key]",)
        loc = fault["loc"][:-1] if fault["type"] == "missing" else fault["loc"]
        found = finding_at(path, marks, loc, (code, message, hint), key=is_key)
        info = field_at(model, fault["loc"])[1]
        mark = mark_of(info) if info else None
        if code == "E205" and isinstance(mark, RefTo):
            unnamed.append(Unnamed(found, str(fault["input"]), mark.kinds))
        yield found


def _follow_from_a_name(model: type[Record], faults: list[Any]) -> Iterator[Any]:
    """The missing fields that are there under another name, or in a part that they do not belong to."""
    unknown = [fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"][:MOST_NEAR]
    for fault in faults:
        if fault["type"] != "missing":
            continue
        *around, name = fault["loc"]
        if any(_is_said_by(model, loc, around, name) for loc in unknown):
            yield fault


def _is_said_by(model: type[Record], unknown: Loc, around: list[Any], name: str) -> bool:
    """Whether an unknown field is the missing one: under another name beside it, or under its name in a part."""
    word, owner = str(unknown[-1]), field_at(model, unknown)[0]
    if [*unknown[:-1]] == around:
        return name in (*meant(owner, word), did_you_mean(word.lower(), fields_of(owner)))
    return word == name and [*unknown[:-2]] == around


def _as_written(marks: Any, loc: Loc) -> Loc:
    """A place without the steps that the file does not have: `go: id` is read as a list with one rule."""
    for number, step in enumerate(loc):
        if isinstance(marks, dict):
            if step not in marks:
                break
            marks = marks[step][1]
        elif isinstance(marks, list):
            if not isinstance(step, int) or step + 1 >= len(marks):
                break
            marks = marks[step + 1]
        elif step != "[key]":
            return loc[:number]
    return loc
