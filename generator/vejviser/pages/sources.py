"""Where everything comes from, what is doubtful and what is due for review."""

from collections.abc import Iterator

from vejviser.pages import danish, data
from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.kinds import KINDS, placed


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """Where everything comes from, what is doubtful and what is due for review."""
    entries = [entry for kind in placed() for entry in book.shown(kind)]
    due = [entry for entry in entries if "review" in KINDS[entry.kind].needs]
    reviewed = [entry for entry in due if entry.record.reviewed and entry.record.review_by]
    yield writer.page(
        "sources",
        "kilder.md",
        "Kilder og gennemgang",
        sources=[entry.record for entry in book.shown("source")],
        doubtful=[entry for entry in entries if entry.record.doubts],
        unconfirmed=[entry for entry in due if entry.record.status == "unconfirmed"],
        overdue=[entry for entry in reviewed if entry.record.review_by and entry.record.review_by < book.today],
        reviewed=sorted(reviewed, key=lambda entry: (entry.record.review_by, danish.sort_key(entry.record.title))),
        data={"json": data.JSON, "schema": data.SCHEMA, "sums": data.SUMS, "tables": data.tables(book)},
        description="Hvor oplysningerne kommer fra, og hvad der mangler at blive bekræftet.",
    )
