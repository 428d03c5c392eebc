"""The pages over the municipalities of this repository, for the tests that read them."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

from projects import ROOT
from shipped import NAMES, book_of, checked_of
from vejviser.checked import Checked
from vejviser.entry import Entry
from vejviser.links import Links
from vejviser.pages.book import Book
from vejviser.pages.data import JSON, files
from vejviser.pages.data_back import as_published, entries
from vejviser.pages.portal import Collected
from vejviser.pages.portal import files as portal_files
from vejviser.project import Project, shared_records


def data_of(checked: Checked) -> str:
    """What a municipality publishes as data."""
    return next(file.text for file in files(book_of(checked)) if file.uri == JSON)


@cache
def shared_base(root: Path = ROOT) -> dict[str, Entry]:
    """What the municipalities of a project share, as it is published."""
    return as_published(shared_records(root))


def published(checked: Checked) -> Book:
    """The municipality's records as they are read back from what it publishes."""
    name = checked.project.municipality
    return Book(
        Project(Path(), name, entries(json.loads(data_of(checked)), shared_base(checked.project.root))),
        Links(),
        date.min,
    )


def pages_of(*several: Checked) -> dict[str, str]:
    """Every page over some municipalities by its address."""
    collected = Collected(shared_base(several[0].project.root))
    books = {checked.project.municipality: published(checked) for checked in several}
    for book in books.values():
        collected.add(book)
    return {page.uri: "".join(page.pieces) for page in portal_files(collected, books.__getitem__)}


@cache
def shipped_pages() -> dict[str, str]:
    """The pages over the municipalities of this repository."""
    return pages_of(*map(checked_of, NAMES))


def section(page: str, name: str) -> str:
    """What stands under a municipality's heading."""
    return re.split(r"<h2|</article>", page.split(f'<h2 id="{name}">')[1])[0]


def rows_of(name: str) -> list[dict[str, str]]:
    """The records of a municipality as they are published."""
    rows: list[dict[str, str]] = json.loads(data_of(checked_of(name)))["records"]
    return rows
