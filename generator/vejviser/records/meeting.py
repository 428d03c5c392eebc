"""Meeting types with participants and duties; a variant is a meeting with its own differences."""

from typing import ClassVar, Literal

from pydantic import Field

from vejviser.records.base import ActorRef, Line, MeetingRef, Part, Record, Text
from vejviser.records.consent import Consent
from vejviser.records.deadline import Deadline
from vejviser.records.next_step import NextStep


class Participant(Part):
    """Who comes to the meeting."""

    who: ActorRef = Field(title="Hvem", description="Id på rolle eller organisation.")
    presence: Literal["required", "optional", "conditional"] = Field(
        title="Deltagelse", description="`required` skal med, `optional` kan, `conditional` kun i bestemte tilfælde."
    )
    side: Literal["family", "internal", "external"] = Field(
        title="Side", description="`family` familien, `internal` fra stedet selv, `external` udefra."
    )
    note: Text | None = Field(None, title="Note", description="Fx hvornår denne deltager er med.")


class Duty(Part):
    """Who does a task at the meeting."""

    who: list[ActorRef] = Field(title="Hvem", description="Id på rolle eller organisation.", min_length=1)
    note: Text | None = Field(None, title="Note", description="Fx hvem der træder til, når det er svært.")


class Document(Part):
    """A template or a guide that belongs to the meeting."""

    title: Line = Field(title="Titel", description="Dokumentets navn.")
    note: Text | None = Field(None, title="Note", description="Fx at skabelonen ikke er vedlagt kilden.")


# What a variant takes from the meeting it is a form of when it says nothing itself.
_INHERITED = (
    "participants",
    "calls",
    "chairs",
    "writes",
    "follows_up",
    "consent",
    "deadlines",
    "before",
    "during",
    "after",
    "documents",
    "next_steps",
    "law",
)


class MeetingType(Record):
    """A kind of meeting on the ladder. Fields that a variant leaves out are taken from `variant_of`."""

    kind: ClassVar[str] = "meeting_type"
    folder: ClassVar[str] = "meeting_types"
    name: ClassVar[str] = "møde"
    plural: ClassVar[str] = "Møder"

    step: int | None = Field(None, title="Trin", description="Trin på mødestigen, 1 er nederst.", ge=1, le=9)
    variant_of: MeetingRef | None = Field(None, title="Variant af", description="Id på det møde, dette er en form af.")
    short: Line | None = Field(None, title="Kort navn", description="Kort navn til stigen, højst tre ord.")
    purpose: Text | None = Field(None, title="Formål", description="Hvad mødet er til for.")
    when: list[Text] = Field(default_factory=list, title="Hvornår", description="Hvornår mødet er det rigtige.")
    not_when: list[Text] = Field(
        default_factory=list, title="Hvornår ikke", description="Hvornår man skal vælge noget andet."
    )
    participants: list[Participant] = Field(default_factory=list, title="Deltagere", description="Hvem der er med.")
    calls: Duty | None = Field(None, title="Indkalder", description="Hvem der indkalder.")
    chairs: Duty | None = Field(None, title="Leder", description="Hvem der er mødeleder.")
    writes: Duty | None = Field(None, title="Skriver", description="Hvem der skriver aftalerne ned.")
    follows_up: Duty | None = Field(None, title="Følger op", description="Hvem der følger op.")
    consent: Consent | None = Field(None, title="Samtykke", description="Forældrenes samtykke.")
    deadlines: list[Deadline] = Field(default_factory=list, title="Frister", description="Frister for mødet.")
    before: list[Text] = Field(default_factory=list, title="Før mødet", description="Det gør du før mødet.")
    during: list[Text] = Field(default_factory=list, title="Under mødet", description="Det gør I på mødet.")
    after: list[Text] = Field(default_factory=list, title="Efter mødet", description="Det gør I bagefter.")
    documents: list[Document] = Field(
        default_factory=list, title="Dokumenter", description="Dagsorden, guider og skemaer."
    )
    next_steps: list[NextStep] = Field(default_factory=list, title="Hvis det ikke hjælper", description="Næste trin.")

    def other_names(self) -> list[str]:
        """Its short name."""
        return [self.short] if self.short else []

    def as_form_of(self, other: "MeetingType") -> "MeetingType":
        """Take what it leaves out from the meeting that it is a form of."""
        taken = {name: getattr(other, name) for name in _INHERITED if name not in self.model_fields_set}
        return self.model_copy(update=taken)
