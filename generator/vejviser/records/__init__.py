"""Every kind of record, as one pydantic model each."""

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
