"""The catalogue of offers and measures, and a page for each."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The catalogue, then the offers and the measures."""
    offers, measures = book.of_kind("offer"), book.of_kind("measure")
    if not offers and not measures:
        return
    yield writer.page(
        "offers", "tilbud/index.md", "Tilbud og støttende indsatser",
        description="Hvem de er for, og hvordan man får dem.",
        offers=[entry.record for entry in offers], measures=[entry.record for entry in measures])
    for folder, entries in (("tilbud", offers), ("indsatser", measures)):
        for entry in entries:
            yield writer.page(
                "offer", f"{folder}/{entry.id}.md", entry.record.title, description=entry.record.summary or "",
                source=entry.path, offer=entry.record)
