"""The front page and the page for those who are new."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.ladder import picture
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.people import Role
from vejviser.records.tree import Case, Tree

_LOOK_UP = (
    ("moeder/index.md", "Møder", "meeting_type"),
    ("tilbud/index.md", "Tilbud", "offer"),
    ("tegn/index.md", "Tegn efter alder", "age_group"),
    ("frister.md", "Frister", "meeting_type"),
    ("lov.md", "Lov", "law"),
    ("kontakt.md", "Kontakt", "organisation"),
    ("a-aa.md", "Alt fra A til Å", "law"),
)


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The front page with the acute box and the doors."""
    look_up = [(uri, words) for uri, words, kind in _LOOK_UP if book.project.of_kind(kind)]
    yield writer.page(
        "front", "index.md", book.municipality.site_name, look_up=look_up,
        source=book.get(book.project.municipality).path,
        description=f"Når du er bekymret for et barn i {book.municipality.title}: det næste skridt.")


def new_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The first week: duty, phones, ladder, role, words, practice."""
    roles = [entry.record for entry in book.of_kind("role")]
    terms = [entry.record for entry in book.of_kind("term")]
    yield writer.page(
        "new", "ny/index.md", "Ny i kommunen", ladder=book.ladder(), picture=picture(book.ladder()),
        roles=[role for role in roles if isinstance(role, Role) and not role.is_family],
        terms=[term for term in terms if getattr(term, "abbreviation", None)],
        practice=_practice(book),
        description="Fem ting, du skal kende den første uge.")


def _practice(book: Book) -> list[tuple[Tree, Case]]:
    """The cases of every tree, those that end mildest first."""
    trees = [entry.record for entry in book.of_kind("tree") if isinstance(entry.record, Tree)]

    def gravity(row: tuple[Tree, Case]) -> int:
        tree, case = row
        return [level.id for level in tree.levels].index(tree.outcomes[case.expect].level)

    return sorted(((tree, case) for tree in trees for case in tree.cases), key=gravity)
