"""Every kind of page, said once, in the order of the menu."""

from vejviser.pages import (
    a_to_z,
    budgets,
    concerns,
    contacts,
    front,
    glossary,
    ladder,
    law,
    meetings,
    models,
    notifications,
    offers,
    roles,
    signs,
    sources,
    trees,
)
from vejviser.pages.book import Book
from vejviser.pages.page_kind import PageKind

# Navigation, taken addresses, what can be looked up on the front page, headings beside the text, style sheets and
# scripts, and what the search reads are derived from this table.
_TREE_STYLE = ("assets/tree.css",)
PAGE_KINDS: tuple[PageKind, ...] = (
    PageKind("front", front.pages, "index.md", menu="Forside", has_toc=False),
    PageKind(
        "tree",
        trees.pages,
        of=("tree",),
        order=trees.in_order,
        under=trees.section,
        # Its headings are steps.
        has_toc=False,
        styles=_TREE_STYLE,
        modules=("assets/tree.js",),
        is_left_fast=True,
    ),
    PageKind(
        "notifications",
        notifications.overview,
        "underretning/index.md",
        filled_by=("notification",),
        menu="Underretning",
        is_left_fast=True,
    ),
    PageKind(
        "notification",
        notifications.pages,
        of=("notification",),
        order=lambda book, _: [item.id for item in notifications.in_order(book)],
        under="notifications",
        is_left_fast=True,
    ),
    PageKind(
        "acute",
        notifications.acute,
        "akut.md",
        menu="Akut: alle numre",
        under="notifications",
        is_left_fast=True,
    ),
    PageKind("ladder", ladder.pages, "moeder/index.md", filled_by=("meeting_type",), menu="Møder", look_up="Møder"),
    PageKind("meeting", meetings.pages, of=("meeting_type",), order=ladder.in_order, under="ladder"),
    PageKind(
        "offers",
        offers.overview,
        "tilbud/index.md",
        filled_by=("offer", "measure"),
        menu="Tilbud",
        look_up="Tilbud",
        styles=("assets/catalogue.css",),
        scripts=("assets/catalogue.js",),
    ),
    PageKind("offer", offers.pages, of=("offer", "measure"), under="offers"),
    PageKind("budget", budgets.pages, of=("budget",), under="offers"),
    PageKind(
        "signs",
        signs.overview,
        "tegn/index.md",
        filled_by=("age_group",),
        menu="Tegn",
        look_up="Tegn efter alder",
    ),
    PageKind("age_group", signs.pages, of=("age_group",), order=signs.in_order, under="signs"),
    PageKind(
        "models",
        models.overview,
        "modeller/index.md",
        filled_by=("model", "method", "principle"),
        menu="Modeller og metoder",
    ),
    PageKind("model", models.pages, of=("model", "method"), under="models"),
    PageKind(
        "principles",
        models.principles,
        "modeller/principper.md",
        filled_by=("principle",),
        menu="Principper",
        under="models",
    ),
    PageKind("roles", roles.overview, "roller/index.md", filled_by=("role",), menu="Roller"),
    PageKind("role", roles.pages, of=("role",), under="roles"),
    # Ordered by letters, which stand at its top; so is the index.
    PageKind(
        "concerns",
        concerns.pages,
        concerns.URI,
        is_filled=concerns.is_filled,
        menu="Find hjælp ud fra bekymringen",
        look_up="Find hjælp ud fra bekymringen",
        has_toc=False,
        is_searched=False,
    ),
    PageKind(
        "deadlines",
        meetings.deadline_pages,
        "frister.md",
        is_filled=lambda book: bool(book.deadlines),
        menu="Frister",
        look_up="Frister",
    ),
    PageKind("law", law.pages, "lov.md", filled_by=("law",), menu="Lov", look_up="Lov"),
    PageKind("glossary", glossary.pages, "ordliste.md", filled_by=("term",), menu="Ordliste"),
    PageKind("contacts", contacts.pages, "kontakt.md", filled_by=("organisation",), menu="Kontakt", look_up="Kontakt"),
    PageKind(
        "index",
        a_to_z.pages,
        "a-aa.md",
        menu="A-Å",
        look_up="Alt fra A til Å",
        has_toc=False,
        is_searched=False,
    ),
    PageKind("new", front.new_pages, "ny/index.md", menu="Ny i kommunen"),
    PageKind("sources", sources.pages, "kilder.md", menu="Kilder og gennemgang", is_searched=False),
    PageKind(
        "tree_built",
        trees.built_pages,
        of=("tree",),
        tail="/opbygning.md",
        under="Sådan er træerne bygget",
        is_searched=False,
        styles=_TREE_STYLE,
    ),
)


def is_there(book: Book, uri: str) -> bool:
    """Whether the one page at an address is made from a book."""
    return any(kind.uri == uri and kind.is_made(book) for kind in PAGE_KINDS)


def rare_styles() -> list[str]:
    """The style sheets that only some kinds of page need."""
    return sorted({path for kind in PAGE_KINDS for path in kind.styles})
