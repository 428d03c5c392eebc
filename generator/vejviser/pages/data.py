"""Hands on what is published as data: all of it as JSON, each kind as CSV, a schema and checksums."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from vejviser.entry import Entry
from vejviser.pages.address import address, url
from vejviser.pages.book import Book
from vejviser.pages.data_schema import UNPUBLISHED, UNSURE, published, schema
from vejviser.pages.data_table import as_csv
from vejviser.pages.site import DataFile
from vejviser.records.law import Law

# Counts up when a program that reads the data must be changed: docs/data.md says what is promised.
VERSION = "1.2"
_FOLDER = "data"
JSON = f"{_FOLDER}/vejviser.json"
SCHEMA = f"{_FOLDER}/vejviser.schema.json"
SUMS = f"{_FOLDER}/sha256sums.txt"
_NOTICE = (
    "Indholdet tilhører kommunen. Spørg kommunen, før du udgiver det andre steder, og henvis til siden som kilde. "
    "Data følger siden: Det, der ikke er bekræftet, har status `unconfirmed`, og tvivl står i `doubts`."
)


class Table(NamedTuple):
    """A kind that there are records of, and the file that holds them."""

    title: str
    number: int
    uri: str


def tables(book: Book) -> list[Table]:
    """The CSV files, in the order of the kinds."""
    counted = [(model, len(_entries(book, model.kind))) for model in published()]
    return [Table(model.plural, number, _uri(model.folder)) for model, number in counted if number]


def files(book: Book) -> Iterator[DataFile]:
    """Every data file; the checksums are those of the files before it."""
    rows = {model.kind: list(_rows(book, model.kind)) for model in published()}
    made = [
        DataFile(JSON, _everything(book, [row for kind in rows.values() for row in kind])),
        DataFile(SCHEMA, json.dumps(schema(VERSION), ensure_ascii=False, separators=(",", ":")) + "\n"),
    ]
    made += [
        DataFile(_uri(model.folder), as_csv(model.kind, rows[model.kind])) for model in published() if rows[model.kind]
    ]
    yield from made
    # As `sha256sum --check` reads it in the folder of the files.
    yield DataFile(
        SUMS,
        "".join(
            f"{hashlib.sha256(file.text.encode()).hexdigest()}  {file.uri.removeprefix(f'{_FOLDER}/')}\n"
            for file in sorted(made, key=lambda file: file.uri)
        ),
    )


def _uri(folder: str) -> str:
    return f"{_FOLDER}/{folder or 'municipality'}.csv"


def _everything(book: Book, rows: list[dict[str, Any]]) -> str:
    """One record a line, so that two versions can be compared line by line."""
    place = book.municipality
    of = {"id": place.id, "title": place.title, "site_name": place.site_name}
    head = {
        "$schema": SCHEMA.removeprefix(f"{_FOLDER}/"),
        "version": VERSION,
        "notice": _NOTICE,
        "municipality": {**of, "site_url": place.site_url} if place.site_url else of,
    }
    lines = ",\n".join(_json(row) for row in rows)
    return f'{_json(head)[:-1]},"records":[\n{lines}\n]}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _entries(book: Book, kind: str) -> list[str]:
    """The ids of a kind, in order; what no page shows is left out."""
    return sorted(entry.id for entry in book.shown(kind))


def _rows(book: Book, kind: str) -> Iterator[dict[str, Any]]:
    """The published fields of every record of a kind."""
    return (row_of(book.get(id_)) for id_ in _entries(book, kind))


def row_of(entry: Entry) -> dict[str, Any]:
    """The published fields of a record. A field that says no more than its default is left out."""
    record = entry.whole
    unsure = UNSURE if isinstance(record, Law) and not record.number_is_sure else set()
    fields = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=UNPUBLISHED | unsure)
    page, anchor = address(entry)
    if entry.shared:
        fields["shared"] = True
    return {"kind": entry.kind, "page": url(page) + (f"#{anchor}" if anchor else ""), **fields}
