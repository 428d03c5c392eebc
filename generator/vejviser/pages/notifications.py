"""Acute help and notification (underretning): one page each and one that leads to them."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.notification import Notification


def in_order(book: Book) -> list[Notification]:
    """The notifications, gravest first."""
    records = [entry.record for entry in book.of_kind("notification")]
    return sorted((item for item in records if isinstance(item, Notification)), key=lambda item: (item.order, item.id))


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The overview and a page for every kind of notification."""
    items = in_order(book)
    if items:
        yield writer.page(
            "notifications",
            "underretning/index.md",
            "Underretning og akut hjælp",
            items=items,
            description="Hvem du ringer til, og hvordan du underretter.",
        )
    for item in items:
        yield writer.page(
            "notification",
            f"underretning/{item.id}.md",
            item.title,
            description=item.summary or "",
            source=book.get(item.id).path,
            item=item,
        )
    yield writer.page("acute", "akut.md", "Akut hjælp", items=items[:6], description="Numrene, når et barn er i fare.")
