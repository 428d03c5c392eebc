"""Models, methods and principles."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.principle import Principle


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The overview, a page for each model and method, and one for all principles."""
    models, methods = book.of_kind("model"), book.of_kind("method")
    principles = [entry.record for entry in book.of_kind("principle")]
    if not (models or methods or principles):
        return
    yield writer.page(
        "models",
        "modeller/index.md",
        "Modeller og metoder",
        models=[entry.record for entry in models],
        methods=[entry.record for entry in methods],
        principles=principles,
        description="De modeller, metoder og principper, vi arbejder efter.",
    )
    for folder, entries in (("modeller", models), ("metoder", methods)):
        for entry in entries:
            yield writer.page(
                "model",
                f"{folder}/{entry.id}.md",
                entry.record.title,
                description=entry.record.summary or "",
                source=entry.path,
                model=entry.record,
            )
    if principles:
        themes: dict[str, list[Principle]] = {}
        for principle in principles:
            if isinstance(principle, Principle):
                themes.setdefault(principle.theme, []).append(principle)
        yield writer.page(
            "principles",
            "modeller/principper.md",
            "Principper",
            themes=sorted(themes.items()),
            description="Det, samarbejdet bygger på.",
        )
