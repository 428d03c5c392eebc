"""Every page and word from A to Å."""

from collections.abc import Iterator

from vejviser.pages import danish
from vejviser.pages.address import address
from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.kinds import KINDS


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """Every page and word from A to Å: the search of a reader without JavaScript."""
    rows: dict[tuple[str, str], tuple[str, str, str]] = {}
    for name_of_kind, kind in KINDS.items():
        for entry in book.of_kind(name_of_kind) if kind.is_indexed else ():
            page, anchor = address(entry)
            target = f"{page}#{anchor}" if anchor else page
            title = entry.record.title
            for name in (title, *entry.record.search_terms, *entry.record.looked_up_as()):
                note = kind.index_note
                shown = note.capitalize() if name == title else f"{title} ({note})" if note else title
                rows.setdefault((name.lower(), target), (name[0].upper() + name[1:], target, shown))
    letters: dict[str, list[tuple[str, str, str]]] = {}
    for row in sorted(rows.values(), key=lambda row: (danish.sort_key(row[0]), row[1])):
        letters.setdefault(danish.letter(row[0]), []).append(row)
    yield writer.page(
        "index",
        "a-aa.md",
        "A-Å",
        letters=list(letters.items()),
        description="Alle sider og ord i alfabetisk rækkefølge.",
    )
