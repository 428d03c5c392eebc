"""One page for each meeting, and the table of every deadline."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page for every meeting type and form of one."""
    for entry in book.of_kind("meeting_type"):
        meeting = book.meeting(entry.id)
        yield writer.page(
            "meeting",
            f"moeder/{entry.id}.md",
            meeting.title,
            description=meeting.summary or "",
            source=entry.path,
            meeting=meeting,
            own=entry.record,
            variants=book.variants(entry.id),
        )


def deadline_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The page of all deadlines, those of the law first."""
    groups = [(basis, [row for row in book.deadlines if row[0].basis == basis]) for basis in ("law", "local")]
    yield writer.page(
        "deadlines",
        "frister.md",
        "Frister",
        groups=[group for group in groups if group[1]],
        description="Alle frister ét sted: lovens og kommunens egne.",
    )
