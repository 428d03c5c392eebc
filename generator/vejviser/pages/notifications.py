"""Acute help and notification (underretning): one page each and one that leads to them."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.notification import Notification


def in_order(book: Book) -> list[Notification]:
    """The notifications, gravest first."""
    return sorted(book.all(Notification), key=lambda item: (item.order, item.id))


def overview(book: Book, writer: Writer) -> Iterator[Page]:
    """The ways to notify."""
    yield writer.page(
        "notifications",
        "underretning/index.md",
        "Underretning og akut hjælp",
        items=in_order(book),
        description="Hvem du ringer til, og hvordan du underretter.",
    )


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page for every kind of notification."""
    for item in in_order(book):
        yield writer.page(
            "notification",
            f"underretning/{item.id}.md",
            item.title,
            description=item.summary or "",
            source=book.get(item.id).path,
            item=item,
        )


def acute(book: Book, writer: Writer) -> Iterator[Page]:
    """The numbers, and what to do first."""
    items = in_order(book)[:6]
    yield writer.page(
        "acute", "akut.md", "Akut: alle numre", items=items, description="Numrene, når et barn er i fare."
    )
