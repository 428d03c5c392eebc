"""What the pages over many municipalities say of one of them, taken from its records and no more than that."""

from collections.abc import Iterator
from dataclasses import dataclass

from vejviser.acute import RECEPTION, number_of
from vejviser.pages import danish
from vejviser.pages.address import address, url
from vejviser.pages.book import Book
from vejviser.pages.facets import PLACE, Mark, Said, Scales, mark_of, said_by, scales
from vejviser.pages.markdown import plain
from vejviser.pages.page_kinds import is_there
from vejviser.records.base import Phone
from vejviser.records.deadline import Deadline
from vejviser.records.kinds import shown_on
from vejviser.records.meeting import Duty, MeetingType
from vejviser.records.offer import Offer
from vejviser.records.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page, given from the folder that all sites lie in."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """Whom to call when; a number that is not known is empty."""

    when: str
    who: str
    number: str
    note: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of several professions; what the source does not say is empty."""

    link: Link
    calls: str
    comes: str
    consent: str
    deadlines: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A deadline in words, with the provisions behind it by id and name, and where the municipality says it."""

    what: str
    span: str
    who: str
    by_law: bool
    law: tuple[tuple[str, str], ...]
    is_shared: bool
    where: tuple[Link, ...]

    @property
    def rule(self) -> tuple[object, ...]:
        """What is the same in two municipalities that have the same rule from the shared content."""
        return self.what, self.span, self.who, self.law


@dataclass(frozen=True, slots=True)
class Offered:
    """A row of the catalogue."""

    link: Link
    target: str
    way_in: str
    case: str
    status: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Digest:
    """One municipality, without the rows of its catalogue, which are most of it: `offers` is only their number.

    `own` has the address of each of its pages that gather records, when it has the page.
    """

    id: str
    title: str
    short: str
    name: str
    website: str
    published: bool
    # Where its accessibility statement stands, and whom to turn to; empty when it has not said.
    statement: str
    access_contact: str
    own: dict[str, str]
    acute: list[Line]
    reception: list[Line]
    advice: Line | None
    meetings: list[Meeting]
    ladder: list[str]
    deadlines: list[Limit]
    offers: int
    scales: Scales
    systems: dict[str, list[Link]]


def digest(book: Book) -> Digest:
    """The digest of a municipality's records."""
    place = book.municipality
    entry = book.project.entries.get(RECEPTION)
    reception = entry.record if entry else None
    contact = reception.contact if isinstance(reception, Organisation) else None
    gathered = ("moeder/index.md", "tilbud/index.md", "modeller/index.md", "frister.md", "kontakt.md")
    return Digest(
        id=place.id,
        title=place.title,
        short=place.short,
        name=place.site_name,
        website=place.website,
        published=place.published,
        statement=place.accessibility.statement or "",
        access_contact=place.accessibility.contact or "",
        own={uri: f"{place.id}/{url(uri)}" for uri in gathered if is_there(book, uri)},
        acute=[Line(line.when, line.who, number_of(line), line.note or "") for line in place.acute],
        reception=[_line(phone) for phone in (contact.phones if contact else [])],
        advice=_line(place.advice) if place.advice else None,
        meetings=_meetings(book),
        ladder=[step.title for step in book.ladder()],
        deadlines=[_limit(book, deadline, ids) for deadline, ids in book.deadlines],
        offers=len(_offers(book)),
        scales=scales(book),
        systems={kind: [_link(book, item.id) for item in book.of_kind(kind)] for kind in shown_on("systemer/")},
    )


def _line(phone: Phone) -> Line:
    return Line(phone.hours or "", phone.label, phone.number or "", "")


def _link(book: Book, id_: str) -> Link:
    entry = book.get(id_)
    page, anchor = address(entry)
    return Link(entry.record.title, f"{book.municipality.id}/{url(page)}" + (f"#{anchor}" if anchor else ""))


def _names(book: Book, ids: list[str]) -> str:
    return ", ".join(book.get(id_).record.title for id_ in ids)


def _meetings(book: Book) -> list[Meeting]:
    """The meetings of several professions, those of the ladder first; a form of a meeting stands on its page."""
    ladder = [step.id for step in book.ladder()]
    rest = [entry.id for entry in book.of_kind("meeting_type") if entry.id not in ladder]
    meetings = [book.meeting(id_) for id_ in (*ladder, *rest)]
    return [_meeting(book, item) for item in meetings if item.variant_of is None and is_across(item)]


def is_across(meeting: MeetingType) -> bool:
    """Whether several professions meet: more than one kind comes, or the meeting says so itself."""
    professionals = [person for person in meeting.participants if person.side != "family"]
    said = " ".join((meeting.title, *meeting.concerns)).lower()
    return len(professionals) > 1 or "tværfaglig" in said or "på tværs" in said


def _meeting(book: Book, meeting: MeetingType) -> Meeting:
    must = [person.who for person in meeting.participants if person.presence == "required"]
    return Meeting(
        _link(book, meeting.id),
        _duty(book, meeting.calls),
        _names(book, must or [person.who for person in meeting.participants]),
        meeting.consent.short if meeting.consent else "",
        tuple(f"{item.what}: {danish.span(item)}" for item in meeting.deadlines),
        danish.STATUS[meeting.status] if meeting.status else "",
    )


def _duty(book: Book, duty: Duty | None) -> str:
    if duty is None:
        return ""
    return _names(book, duty.who) + (f". {plain(duty.note)}" if duty.note else "")


def _limit(book: Book, item: Deadline, ids: list[str]) -> Limit:
    law = tuple((id_, book.law_name(id_)) for id_ in item.law)
    # A form of a meeting is published with what it takes from the meeting, and says nothing new then.
    own = [id_ for id_ in ids if getattr(book.get(id_).record, "variant_of", None) not in ids]
    return Limit(
        item.what,
        danish.span(item),
        _names(book, [item.who]) if item.who else "",
        item.basis == "law",
        law,
        any(book.get(id_).shared for id_ in ids),
        tuple(_link(book, id_) for id_ in own),
    )


def _offers(book: Book) -> list[Offer]:
    records = [entry.record for kind in shown_on("tilbud/") for entry in book.of_kind(kind)]
    return [record for record in records if isinstance(record, Offer)]


def said(book: Book) -> Iterator[Said]:
    """What each offer says, and that it is this municipality's."""
    return (_said(book, offer) for offer in _offers(book))


def offered(book: Book) -> Iterator[Offered]:
    """The rows of the catalogue."""
    return (_offered(book, offer) for offer in _offers(book))


def _said(book: Book, offer: Offer) -> Said:
    found = said_by(book, offer)
    return Said({PLACE: [book.municipality.short], **found.words}, found.ages)


def _offered(book: Book, offer: Offer) -> Offered:
    way_in = _names(book, offer.referral.who) or (
        "Man kommer selv" if offer.referral.self_referral == "yes" else danish.YES_NO["unknown"]
    )
    return Offered(
        _link(book, offer.id),
        _target(offer),
        way_in,
        danish.CASE[offer.case],
        danish.STATUS[offer.status] if offer.status else "",
        mark_of(_said(book, offer)),
    )


def _target(offer: Offer) -> str:
    """The first paragraph, and age and grade when it does not say them."""
    first, _, rest = offer.target.partition("\n")
    words = plain(first) + (" …" if rest and not first.endswith(".") else "")
    for part, span in ((offer.ages, danish.ages(offer.ages)), (offer.grades, danish.grades(offer.grades))):
        if part and not danish.names_span(offer.target, part):
            words += f" {span[0].upper()}{span[1:]}."
    return words
