"""Meeting types with participants, duties, consent and deadlines; a variant is a meeting with its own differences."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vejviser.records.base import ActorRef, Id, LawRef, Line, MeetingRef, Part, Record, RefTo, Text


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


class Deadline(Part):
    """A time limit: what must happen within how long of which event."""

    what: Line = Field(title="Hvad", description="Det, der skal ske.")
    amount: int | None = Field(None, title="Antal", description="Et helt tal.", ge=0)
    unit: Literal["hours", "days", "weekdays", "weeks", "months", "years"] | None = Field(
        None, title="Enhed", description="Fx `weeks` eller `months`."
    )
    rule: Literal["within", "before", "after", "rhythm"] = Field(
        title="Regel",
        description="`within` senest efter, `before` senest før, `after` efter, `rhythm` fast rytme.",
    )
    event: Line = Field(title="Regnes fra", description="Den hændelse, fristen regnes fra.")
    basis: Literal["law", "local"] = Field(title="Bygger på", description="`law` loven, `local` lokal aftale.")
    law: list[LawRef] = Field(default_factory=list, title="Lov", description="Lovbestemmelsen bag fristen.")
    who: ActorRef | None = Field(None, title="Ansvarlig", description="Hvem der skal holde fristen.")
    note: Text | None = Field(None, title="Note", description="Det, man ellers skal vide.")


class Consent(Part):
    """What the parents must have agreed to."""

    level: Literal["required", "together", "depends", "not_required"] = Field(
        title="Samtykke",
        description="`required` kræver samtykke, `together` forældrene er selv med, "
        "`depends` afhænger af mødet, `not_required` kræver ikke samtykke.",
    )
    short: Line = Field(title="Kort", description="Højst otte ord til tabellen.")
    text: Text = Field(title="Forklaring", description="Hvad der gælder, i enkle ord.")


class Document(Part):
    """A template or a guide that belongs to the meeting."""

    title: Line = Field(title="Titel", description="Dokumentets navn.")
    note: Text | None = Field(None, title="Note", description="Fx at skabelonen ikke er vedlagt kilden.")


class NextStep(Part):
    """Where to go when this meeting did not help."""

    meeting: Annotated[Id, RefTo(("meeting_type", "notification"))] = Field(
        title="Næste", description="Id på mødet eller underretningen."
    )
    when: Text = Field(title="Hvornår", description="Hvornår det er det rigtige næste skridt.")


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


class Notification(Record):
    """A way of getting help or notifying: acute help, underretning in its forms, and sparring."""

    kind: ClassVar[str] = "notification"
    folder: ClassVar[str] = "notifications"
    name: ClassVar[str] = "underretning"
    plural: ClassVar[str] = "Underretning"

    order: int = Field(title="Rækkefølge", description="1 er det mest alvorlige.", ge=1)
    when: list[Text] = Field(title="Hvornår", description="Hvornår det er det rigtige.", min_length=1)
    who: Text = Field(title="Hvem", description="Hvem der skal gøre det.")
    steps: list[Text] = Field(title="Sådan gør du", description="Trin for trin.", min_length=1)
    dont: list[Text] = Field(
        default_factory=list, title="Det skal du lade være med", description="Fejl, der kan skade."
    )
    write_down: list[Text] = Field(default_factory=list, title="Skriv ned", description="Det, du skal skrive ned.")
    parents: Text = Field(title="Forældrene", description="Om forældrene inddrages, og hvornår.")
    consent: Consent = Field(title="Samtykke", description="Om samtykke kræves.")
    deadlines: list[Deadline] = Field(default_factory=list, title="Frister", description="Dine og kommunens frister.")
    call: list[ActorRef] = Field(default_factory=list, title="Ring til", description="Organisationer, man ringer til.")
    afterwards: list[Text] = Field(
        default_factory=list, title="Bagefter", description="Hvad der sker, og hvad du fortsat gør."
    )
    next_steps: list[NextStep] = Field(default_factory=list, title="Hvis det ikke hjælper", description="Næste trin.")
