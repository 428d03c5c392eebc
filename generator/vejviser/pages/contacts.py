"""All organisations and how to reach them."""

from collections.abc import Iterator

from vejviser.acute import RECEPTION
from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.organisation import Organisation


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """All organisations and how to reach them; where notifications go stands first."""
    yield writer.page(
        "contacts",
        "kontakt.md",
        "Kontakt",
        organisations=sorted(book.all(Organisation), key=lambda item: item.id != RECEPTION),
        description="Telefonnumre, adresser og åbningstider.",
    )
