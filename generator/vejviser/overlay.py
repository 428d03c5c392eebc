"""Lays a municipality's tree over a shared one: what it says takes the place of what the shared tree says, by id."""

from typing import Any, NamedTuple

# What makes a shared tree safe stands as it is written: own safety rules and thresholds are more of them.
_ADDED = ("must", "raise")
# What tells the parts of a list apart, whichever they have.
_KEYS = ("choice", "checklist", "id", "name")


class SharedMark(NamedTuple):
    """A 0-based place in the shared file, where a part of a merged tree comes from."""

    line: int
    column: int
    path: str


def from_shared(marks: Any, path: str) -> Any:
    """The marks of a shared file, each with the file's path, so that a finding names the right file."""
    if isinstance(marks, dict):
        return {
            key: SharedMark(mark.line, mark.column, path)
            if key is None
            else (SharedMark(mark[0].line, mark[0].column, path), from_shared(mark[1], path))
            for key, mark in marks.items()
        }
    if isinstance(marks, list):
        return [from_shared(mark, path) for mark in marks]
    return SharedMark(marks.line, marks.column, path)


def merged(base: Any, base_marks: Any, own: Any, own_marks: Any) -> tuple[Any, Any]:
    """Data and marks of `own` over `base`: fields one by one, parts of a list by id, everything else whole.

    New fields and parts come last. Nothing can be taken away, so a safety rule of the shared tree always holds.
    """
    if isinstance(base, dict) and isinstance(own, dict):
        return _merged_fields(base, base_marks, own, own_marks)
    if isinstance(base, list) and isinstance(own, list) and all(map(_name, base + own)):
        return _merged_parts(base, base_marks, own, own_marks)
    return own, own_marks


def _merged_fields(base: dict[str, Any], base_marks: Any, own: dict[str, Any], own_marks: Any) -> tuple[Any, Any]:
    data, marks = {**base, **own}, {**base_marks, **own_marks}
    # An id that the file's name gives is in no line of the file.
    for key in [key for key in own if key in base_marks and key in own_marks]:
        below, above = base_marks[key][1], own_marks[key][1]
        if key in _ADDED and isinstance(base[key], list) and isinstance(own[key], list):
            data[key], inner = base[key] + own[key], [*below, *above[1:]]
        else:
            data[key], inner = merged(base[key], below, own[key], above)
        marks[key] = (own_marks[key][0], inner)
    return data, marks


def _merged_parts(base: list[Any], base_marks: Any, own: list[Any], own_marks: Any) -> tuple[Any, Any]:
    data, marks = list(base), list(base_marks)
    index = {_name(part): number for number, part in enumerate(base)}
    for part, part_marks in zip(own, own_marks[1:], strict=True):
        number = index.get(_name(part))
        if number is None:
            data.append(part)
            marks.append(part_marks)
        else:
            data[number], marks[number + 1] = merged(data[number], marks[number + 1], part, part_marks)
    return data, marks


def _name(part: Any) -> str | None:
    """What tells a part of a list from the others; None when it has no such name."""
    if not isinstance(part, dict):
        return None
    return next((str(part[key]) for key in _KEYS if part.get(key)), None)
