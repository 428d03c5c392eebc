"""What people come to look up, shown with the result itself: who calls, which number, how soon."""

from collections.abc import Iterator
from functools import singledispatch

from vejviser.entry import Entry
from vejviser.pages import danish
from vejviser.pages.book import Book
from vejviser.records.base import Contact, Record
from vejviser.records.deadline import Deadline
from vejviser.records.law import Law
from vejviser.records.meeting import MeetingType
from vejviser.records.notification import Notification
from vejviser.records.offer import Offer
from vejviser.records.organisation import Organisation
from vejviser.records.term import Term

_MOST = 3
_DEADLINE = "Frist: "


def facts(entry: Entry, book: Book) -> list[str]:
    """A few short facts, the most wanted first, and every deadline: the browser shows the one that is asked for."""
    said = list(_facts(entry.whole, book))
    deadlines = [fact for fact in said if fact.startswith(_DEADLINE)]
    return [*[fact for fact in said if fact not in deadlines][:_MOST], *deadlines]


@singledispatch
def _facts(record: Record, book: Book) -> Iterator[str]:
    """Most kinds of records say enough with their title and lead."""
    yield from ()


@_facts.register
def _(record: MeetingType, book: Book) -> Iterator[str]:
    if record.calls:
        yield f"Indkalder: {_names(record.calls.who, book)}"
    if record.consent:
        yield f"Samtykke: {record.consent.short}"
    yield from _deadlines(record.deadlines)


@_facts.register
def _(record: Notification, book: Book) -> Iterator[str]:
    for id_ in record.call:
        called = book.get(id_).record
        if isinstance(called, Organisation):
            yield from (f"{called.title}: {number}" for number in _numbers(called.contact))
    yield from _deadlines(record.deadlines)


@_facts.register
def _(record: Offer, book: Book) -> Iterator[str]:
    yield from (f"Telefon: {number}" for number in _numbers(record.contact))
    if record.referral.who:
        yield f"Henviser: {_names(record.referral.who, book)}"
    if record.ages:
        yield f"Alder: {danish.ages(record.ages)}"
    yield from _address(record.contact)


@_facts.register
def _(record: Organisation, book: Book) -> Iterator[str]:
    yield from (f"Telefon: {number}" for number in _numbers(record.contact))
    yield from _address(record.contact)


@_facts.register
def _(record: Law, book: Book) -> Iterator[str]:
    if record.number_is_sure:
        yield f"{record.statute[0].upper()}{record.statute[1:]} {record.provision}"
        yield from (f"Før: {old.statute} {old.provision}" for old in record.formerly)


@_facts.register
def _(record: Term, book: Book) -> Iterator[str]:
    if record.expansion:
        yield f"Står for: {record.expansion}"


def _names(ids: list[str], book: Book) -> str:
    return danish.joined([book.get(id_).record.title for id_ in ids])


def _numbers(contact: Contact | None) -> Iterator[str]:
    for phone in contact.phones if contact else ():
        if phone.number:
            yield f"{phone.number} ({phone.hours})" if phone.hours else phone.number


def _address(contact: Contact | None) -> Iterator[str]:
    if contact and contact.address:
        yield f"Adresse: {contact.address}"


def _deadlines(deadlines: list[Deadline]) -> Iterator[str]:
    yield from (f"{_DEADLINE}{item.what[0].lower()}{item.what[1:]} {danish.span(item)}" for item in deadlines)
