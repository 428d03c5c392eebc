"""What can be found: a page, or a record that stands with others on one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from vejviser.entry import Entry
from vejviser.pages import page_kinds
from vejviser.pages.address import address, url
from vejviser.pages.book import Book
from vejviser.pages.site import Page
from vejviser.records.base import Record
from vejviser.records.kinds import KINDS
from vejviser.records.level import Level
from vejviser.records.sign import Sign
from vejviser.records.term import Term
from vejviser.search.facts import facts
from vejviser.search.sections import Section, plain, sections

_SEE_ALSO = "Se også"

# The roles that are no professionals'.
_CITIZENS = frozenset({"barn", "foraeldre", "netvaerk"})


@dataclass(slots=True)
class Document:
    """One result of a search: where it is, what it is called, and all words that lead to it."""

    url: str
    kind: str
    title: str
    lead: str = ""
    terms: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    ages: tuple[int, int] | None = None
    # How grave the level of a sign is, 1 the least; nothing else has any.
    gravity: int = 0
    # Whether parents, young people and those around them have use of it themselves.
    is_for_citizens: bool = False
    sections: list[Section] = field(default_factory=list)


def documents(pages: list[Page], book: Book) -> list[Document]:
    """Every document of a site, in order of address."""
    entries = {address(entry): entry for entry in book.project.entries.values() if _is_found(entry)}
    found = [document for page in pages for document in _on_page(page, entries, book)]
    there = {page.uri for page in pages}
    found += [_of_sign(entry, book) for entry in book.project.of_kind("sign") if address(entry)[0] in there]
    return sorted(found, key=lambda document: document.url)


def _is_found(entry: Entry) -> bool:
    return KINDS[entry.kind].search is not None


def _on_page(page: Page, entries: dict[tuple[str, str], Entry], book: Book) -> Iterator[Document]:
    """The page, and each record that has a heading of its own on it."""
    is_list = any(kind.name == page.kind and not kind.is_searched for kind in page_kinds.PAGE_KINDS)
    parts = [] if is_list else sections(page.body)
    own = _of_entry(entries.get((page.uri, "")), page.title, url(page.uri), book)
    within: Document | None = None
    for part in parts:
        entry = entries.get((page.uri, part.anchor)) if part.anchor else None
        if entry is not None:
            if within is not None:
                yield within
            within = _of_entry(entry, entry.record.title, f"{url(page.uri)}#{part.anchor}", book)
            within.sections.append(Section(part.level, "", "", part.blocks))
        elif within is not None and part.level > within.sections[0].level:
            within.sections.append(part)
        elif part.title != _SEE_ALSO:
            if within is not None:
                yield within
            within = None
            own.sections.append(part)
    if within is not None:
        yield within
    own.kind = own.kind or ("list" if is_list else "page")
    own.lead = own.lead or page.description
    yield own


def _of_entry(entry: Entry | None, title: str, where: str, book: Book) -> Document:
    if entry is None:
        return Document(where, "", title)
    record = entry.record
    lead = plain(record.meaning if isinstance(record, Term) else record.summary or "")
    terms = [term for term in dict.fromkeys(_terms(record)) if term != title]
    shown, for_citizens = facts(entry, book), bool(_CITIZENS & {entry.id, *record.audience})
    return Document(where, entry.kind, title, lead, terms, shown, record.age_span(), is_for_citizens=for_citizens)


def _terms(record: Record) -> list[str]:
    """Every name for a record but its title."""
    return [*record.search_terms, *record.concerns, *record.other_names()]


def _of_sign(entry: Entry, book: Book) -> Document:
    """A sign is a line on the page of its age groups, and what worried people type."""
    sign, (page, anchor) = entry.record, address(entry)
    assert isinstance(sign, Sign)
    groups, level = [book.get(id_).record for id_ in sign.age_groups], book.get(sign.level).record
    assert isinstance(level, Level)
    age = f"Tegn: {groups[0].title}" if len(groups) == 1 else "Tegn i flere aldre"
    shown = [age, f"{level.title} ({level.colour_word})" if level.colour_word else level.title]
    spans = [span for group in groups if (span := group.age_span())]
    ages = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None
    where = f"{url(page)}#{anchor}"
    return Document(where, "sign", sign.title, "", _terms(sign), shown, ages, level.order)
