"""The navigation: short, so that it need not be repeated whole on every page."""

from typing import Any

from vejviser.pages.address import address
from vejviser.pages.book import Book
from vejviser.pages.notifications import in_order
from vejviser.pages.signs import age_groups
from vejviser.pages.site import Page
from vejviser.pages.trees import built_address


def navigation(book: Book, pages: list[Page]) -> list[Any]:
    """A MkDocs nav of the pages that exist: a list of {title: page} and {title: [page, …]}."""
    there = {page.uri for page in pages}
    written = {uri for uri, _, _ in book.project.handwritten}

    def leaf(id_: str, words: str | None = None) -> dict[str, str]:
        entry = book.get(id_)
        return {words or entry.record.title: address(entry)[0]}

    def section(title: str, index: str, leaves: list[dict[str, str]]) -> list[Any]:
        return [{title: [index, *leaves]}] if index in there else []

    ladder = [item.id for step in book.ladder() for item in (step, *book.variants(step.id))]
    other_meetings = [entry.id for entry in book.of_kind("meeting_type") if entry.id not in ladder]
    looked_up = [
        ("Find hjælp ud fra bekymringen", "bekymringer.md"),
        ("Frister", "frister.md"),
        ("Lov", "lov.md"),
        ("Ordliste", "ordliste.md"),
        ("Kontakt", "kontakt.md"),
        ("A-Å", "a-aa.md"),
    ]
    handwritten = sorted((page for page in pages if page.uri in written), key=lambda page: page.uri)
    place, trees = book.municipality, book.of_kind("tree")
    notify_tree = [leaf(place.notify_tree)] if place.notify_tree != place.main_tree else []
    return [
        {"Forside": "index.md"},
        leaf(place.main_tree),
        *(leaf(entry.id) for entry in trees if entry.id not in (place.main_tree, place.notify_tree)),
        *section(
            "Underretning",
            "underretning/index.md",
            [*notify_tree, *(leaf(item.id) for item in in_order(book)), {"Akut hjælp, numre": "akut.md"}],
        ),
        *section("Møder", "moeder/index.md", [leaf(id_) for id_ in ladder + other_meetings]),
        *section(
            "Tilbud",
            "tilbud/index.md",
            [leaf(entry.id) for kind in ("offer", "measure", "budget") for entry in book.of_kind(kind)],
        ),
        *section("Tegn", "tegn/index.md", [leaf(group.id) for group in age_groups(book)]),
        *section(
            "Modeller og metoder",
            "modeller/index.md",
            [leaf(entry.id) for kind in ("model", "method") for entry in book.of_kind(kind)]
            + ([{"Principper": "modeller/principper.md"}] if "modeller/principper.md" in there else []),
        ),
        *section("Roller", "roller/index.md", [leaf(entry.id) for entry in book.of_kind("role")]),
        *({words: uri} for words, uri in looked_up if uri in there),
        {"Ny i kommunen": "ny/index.md"},
        {"Kilder og gennemgang": "kilder.md"},
        {"Sådan er træerne bygget": [{entry.record.title: built_address(entry.id)} for entry in trees]},
        *({page.title: page.uri} for page in handwritten),
    ]
