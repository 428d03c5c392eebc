"""The navigation: short, so that it need not be repeated whole on every page."""

from typing import Any

from vejviser.pages.address import address
from vejviser.pages.book import Book
from vejviser.pages.page_kind import PageKind
from vejviser.pages.site import Page


def navigation(book: Book, kinds: list[PageKind], written: list[Page]) -> list[Any]:
    """A MkDocs nav of the kinds that are made and the pages written by hand: {title: page} and {title: [page, …]}."""
    nav: list[Any] = []
    sections = {kind.name for kind in kinds if any(other.under == kind.name for other in kinds)}
    for kind in kinds:
        if kind.name in sections:
            nav.append({kind.menu: [kind.uri, *(leaf for other in kinds for leaf in _leaves(book, other, kind.name))]})
            continue
        nav += _leaves(book, kind, "")
        if isinstance(kind.under, str) and kind.under and kind.under not in {other.name for other in kinds}:
            nav.append({kind.under: _leaves(book, kind, kind.under)})
    return [*nav, *({page.title: page.uri} for page in written)]


def _leaves(book: Book, kind: PageKind, section: str) -> list[dict[str, str]]:
    """The pages of a kind that stand in a section, by its name; those of no section stand by themselves."""
    if kind.uri:
        return [{kind.menu: kind.uri}] if kind.under == section else []
    return [
        {book.get(id_).record.title: address(book.get(id_))[0].removesuffix(".md") + kind.tail}
        for id_ in kind.ids(book)
        if section == (kind.under if isinstance(kind.under, str) else kind.under(book, id_))
    ]
