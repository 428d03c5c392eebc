"""What every page kind works from: the records, who refers to them, and today's date."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from vejviser import acute
from vejviser.entry import Entry
from vejviser.links import Links
from vejviser.pages import danish
from vejviser.project import Project
from vejviser.records.base import Record
from vejviser.records.deadline import Deadline
from vejviser.records.kinds import KINDS
from vejviser.records.law import Law
from vejviser.records.meeting import MeetingType
from vejviser.records.model import Model
from vejviser.records.municipality import Municipality
from vejviser.records.notification import Notification
from vejviser.records.offer import Offer
from vejviser.records.organisation import Organisation
from vejviser.records.term import Term

Kind = TypeVar("Kind", bound=Record)


@dataclass
class Book:
    """A loaded and checked project, ready to be read page by page."""

    project: Project
    links: Links
    today: date

    def get(self, id_: str) -> Entry:
        """The entry with an id that the checks have found to exist."""
        return self.project.entries[id_]

    def of_kind(self, kind: str) -> list[Entry]:
        """The entries of a kind in Danish alphabetical order of title."""
        return sorted(self.project.of_kind(kind), key=lambda entry: danish.sort_key(entry.record.title))

    def ids(self, *kinds: str) -> list[str]:
        """The ids of some kinds, kind by kind, each in Danish alphabetical order of title."""
        return [entry.id for kind in kinds for entry in self.of_kind(kind)]

    def all(self, model: type[Kind]) -> list[Kind]:
        """The records of a kind in Danish alphabetical order of title."""
        records = [entry.record for entry in self.of_kind(model.kind)]
        return [record for record in records if isinstance(record, model)]

    @cached_property
    def deadlines(self) -> list[tuple[Deadline, list[str]]]:
        """Every deadline once, with the ids of the records that state it themselves."""
        found: dict[tuple[object, ...], tuple[Deadline, list[str]]] = {}
        for kind in ("notification", "meeting_type", "model", "method"):
            for entry in self.of_kind(kind):
                if isinstance(entry.record, MeetingType | Notification | Model):
                    for item in entry.record.deadlines:
                        key = (item.what, danish.span(item), item.basis, item.who, *item.law)
                        found.setdefault(key, (item, []))[1].append(entry.id)
        return list(found.values())

    @cached_property
    def municipality(self) -> Municipality:
        """The municipality's own record."""
        record = self.project.entries[self.project.municipality].record
        assert isinstance(record, Municipality)
        return record

    @cached_property
    def numbers(self) -> list[acute.Number]:
        """The acute numbers that are known, and when to ring them."""
        return acute.numbers(self.municipality)

    @cached_property
    def advice_page(self) -> str:
        """The id of the offer that the municipality's advice without names is, known by its name; or nothing."""
        label = self.municipality.advice.label if self.municipality.advice else ""
        return next((offer.id for offer in self.all(Offer) if offer.title == label), "")

    def shows(self, status: str | None) -> bool:
        """Whether a page says its status itself; on a draft, one strip says for all that nobody has confirmed them."""
        return status != "unconfirmed" or self.municipality.published

    def lacking(self, ids: list[str]) -> list[str]:
        """Those of some roles and organisations that ought to have a number and have none."""
        records = [self.get(id_).record for id_ in ids]
        return [record.id for record in records if isinstance(record, Organisation) and acute.lacks_number(record)]

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Each abbreviation and the id of its term."""
        terms = [entry.record for entry in self.project.of_kind("term")]
        return {term.abbreviation: term.id for term in terms if isinstance(term, Term) and term.abbreviation}

    def meeting(self, id_: str) -> MeetingType:
        """A meeting with everything filled in that it takes from the meeting it is a form of."""
        meeting = self.get(id_).whole
        assert isinstance(meeting, MeetingType)
        return meeting

    def naming(self, id_: str) -> list[Entry]:
        """The records that name one and are worth telling of on its page."""
        return [entry for entry in self.links.sources_of(id_) if KINDS[entry.kind].is_told_of]

    def shown(self, kind: str) -> list[Entry]:
        """Those of a kind that a reader meets: a source only when something here cites it, not only elsewhere."""
        return [entry for entry in self.of_kind(kind) if kind != "source" or self._is_cited(entry)]

    def _is_cited(self, source: Entry, passed: frozenset[str] = frozenset()) -> bool:
        """Whether a record with a place cites it, or a source that is cited itself does."""
        if source.id in passed:
            return False
        others = [other for other in self.links.sources_of(source.id) if KINDS[other.kind].place]
        return any(other.kind != "source" or self._is_cited(other, passed | {source.id}) for other in others)

    def ladder(self) -> list[MeetingType]:
        """The meetings that are a step on the ladder, lowest first."""
        meetings = [self.meeting(entry.id) for entry in self.project.of_kind("meeting_type")]
        steps = [meeting for meeting in meetings if meeting.step]
        return sorted(steps, key=lambda meeting: (meeting.step or 0, meeting.id))

    def variants(self, id_: str) -> list[MeetingType]:
        """The forms of a meeting: first those that its own record names as related, in that order."""
        related = self.get(id_).record.related
        meetings = [entry.record for entry in self.project.of_kind("meeting_type")]
        forms = [item for item in meetings if isinstance(item, MeetingType) and item.variant_of == id_]
        # Sorting keeps the rest in the order of their ids.
        forms.sort(key=lambda item: related.index(item.id) if item.id in related else len(related))
        return [self.meeting(item.id) for item in forms]

    def law_name(self, id_: str) -> str:
        """A provision as it may be printed: with its number only when the number is sure."""
        law = self.get(id_).record
        assert isinstance(law, Law)
        return f"{law.statute} {law.provision}" if law.number_is_sure else f"{law.title} (paragraf ikke bekræftet)"
