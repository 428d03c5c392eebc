"""Fills the Markdown templates; the only module that knows Jinja."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from vejviser import acute
from vejviser.pages import danish
from vejviser.pages.address import address, relative, url
from vejviser.pages.book import Book
from vejviser.pages.markdown import TermMarker, destination, escape, literal, plain, render
from vejviser.pages.page_kind import PageKind
from vejviser.pages.site import Page
from vejviser.records.budget import dotted
from vejviser.records.term import Term
from vejviser.texts import LINK

_ITEM = re.compile(r" *(?:[-*]|\d+\.) ")


def _finalize(value: Any) -> Any:
    """Whatever a template prints is text, unless a filter has made it Markdown."""
    return value if isinstance(value, Markup) else Markup(literal("" if value is None else str(value)))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("vejviser.pages"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        day=lambda day: Markup(danish.day(day)),
        status_words=danish.STATUS,
        presence_words=danish.PRESENCE,
        side_words=danish.SIDE,
        basis_words=danish.BASIS,
        case_words=danish.CASE,
        assessment_words=danish.ASSESSMENT,
        yes_no_words=danish.YES_NO,
        number_of=acute.number_of,
        hours_of=acute.hours_of,
        reception=acute.RECEPTION,
    )
    environment.filters.update(
        kroner=dotted,
        span=danish.span,
        ages=danish.ages,
        grades=danish.grades,
        names_span=danish.names_span,
        joined=danish.joined,
        plain=plain,
        address=lambda address: Markup(destination(address)),
        digits=lambda number: "".join(ch for ch in number if ch.isdigit() or ch == "+"),
        attribute=lambda text: Markup(escape(plain(text)).replace('"', "&quot;")),
        join=lambda words, between=", ": Markup(between.join(_finalize(word) for word in words)),
        indented=lambda text: Markup(_finalize(text).replace("\n", "\n    ")),
        cell=lambda text: Markup(" ".join(_finalize(text).split()).replace("|", "\\|")),
    )
    return environment


@cache
def _html() -> Environment:
    return Environment(
        loader=PackageLoader("vejviser.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def html(template: str, **values: Any) -> Iterator[str]:
    """A whole page, piece by piece, from `templates/<template>.html.j2`, where the site builder makes no page."""
    return _html().get_template(f"{template}.html.j2").generate(values)


class Writer:
    """Writes one page at a time; what a template calls is bound to the page it is for."""

    def __init__(self, book: Book, kinds: Sequence[PageKind]) -> None:
        """Write from the records of `book` pages of these kinds, which are all that are made."""
        self._book = book
        self._kinds = {kind.name: kind for kind in kinds}
        self._there = {kind.uri for kind in kinds if kind.uri}
        self._look_up = [(kind.uri, kind.look_up) for kind in kinds if kind.look_up]

    def page(
        self, template: str, uri: str, title: str, *, description: str = "", source: str | None = None, **values: Any
    ) -> Page:
        """A page filled from `templates/<template>.md.j2`, with front matter for the theme."""
        marker = TermMarker(self._book.abbreviations)
        helpers = {
            "text": lambda text: Markup(render(text or "", partial(self._link, uri=uri), marker)),
            "link": partial(self._named_link, uri),
            "href": lambda id_: Markup(self._link(id_, uri) or ""),
            "to": lambda target: Markup(relative(target, uri)),
        }
        body = (
            _environment()
            .get_template(f"{template}.md.j2")
            .render(
                book=self._book,
                place=self._book.municipality,
                today=self._book.today,
                source=source,
                uri=uri,
                title=title,
                there=self._there,
                look_up=self._look_up,
                **helpers,
                **values,
            )
        )
        notes = [self._note(id_) for id_ in sorted(marker.used)]
        kind = self._kinds[template]
        meta = kind.meta() | ({"terms": notes} if notes else {})
        # So may those of the family's own roles.
        if kind.is_left_fast or getattr(values.get("role"), "is_family", False):
            meta["exit"] = True
        return Page(uri, title, _tidy(body), template, plain(description) or title, source, meta)

    def _link(self, id_: str, uri: str) -> str | None:
        entry = self._book.project.entries.get(id_)
        if entry is None:
            return None
        page, anchor = address(entry)
        return relative(f"{page}#{anchor}" if anchor else page, uri)

    def _named_link(self, uri: str, id_: str, words: str | None = None) -> Markup:
        title = words or self._book.get(id_).record.title
        return Markup(f"[{literal(title)}]({self._link(id_, uri)})")

    def _note(self, id_: str) -> dict[str, str]:
        """What the theme shows when a reader opens an abbreviation."""
        term = self._book.get(id_).record
        assert isinstance(term, Term)
        return {
            "id": id_,
            "word": term.abbreviation or term.title,
            "stands_for": term.expansion or "",
            "meaning": LINK.sub(r"\1", plain(term.meaning)),
            "url": f"{url('ordliste.md')}#{id_}",
        }


def _tidy(body: str) -> str:
    """No trailing spaces, never two empty lines, one newline at the end, and each list item an item."""
    lines: list[str] = []
    # How deep the lines since the last empty one begin, and whether they are the second paragraph of an item.
    deep, is_second = 0, False
    for line in map(str.rstrip, body.strip().split("\n")):
        if not line:
            if lines and lines[-1]:
                lines.append(line)
            continue
        depth, is_item = len(line) - len(line.lstrip(" ")), bool(_ITEM.match(line))
        begins = not (lines and lines[-1])
        if not begins and is_item and (depth < deep or (is_second and depth == deep)):
            # Markdown would take the item for words of the paragraph.
            lines.append("")
            begins = True
        if begins:
            deep, is_second = depth, depth > 0 and not is_item
        lines.append(line)
    return "\n".join(lines) + "\n"
