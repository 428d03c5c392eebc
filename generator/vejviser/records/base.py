"""What every record shares: its common fields, the value types and references to other records."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError


def _only_iso(value: object) -> object:
    """Pydantic would read `0` as a date in 1970; an editor who writes that has made a mistake."""
    if isinstance(value, str) and not _ISO_DAY.match(value):
        raise PydanticCustomError("date_form", "not a date")
    return value


_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
Day = Annotated[date, BeforeValidator(_only_iso)]
# It names a folder on the site: file systems take 255 bytes, and others have their own letters beside it.
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
# A line is one line of plain text; a text takes the small Markdown subset of `vejviser.texts`.
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S([^\r\n]*\S)?$")]
# Where a page stood before, from the site's root: `tilbud/gro`.
OldAddress = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$")]
Url = Annotated[str, StringConstraints(pattern=r'^https://[^\s()<>"]+$')]


@dataclass(frozen=True, slots=True)
class TextMark:
    """Marks a field as running text: the Markdown subset holds there and abbreviations are explained."""


Text = Annotated[str, StringConstraints(min_length=1), TextMark()]


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a field as the id of another record; no kinds means any kind."""

    kinds: tuple[str, ...] = ()


LawRef = Annotated[Id, RefTo(("law",))]
ActorRef = Annotated[Id, RefTo(("role", "organisation"))]
OrganisationRef = Annotated[Id, RefTo(("organisation",))]
MeetingRef = Annotated[Id, RefTo(("meeting_type",))]
SourceRef = Annotated[Id, RefTo(("source",))]
AnyRef = Annotated[Id, RefTo()]

Status = Literal["active", "pilot", "proposed", "ended", "unconfirmed"]


def shape_fault(message: str, hint: str) -> PydanticCustomError:
    """A fault in how fields fit together, told in Danish."""
    return PydanticCustomError("shape", "shape", {"message": message, "hint": hint})


class Part(BaseModel):
    """A piece of a record; unknown keys are faults, so a misspelt key is never lost."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cite(Part):
    """Where a fact comes from."""

    document: SourceRef = Field(title="Dokument", description="Id på kilden, fx `ringsted-udviklingsmodel`.")
    passage: Line = Field(title="Sted", description="Afsnittets overskrift, så en læser kan finde stedet.")


class Ages(Part):
    """An age span in whole years; both ends are included."""

    lowest: int = Field(title="Fra år", description="Yngste alder i hele år.", ge=0, le=30)
    highest: int = Field(title="Til år", description="Ældste alder i hele år.", ge=0, le=99)
    note: Line | None = Field(None, title="Note", description="Fx `fra graviditeten`.")


class Phone(Part):
    """One telephone number with what it is for and when it is answered."""

    label: Line = Field(title="Hvad nummeret er", description="Fx `Åben anonym rådgivning`.")
    number: Annotated[str, StringConstraints(pattern=r"^\+?[0-9 ]{3,15}$")] | None = Field(
        None, title="Nummer", description="Kun cifre og mellemrum. Udelad feltet, hvis nummeret ikke er kendt."
    )
    hours: Line | None = Field(None, title="Åbningstid", description="Fx `mandag kl. 12-13`.")


class Contact(Part):
    """How to reach an organisation or an offer; never a named person."""

    phones: list[Phone] = Field(default_factory=list, title="Telefoner", description="En eller flere telefonlinjer.")
    address: Line | None = Field(None, title="Adresse", description="Besøgsadresse.")
    hours: Line | None = Field(None, title="Åbent", description="Hvornår man kan møde op.")
    web: Url | None = Field(None, title="Hjemmeside", description="Adresse, der begynder med https://.")


class Record(Part):
    """The fields that all kinds share."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    name: ClassVar[str]
    plural: ClassVar[str]

    id: Id = Field(title="Id", description="Kort navn med små bogstaver, tal og bindestreg; det samme som filens navn.")
    title: Line = Field(title="Titel", description="Det navn, læseren ser.")
    summary: Text | None = Field(None, title="Resumé", description="En eller to enkle sætninger.")
    sources: list[Cite] = Field(default_factory=list, title="Kilder", description="Hvor oplysningerne kommer fra.")
    status: Status | None = Field(
        None,
        title="Status",
        description="`active` i drift, `pilot` forsøg, `proposed` forslag, `ended` ophørt, "
        "`unconfirmed` ikke bekræftet.",
    )
    reviewed: Day | None = Field(
        None, title="Gennemgået", description="Dato for seneste samlede gennemgang, fx 2026-11-21."
    )
    review_by: Day | None = Field(None, title="Gennemgås senest", description="Dato for næste gennemgang.")
    expires: bool = Field(
        default=False,
        title="Udløber",
        description="`true`, hvis siden ikke må udgives, når fristen for gennemgang er overskredet.",
    )
    owner: ActorRef | None = Field(
        None, title="Ejer", description="Organisation eller rolle med ansvar for indholdet; aldrig en person."
    )
    audience: list[Annotated[Id, RefTo(("role",))]] = Field(
        default_factory=list, title="Målgruppe", description="Roller, der især skal kende siden."
    )
    concerns: list[Line] = Field(
        default_factory=list, title="Bekymringer", description="Bekymringer, som siden handler om, fx `fravær`."
    )
    ages: Ages | None = Field(None, title="Alder", description="Alderen, som siden gælder for.")
    law: list[LawRef] = Field(default_factory=list, title="Lov", description="Lovbestemmelser, som siden bygger på.")
    related: list[AnyRef] = Field(
        default_factory=list, title="Se også", description="Andre sider, læseren kan få brug for."
    )
    doubts: list[Text] = Field(
        default_factory=list,
        title="Tvivl",
        description="Det, kommunen skal afklare. Vises på siden, så læseren ved det.",
    )
    search_terms: list[Line] = Field(
        default_factory=list, title="Søgeord", description="Ord, som folk ville skrive i søgefeltet."
    )
    moved_from: list[OldAddress] = Field(
        default_factory=list,
        title="Flyttet fra",
        description="Adresser, som siden har haft, fx `tilbud/gro`. De fører videre hertil.",
    )
    internal_note: str | None = Field(
        None, title="Intern note", description="Note til redaktøren. Bliver aldrig udgivet."
    )

    def other_names(self) -> list[str]:
        """What else people call it; the search knows these names beside the title."""
        return []

    def looked_up_as(self) -> list[str]:
        """The other names that stand in the index from A to Å."""
        return []

    def age_span(self) -> tuple[int, int] | None:
        """The youngest and the oldest child in years that it is for."""
        return (self.ages.lowest, self.ages.highest) if self.ages else None
