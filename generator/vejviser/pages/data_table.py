"""Lays records of one kind out as a table for a Danish spreadsheet."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from vejviser.pages.data_schema import defs
from vejviser.trees.table import cell


class Column(NamedTuple):
    """A heading, the way to its value through a record, and what the schema says of the value."""

    heading: str
    path: tuple[str, ...]
    said: dict[str, Any]


@cache
def columns(kind: str) -> tuple[Column, ...]:
    """A column for each field of a kind, no two with one heading; a part's fields have one each, `Alder: Fra år`."""
    found = list(_columns(defs()[kind], "", ()))
    times = Counter(column.heading for column in found)
    return tuple(
        column._replace(heading=f"{column.heading} ({'.'.join(column.path)})") if times[column.heading] > 1 else column
        for column in found
    )


def _columns(model: dict[str, Any], heading: str, path: tuple[str, ...]) -> Iterator[Column]:
    for name, said in model["properties"].items():
        title, here = heading + said["title"], (*path, name)
        if "$ref" in said:
            yield from _columns(_named(said), f"{title}: ", here)
        else:
            yield Column(title, here, said)


def _named(said: dict[str, Any]) -> dict[str, Any]:
    return defs()[said["$ref"].rsplit("/", 1)[-1]]


def as_csv(kind: str, rows: Iterable[dict[str, Any]]) -> str:
    """A byte order mark, semicolons, a row of headings, and no cell that is run as a formula."""
    head = columns(kind)
    lines = [[column.heading for column in head]]
    lines += [[_words(_at(row, column.path), column.said) for column in head] for row in rows]
    return "\ufeff" + "".join(";".join(map(cell, line)) + "\r\n" for line in lines)


def _at(row: dict[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = row
    for step in path:
        value = value.get(step) if value is not None else None
    return value


def _words(value: Any, said: dict[str, Any], between: str = "\n") -> str:
    """A value in one cell: each of several on a line of its own, and a part on one line as `Hvem: …; Note: …`."""
    if value is None:
        value = said.get("default")
    if value is None:
        return ""
    if "$ref" in said:
        fields = _named(said)["properties"]
        return "; ".join(f"{fields[name]['title']}: {_words(item, fields[name], ', ')}" for name, item in value.items())
    if isinstance(value, list):
        return between.join(_words(item, said["items"], ", ") for item in value)
    if isinstance(value, dict):
        return between.join(
            f"{name}: {_words(item, said['additionalProperties'], ', ')}" for name, item in value.items()
        )
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value)
