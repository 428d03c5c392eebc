"""What is to be known of a kind of page; the table of them is `page_kinds`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from vejviser.pages.book import Book
from vejviser.pages.site import Page


@dataclass(frozen=True, slots=True)
class PageKind:
    """One page at an address, or a page for each record of some kinds; what is left out is what most have."""

    # Also the name of its template, and what the theme and the search know it by.
    name: str
    # Makes the page or pages from a book, by means of a writer.
    make: Callable[[Book, Any], Iterator[Page]]
    # The address of the one page.
    uri: str = ""
    # Or the kinds of record that have such a page each.
    of: tuple[str, ...] = ()
    # What stands in place of `.md` in the address of the record, when the record has another page there.
    tail: str = ".md"
    # The one page is made when there is a record of one of these, or when the function says so.
    filled_by: tuple[str, ...] = ()
    is_filled: Callable[[Book], bool] = lambda _: True
    # Its words in the menu; a record's page has the record's title there.
    menu: str = ""
    # The page kind, or the heading, in whose section it stands in the menu; for records it may depend on the record.
    under: str | Callable[[Book, str], str] = ""
    # The ids of its records in the order of the menu.
    order: Callable[[Book, tuple[str, ...]], list[str]] | None = None
    # Its words among what can be looked up on the front page.
    look_up: str = ""
    # Whether its headings are listed beside it.
    has_toc: bool = True
    # Whether its text is searched: a page that only lists others would stand before them.
    is_searched: bool = True
    # Whether somebody may have to leave it before they are seen there.
    is_left_fast: bool = False
    # Style sheets and scripts that only it needs; a module is a script that imports others.
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()

    def is_made(self, book: Book) -> bool:
        """Whether there is anything to show on it."""
        kinds = self.of or self.filled_by
        return self.is_filled(book) and (not kinds or any(book.project.of_kind(kind) for kind in kinds))

    def ids(self, book: Book) -> list[str]:
        """The records that have such a page, in the order of the menu."""
        return self.order(book, self.of) if self.order else book.ids(*self.of)

    def meta(self) -> dict[str, Any]:
        """What the theme must know of such a page; what goes without saying is left out."""
        needed = {"styles": self.styles, "scripts": self.scripts, "modules": self.modules}
        meta: dict[str, Any] = {} if self.has_toc else {"toc": False}
        return meta | {name: list(paths) for name, paths in needed.items() if paths}
