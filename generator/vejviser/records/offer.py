"""Offers that help without a decision."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vejviser.records.base import ActorRef, Ages, Contact, Id, Line, Part, Record, RefTo, Text

YesNo = Literal["yes", "no", "unknown"]


class Grades(Part):
    """A span of school grades, 0 to 10; both ends are included."""

    lowest: int = Field(title="Fra klasse", description="0 er børnehaveklassen.", ge=0, le=10)
    highest: int = Field(title="Til klasse", description="Højeste klassetrin.", ge=0, le=10)

    @property
    def ages(self) -> Ages:
        """The years of a child in these grades: six at the start of grade 0, and a birthday in the last of them."""
        return Ages(lowest=self.lowest + 6, highest=self.highest + 7)


class Referral(Part):
    """How one gets in."""

    who: list[ActorRef] = Field(
        default_factory=list, title="Hvem henviser", description="Id på roller eller organisationer."
    )
    self_referral: YesNo = Field(
        "unknown", title="Kan man selv komme", description="`yes`, `no` eller `unknown`, når kilden ikke siger det."
    )
    how: Text = Field(title="Sådan", description="Hvad man gør for at komme i gang.")


class Offer(Record):
    """An offer of help."""

    kind: ClassVar[str] = "offer"
    folder: ClassVar[str] = "offers"
    name: ClassVar[str] = "tilbud"
    plural: ClassVar[str] = "Tilbud"

    target: Text = Field(title="Målgruppe", description="Hvem tilbuddet er for.")
    group: Line | None = Field(
        None, title="Gruppe", description="Overskrift, som tilbuddet står under i oversigten, fx `SSP`."
    )
    grades: Grades | None = Field(None, title="Klassetrin", description="Klassetrin, tilbuddet er for.")
    not_for: list[Text] = Field(
        default_factory=list, title="Ikke for", description="Hvem tilbuddet ikke er for, en ting pr. linje."
    )
    how: list[Text] = Field(
        default_factory=list, title="Sådan foregår det", description="Hvad der sker, en ting pr. linje."
    )
    situation: list[Line] = Field(default_factory=list, title="Livssituation", description="Fx `bor i kommunen`.")
    signs: list[Annotated[Id, RefTo(("sign",))]] = Field(
        default_factory=list, title="Tegn", description="Tegn, tilbuddet kan hjælpe på."
    )
    referral: Referral = Field(title="Henvisning", description="Hvordan man kommer i gang.")
    case: Literal["required", "forbidden", "not_required", "unknown"] = Field(
        title="Sag", description="Om familien skal have en sag: `required`, `forbidden`, `not_required`, `unknown`."
    )
    assessment: Literal["required", "not_required", "unknown"] = Field(
        title="Undersøgelse", description="Om en børnefaglig undersøgelse kræves."
    )
    anonymous: YesNo = Field("unknown", title="Anonymt", description="Om man kan være anonym.")
    free: YesNo = Field("unknown", title="Gratis", description="Om det er gratis.")
    price: Line | None = Field(None, title="Pris", description="Hvad familien betaler, når det ikke er gratis.")
    format: Line | None = Field(None, title="Form", description="Fx `samtaler` eller `gruppe`.")
    sessions: Line | None = Field(None, title="Omfang", description="Antal gange og længde.")
    capacity: Line | None = Field(None, title="Pladser", description="Hvor mange der er plads til.")
    period: Line | None = Field(None, title="Periode", description="Hvornår tilbuddet kører.")
    run_by: list[ActorRef] = Field(default_factory=list, title="Drives af", description="Hvem der driver tilbuddet.")
    experience: Text | None = Field(None, title="Erfaringer", description="Hvad man har lært.")
    effects: Text | None = Field(None, title="Virkning", description="Hvad tilbuddet fører til.")
    contact: Contact | None = Field(None, title="Kontakt", description="Telefon, adresse og åbningstid.")

    def age_span(self) -> tuple[int, int] | None:
        """Its ages, or those of its grades."""
        span = self.ages or (self.grades and self.grades.ages)
        return (span.lowest, span.highest) if span else None
