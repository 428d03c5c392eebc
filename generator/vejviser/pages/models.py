"""Models, methods and principles."""

from collections.abc import Iterator

from vejviser.pages.address import address
from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.method import Method
from vejviser.records.model import Model
from vejviser.records.principle import Principle


def overview(book: Book, writer: Writer) -> Iterator[Page]:
    """The list of them."""
    yield writer.page(
        "models",
        "modeller/index.md",
        "Modeller og metoder",
        models=book.all(Model),
        methods=book.all(Method),
        principles=book.all(Principle),
        description="De modeller, metoder og principper, vi arbejder efter.",
    )


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page for each model and method."""
    for kind in ("model", "method"):
        for entry in book.of_kind(kind):
            yield writer.page(
                "model",
                address(entry)[0],
                entry.record.title,
                description=entry.record.summary or "",
                source=entry.path,
                model=entry.record,
            )


def principles(book: Book, writer: Writer) -> Iterator[Page]:
    """One page for all principles, by theme."""
    themes: dict[str, list[Principle]] = {}
    for principle in book.all(Principle):
        themes.setdefault(principle.theme, []).append(principle)
    yield writer.page(
        "principles",
        "modeller/principper.md",
        "Principper",
        themes=sorted(themes.items()),
        description="Det, samarbejdet bygger på.",
    )
