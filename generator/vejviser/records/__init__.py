"""Every kind of record, as one pydantic model each."""

from vejviser.records.base import Record
from vejviser.records.budget import Budget
from vejviser.records.law import Law, Source
from vejviser.records.meeting import MeetingType, Notification
from vejviser.records.model import Method, Model, Principle
from vejviser.records.offer import Measure, Offer
from vejviser.records.people import Municipality, Organisation, Role
from vejviser.records.sign import AgeGroup, Level, Sign, Term
from vejviser.records.thesaurus import Thesaurus
from vejviser.records.tree import Tree

KINDS: tuple[type[Record], ...] = (
    Municipality,
    Source,
    Law,
    Term,
    Role,
    Organisation,
    Model,
    Method,
    MeetingType,
    Notification,
    Offer,
    Measure,
    Budget,
    Principle,
    AgeGroup,
    Level,
    Sign,
    Tree,
    Thesaurus,
)
BY_KIND = {model.kind: model for model in KINDS}

__all__ = ["BY_KIND", "KINDS", "Record"]
