"""Makes the pages: a pure function of the records and a date; no clock, no disk, sorted output."""

import json
from datetime import date, timedelta
from typing import Any

from vejviser.links import Links
from vejviser.page_html import heading_of
from vejviser.page_links import resolved
from vejviser.pages import danish, data, moved, page_kinds
from vejviser.pages.address import address, relative, url
from vejviser.pages.book import Book
from vejviser.pages.nav import navigation
from vejviser.pages.policy import POLICY
from vejviser.pages.rendering import Writer
from vejviser.pages.site import ABOUT, DataFile, Page, Site
from vejviser.project import Project
from vejviser.records.kinds import KINDS
from vejviser.records.municipality import Colours


def make_site(project: Project, links: Links, today: date) -> Site:
    """The site of a project without findings that stop it."""
    book = Book(project, links, today)
    kinds = [kind for kind in page_kinds.PAGE_KINDS if kind.is_made(book)]
    writer = Writer(book, kinds)
    written = [
        Page(uri, heading_of(text), _links_in(book, text, uri), description=_description(text), source=path)
        for uri, text, path in project.handwritten
    ]
    made = [page for kind in kinds for page in kind.make(book, writer)]
    pages = sorted([*made, *written], key=lambda page: page.uri)
    place = book.municipality
    return Site(
        name=place.site_name,
        url=place.site_url,
        pages=pages,
        nav=navigation(book, kinds, written),
        files=[
            DataFile("assets/municipality.css", _stylesheet(place.colours)),
            DataFile(ABOUT, json.dumps({"title": place.title, "site_name": place.site_name}, ensure_ascii=False)),
            *data.files(book),
            *moved.files(book),
        ],
        extra={"vejviser": _for_theme(book, {page.uri for page in pages})},
    )


def _links_in(book: Book, text: str, uri: str) -> str:
    """A hand-written page with its links by id made links to the records, and those by name to the pages beside it."""
    own = {name.removesuffix(".md"): name for name, _, _ in book.project.handwritten}

    def resolve(id_: str) -> str | None:
        entry = book.project.entries.get(id_)
        if entry is None or KINDS[entry.kind].place is None:
            return relative(own[id_], uri) if id_ in own else None
        page, anchor = address(entry)
        return relative(f"{page}#{anchor}" if anchor else page, uri)

    return resolved(text, resolve)


def _description(text: str) -> str:
    """What the front matter of a hand-written page says of it."""
    line = next((line for line in text.split("\n", 4) if line.startswith("description: ")), "")
    return line.removeprefix("description: ").strip('"')


def _stylesheet(colours: Colours) -> str:
    return (
        f":root {{\n  --vv-primary: {colours.primary};\n  --vv-accent: {colours.accent};\n"
        f"  --vv-accent-dark: {colours.accent_dark};\n}}\n"
    )


def _old(due: date | None, today: date) -> dict[str, Any]:
    """From which day every page warns that all of them are old: a year after the municipality's own review was due."""
    if due is None:
        return {"old_from": "", "due": "", "is_old": False}
    old_from = due + timedelta(days=365)
    return {"old_from": old_from.isoformat(), "due": danish.day(due), "is_old": today >= old_from}


def _for_theme(book: Book, there: set[str]) -> dict[str, Any]:
    """What the theme shows on every page; only strings and lists, so that any template engine can read it."""
    place = book.municipality
    return {
        "municipality": place.title,
        "website": place.website,
        "serving": False,
        "policy": POLICY,
        "rare_styles": page_kinds.rare_styles(),
        "published": place.published,
        **_old(place.review_by, book.today),
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
