"""Makes the pages: a pure function of the records and a date; no clock, no disk, sorted output."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from vejviser.links import Links
from vejviser.pages import (
    budgets,
    concerns,
    data,
    front,
    ladder,
    meetings,
    models,
    notifications,
    offers,
    reference,
    signs,
    trees,
)
from vejviser.pages.address import address, url
from vejviser.pages.book import Book
from vejviser.pages.nav import navigation
from vejviser.pages.rendering import Writer
from vejviser.pages.site import ABOUT, DataFile, Page, Site
from vejviser.project import Project
from vejviser.records.municipality import Colours

PageKind = Callable[[Book, Writer], Iterator[Page]]

PAGE_KINDS: tuple[PageKind, ...] = (
    front.pages,
    front.new_pages,
    trees.pages,
    notifications.pages,
    ladder.pages,
    meetings.pages,
    meetings.deadline_pages,
    offers.pages,
    budgets.pages,
    models.pages,
    signs.pages,
    concerns.pages,
    reference.law_pages,
    reference.role_pages,
    reference.glossary_pages,
    reference.contact_pages,
    reference.source_pages,
    reference.index_pages,
)


def make_site(project: Project, links: Links, today: date) -> Site:
    """The site of a project without findings that stop it."""
    book = Book(project, links, today)
    writer = Writer(book)
    made = [page for kind in PAGE_KINDS for page in kind(book, writer)]
    made += [Page(uri, _title(text), text, path) for uri, text, path in project.handwritten]
    pages = sorted(made, key=lambda page: page.uri)
    there = [page.uri for page in pages]
    assert len(there) == len(set(there)), "two pages have the same address; the checks let something through"
    place = book.municipality
    return Site(
        name=place.site_name,
        url=place.site_url,
        pages=pages,
        nav=navigation(book, pages),
        files=[
            DataFile("assets/municipality.css", _stylesheet(place.colours)),
            DataFile(ABOUT, json.dumps({"title": place.title, "site_name": place.site_name}, ensure_ascii=False)),
            *data.files(book),
        ],
        extra={"vejviser": _for_theme(book, set(there))},
    )


def _title(text: str) -> str:
    """The first heading of a hand-written page."""
    return next((line[2:].strip() for line in text.split("\n") if line.startswith("# ")), "Uden titel")


def _stylesheet(colours: Colours) -> str:
    return (
        f":root {{\n  --vv-primary: {colours.primary};\n  --vv-accent: {colours.accent};\n"
        f"  --vv-accent-dark: {colours.accent_dark};\n}}\n"
    )


def _for_theme(book: Book, there: set[str]) -> dict[str, Any]:
    """What the theme shows on every page; only strings and lists, so that any template engine can read it."""
    place = book.municipality
    return {
        "municipality": place.title,
        "website": place.website,
        "serving": False,
        "published": place.published,
        "acute": [
            {
                "when": line.when,
                "who": line.who,
                "number": (line.phone.number or "") if line.phone else "",
                "note": line.note or "",
            }
            for line in place.acute
        ],
        "advice": {"label": place.advice.label, "number": place.advice.number or "", "hours": place.advice.hours or ""}
        if place.advice
        else {},
        "links": {
            "acute": url("akut.md"),
            "tree": url(address(book.get(place.main_tree))[0]),
            "search": url("a-aa.md"),
            # Hand-written; a link to a page that is not there would be broken on every page.
            "about": url("om.md") if "om.md" in there else "",
            "accessibility": place.accessibility.statement
            or (url("tilgaengelighed.md") if "tilgaengelighed.md" in there else ""),
            "sources": url("kilder.md"),
        },
    }
