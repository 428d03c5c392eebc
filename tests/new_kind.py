"""A kind of record and its pages that only tests know: what a newcomer writes, to see that all else follows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar
from unittest.mock import patch

from jinja2 import ChoiceLoader, DictLoader
from pydantic import Field

from vejviser.pages import data_schema, data_table, page_kinds, rendering
from vejviser.pages.address import address
from vejviser.pages.book import Book
from vejviser.pages.page_kind import PageKind
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.base import Line, Record
from vejviser.records.kinds import KINDS, Found, Kind, own

# A file drawn on the clean project of the tests.
FILE = """
content/
  by/
    tools/
      samtalekort.yml
        | title: Samtalekort
        | summary: Kort, der hjælper barnet med at fortælle.
        | concerns: [ensomhed]
        | search_terms: [billedkort, talekort, dialogkort, snakkekort]
        | doubts: ["Ingen ved, hvor kortene ligger."]
        | materials: [Tolv kort med tegninger]
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
"""


class Tool(Record):
    """A thing to work with."""

    kind: ClassVar[str] = "tool"
    folder: ClassVar[str] = "tools"
    name: ClassVar[str] = "redskab"
    plural: ClassVar[str] = "Redskaber"

    materials: list[Line] = Field(title="Materialer", description="Det, man skal bruge.", min_length=1)


KIND = Kind(
    Tool,
    own("redskaber"),
    needs=("source", "review", "mention"),
    concern="Redskaber",
    index_note="redskab",
    search=Found("Redskaber", 0.9, {"how": 1.3}),
    portal="systemer/",
)
TEMPLATES = {
    "tools.md.j2": "# Redskaber { #side }\n\n{% for tool in tools %}\n- {{ link(tool.id) }}\n{% endfor %}\n",
    "tool.md.j2": """{% from "macros.j2" import head, foot, bullets, doubts with context %}
{{ head(tool) }}

## Materialer { #materialer }

{{ bullets(tool.materials) }}

{{ doubts(tool) }}
{{ foot(tool) }}
""",
}


def overview(book: Book, writer: Writer) -> Iterator[Page]:
    """The list of them."""
    yield writer.page("tools", "redskaber/index.md", "Redskaber", tools=book.all(Tool), description="Det, vi bruger.")


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page for each."""
    for tool in book.all(Tool):
        entry = book.get(tool.id)
        yield writer.page("tool", address(entry)[0], tool.title, source=entry.path, tool=tool)


PAGES = (
    PageKind(
        "tools",
        overview,
        "redskaber/index.md",
        filled_by=("tool",),
        menu="Redskaber",
        look_up="Redskaber til samtalen",
        has_toc=False,
        is_searched=False,
        is_left_fast=True,
        styles=("assets/tree.css",),
        scripts=("assets/catalogue.js",),
    ),
    PageKind("tool", pages, of=("tool",), under="tools"),
)


@contextmanager
def known() -> Iterator[None]:
    """A program with one more row in the table of kinds and two in that of pages."""
    environment = rendering._environment()
    loader = environment.loader
    assert loader is not None
    environment.loader = ChoiceLoader([DictLoader(TEMPLATES), loader])
    _read_anew()
    try:
        with patch.dict(KINDS, tool=KIND), patch.object(page_kinds, "PAGE_KINDS", (*page_kinds.PAGE_KINDS, *PAGES)):
            yield
    finally:
        environment.loader = loader
        _read_anew()


def _read_anew() -> None:
    for known_before in (data_schema.defs, data_table.columns):
        known_before.cache_clear()
