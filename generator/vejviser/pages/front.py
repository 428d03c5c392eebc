"""The front page and the page for those who are new."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.ladder import picture
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.role import Role
from vejviser.records.tree import Case, Tree

_LOOK_UP = (
    ("moeder/index.md", "Møder"),
    ("tilbud/index.md", "Tilbud"),
    ("tegn/index.md", "Tegn efter alder"),
    ("bekymringer.md", "Find hjælp ud fra bekymringen"),
    ("frister.md", "Frister"),
    ("lov.md", "Lov"),
    ("kontakt.md", "Kontakt"),
)


def _roles(book: Book) -> list[Role]:
    return [entry.record for entry in book.of_kind("role") if isinstance(entry.record, Role)]


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The front page with the acute box and the doors."""
    look_up = [(uri, words) for uri, words in _LOOK_UP if book.has(uri)] + [("a-aa.md", "Alt fra A til Å")]
    yield writer.page(
        "front",
        "index.md",
        book.municipality.site_name,
        look_up=look_up,
        family=[role.id for role in _roles(book) if role.is_family],
        ladder=book.ladder(),
        source=book.get(book.project.municipality).path,
        description=f"Når du er bekymret for et barn i {book.municipality.title}: det næste skridt.",
    )


def new_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The first week: duty, phones, ladder, role, words, practice."""
    terms = [entry.record for entry in book.of_kind("term")]
    yield writer.page(
        "new",
        "ny/index.md",
        "Ny i kommunen",
        ladder=book.ladder(),
        picture=picture(book.ladder()),
        roles=[role for role in _roles(book) if not role.is_family],
        terms=[term for term in terms if getattr(term, "abbreviation", None)],
        practice=_practice(book),
        description="Det, du skal kende den første uge.",
    )


def _practice(book: Book) -> list[tuple[Tree, Case]]:
    """The cases of every tree, those that end mildest first."""
    trees = [entry.record for entry in book.of_kind("tree") if isinstance(entry.record, Tree)]

    def gravity(row: tuple[Tree, Case]) -> int:
        tree, case = row
        return [level.id for level in tree.levels].index(tree.outcomes[case.expect].level)

    return sorted(((tree, case) for tree in trees for case in tree.cases), key=gravity)
