"""The front page and the page for those who are new."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.ladder import picture
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.role import Role
from vejviser.records.term import Term
from vejviser.records.tree import Case, Tree


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The front page with the acute box and the doors."""
    yield writer.page(
        "front",
        "index.md",
        book.municipality.site_name,
        family=[role.id for role in book.all(Role) if role.is_family],
        ladder=book.ladder(),
        source=book.get(book.project.municipality).path,
        description=f"Når du er bekymret for et barn i {book.municipality.title}: det næste skridt.",
    )


def new_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The first week: duty, phones, ladder, role, words, practice."""
    yield writer.page(
        "new",
        "ny/index.md",
        "Ny i kommunen",
        ladder=book.ladder(),
        picture=picture(book.ladder()),
        roles=[role for role in book.all(Role) if not role.is_family],
        terms=[term for term in book.all(Term) if term.abbreviation],
        practice=_practice(book),
        description="Det, en ny kollega eller nyansat skal kende den første uge: pligt, numre, ord og møder.",
    )


def _practice(book: Book) -> list[tuple[Tree, Case]]:
    """The cases of every tree, those that end mildest first."""

    def gravity(row: tuple[Tree, Case]) -> int:
        tree, case = row
        return [level.id for level in tree.levels].index(tree.outcomes[case.expect].level)

    return sorted(((tree, case) for tree in book.all(Tree) for case in tree.cases), key=gravity)
