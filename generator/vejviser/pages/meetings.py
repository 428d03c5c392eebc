"""One page for each meeting, and the table of every deadline."""

from collections.abc import Iterator

from vejviser.pages import danish
from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.meeting import Deadline, MeetingType, Notification
from vejviser.records.model import Model


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page for every meeting type and form of one."""
    for entry in book.of_kind("meeting_type"):
        meeting = book.meeting(entry.id)
        yield writer.page(
            "meeting", f"moeder/{entry.id}.md", meeting.title, description=meeting.summary or "", source=entry.path,
            meeting=meeting, own=entry.record, variants=book.variants(entry.id))


def all_deadlines(book: Book) -> list[tuple[Deadline, list[str]]]:
    """Every deadline once, with the ids of the records that state it themselves."""
    found: dict[tuple[object, ...], tuple[Deadline, list[str]]] = {}
    for kind in ("notification", "meeting_type", "model", "method"):
        for entry in book.of_kind(kind):
            if isinstance(entry.record, MeetingType | Notification | Model):
                for item in entry.record.deadlines:
                    key = (item.what, danish.span(item), item.basis, item.who, *item.law)
                    found.setdefault(key, (item, []))[1].append(entry.id)
    return list(found.values())


def deadline_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The page of all deadlines, those of the law first."""
    every = all_deadlines(book)
    groups = [(basis, [row for row in every if row[0].basis == basis]) for basis in ("law", "local")]
    yield writer.page(
        "deadlines", "frister.md", "Frister", groups=[group for group in groups if group[1]],
        description="Alle frister ét sted: lovens og kommunens egne.")
