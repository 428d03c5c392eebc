"""All organisations and how to reach them."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.organisation import Organisation

# Receives notifications in every municipality.
_FIRST = "modtagelsen"


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """All organisations and how to reach them; where notifications go stands first."""
    yield writer.page(
        "contacts",
        "kontakt.md",
        "Kontakt",
        organisations=sorted(book.all(Organisation), key=lambda item: item.id != _FIRST),
        description="Telefonnumre, adresser og åbningstider.",
    )
