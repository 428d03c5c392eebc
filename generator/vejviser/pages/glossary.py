"""All words and abbreviations."""

from collections.abc import Iterator

from vejviser.pages import danish
from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.term import Term


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """All words and abbreviations."""
    terms = book.all(Term)
    letters: dict[str, str] = {}
    for term in terms:
        letters.setdefault(danish.letter(term.title), term.id)
    yield writer.page(
        "glossary",
        "ordliste.md",
        "Ordliste",
        terms=terms,
        letters=list(letters.items()),
        description="Fagord og forkortelser forklaret i enkle ord. Her kan du slå dem op.",
    )
