"""Every kind of record, said once: where it stands on the site, what it must have, and where a reader meets it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vejviser.records.age_group import AgeGroup
from vejviser.records.base import Record
from vejviser.records.budget import Budget
from vejviser.records.law import Law
from vejviser.records.level import Level
from vejviser.records.measure import Measure
from vejviser.records.meeting import MeetingType
from vejviser.records.method import Method
from vejviser.records.model import Model
from vejviser.records.municipality import Municipality
from vejviser.records.notification import Notification
from vejviser.records.offer import Offer
from vejviser.records.organisation import Organisation
from vejviser.records.principle import Principle
from vejviser.records.role import Role
from vejviser.records.sign import Sign
from vejviser.records.source import Source
from vejviser.records.term import Term
from vejviser.records.thesaurus import Thesaurus
from vejviser.records.tree import Tree

# What a record must have: where its facts come from, dates of review, another record that names it.
Need = Literal["source", "review", "mention"]
_BOTH: tuple[Need, ...] = ("source", "review")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the records of a kind stand: a page, which may be named after the `record`, and a heading there or not."""

    page: str
    has_anchor: bool = True

    @property
    def is_own(self) -> bool:
        """Whether each record has a page to itself."""
        return "{record.id}" in self.page


def own(folder: str) -> Place:
    """A page for each record, in a folder."""
    return Place(f"{folder}/{{record.id}}.md", has_anchor=False)


def at(page: str) -> Place:
    """A heading or a row for each record on one page."""
    return Place(page)


@dataclass(frozen=True, slots=True)
class Found:
    """How the search shows a kind: under which heading, how far ahead, and what it is an answer to."""

    group: str = "Andre sider"
    # What only points at a page stands behind the page itself.
    weight: float = 1.0
    # How much more likely it is when a question is put so; `search/intents.py` has the questions.
    asked: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record; what is left out is what most kinds have."""

    model: type[Record]
    # None when a reader never sees it: then it is no data for others either, and no record may point at it.
    place: Place | None
    needs: tuple[Need, ...] = _BOTH
    # The heading under which it answers a concern.
    concern: str = ""
    # Whether it stands in the index from A to Å, and what is written there after its other names.
    is_indexed: bool = True
    index_note: str = ""
    # Whether a page says that records of this kind name what it is about.
    is_told_of: bool = True
    search: Found | None = None
    # The page over all municipalities that shows it.
    portal: str = ""


_SYSTEMS, _SIGNS = "Modeller og metoder", "Tegn"
# Addresses, taken names, the index from A to Å, concerns, doubts, data files, the search's groups and weights and the
# portal are derived from this table. What the fields of a kind are stands in its model.
# In the order in which a reader wants them: help first, then where to talk, then the duty and what lies behind it all.
KINDS: dict[str, Kind] = {
    kind.model.kind: kind
    for kind in (
        Kind(
            Municipality,
            Place("index.md", has_anchor=False),
            needs=("review",),
            is_indexed=False,
            is_told_of=False,
            search=Found(weight=0.8),
        ),
        Kind(
            Offer,
            own("tilbud"),
            concern="Tilbud",
            search=Found("Tilbud", 1.0, {"help": 1.12, "call": 1.15}),
            portal="tilbud/",
        ),
        Kind(
            Measure,
            own("indsatser"),
            concern="Tilbud",
            search=Found("Støttende indsatser", 1.0, {"help": 1.05}),
            portal="tilbud/",
        ),
        Kind(
            MeetingType,
            own("moeder"),
            concern="Møder",
            search=Found("Møder", 1.0, {"how": 1.05}),
            portal="hvem-indkalder/",
        ),
        Kind(
            Notification,
            own("underretning"),
            needs=(*_BOTH, "mention"),
            concern="Underretning",
            search=Found("Underretning og akut hjælp", 1.0, {"how": 1.12, "call": 1.2, "acute": 1.3}),
        ),
        Kind(
            Model,
            own("modeller"),
            concern=_SYSTEMS,
            search=Found(_SYSTEMS, 1.0, {"meaning": 1.1}),
            portal="systemer/",
        ),
        Kind(
            Method,
            own("metoder"),
            needs=(*_BOTH, "mention"),
            concern=_SYSTEMS,
            search=Found(_SYSTEMS, 1.0, {"meaning": 1.1}),
            portal="systemer/",
        ),
        Kind(Principle, at("modeller/principper.md"), search=Found(_SYSTEMS), portal="systemer/"),
        Kind(
            Tree,
            own("beslutningstrae"),
            search=Found("Beslutningstræer", 0.92, {"how": 1.1}),
            portal="systemer/",
        ),
        Kind(AgeGroup, own("tegn"), needs=("source",), search=Found(_SIGNS, 1.0, {"sign": 1.2})),
        Kind(
            Level,
            at("tegn/index.md"),
            needs=("source",),
            is_indexed=False,
            search=Found(_SIGNS, 0.92, {"sign": 1.1}),
        ),
        Kind(
            Sign,
            at("tegn/{record.age_page}.md"),
            needs=("source",),
            concern="Tegn",
            is_indexed=False,
            is_told_of=False,
            search=Found(_SIGNS, 0.68),
        ),
        Kind(Budget, own("oekonomi"), search=Found("Økonomi")),
        Kind(Role, own("roller"), needs=(*_BOTH, "mention"), search=Found("Roller", 0.85, {"role": 1.2})),
        Kind(
            Organisation,
            at("kontakt.md"),
            needs=(*_BOTH, "mention"),
            search=Found("Kontakt", 0.92, {"call": 1.2}),
            portal="hvem-ringer-jeg-til/",
        ),
        Kind(
            Law,
            at("lov.md"),
            needs=(*_BOTH, "mention"),
            is_told_of=False,
            search=Found("Lov", 0.95, {"meaning": 1.05, "law": 1.1}),
            portal="lov/",
        ),
        Kind(
            Term,
            at("ordliste.md"),
            index_note="ordliste",
            is_told_of=False,
            search=Found("Ordliste", 0.8, {"meaning": 1.25}),
            portal="ordbog/",
        ),
        # A source is its own source, and explains nothing to one who searches.
        Kind(Source, at("kilder.md"), needs=("mention",), is_indexed=False, is_told_of=False),
        Kind(Thesaurus, None, is_indexed=False, is_told_of=False),
    )
}


def placed() -> list[str]:
    """The kinds that a reader meets somewhere."""
    return [name for name, kind in KINDS.items() if kind.place]


def has_own_page(kind: str) -> bool:
    """Whether each record of a kind has a page to itself."""
    place = KINDS[kind].place
    return place is not None and place.is_own


def shown_on(portal_page: str) -> list[str]:
    """The kinds that a page over all municipalities shows."""
    return [name for name, kind in KINDS.items() if kind.portal == portal_page]
