"""What the search knows of words: everyday words and their professional ones, abbreviations and the names of laws."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from vejviser.records.base import Line, Record
from vejviser.records.danger import Danger

LawName = Annotated[str, StringConstraints(pattern=r"^[a-zæøå ]+$")]


class Thesaurus(Record):
    """Words for the search. A municipality's own comes on top of the shared one when it has an id of its own."""

    kind: ClassVar[str] = "thesaurus"
    folder: ClassVar[str] = "thesaurus"
    name: ClassVar[str] = "søgeordbog"
    plural: ClassVar[str] = "Søgeordbøger"

    groups: list[list[Line]] = Field(
        default_factory=list,
        title="Grupper",
        description="Ord og udtryk, der betyder det samme; hvert finder de andre.",
    )
    leads_to: dict[str, list[Line]] = Field(
        default_factory=dict,
        title="Fører til",
        description="Ord, der også finder andre ord, men ikke omvendt, fx `knægt: [barn]`.",
    )
    abbreviations: dict[str, Line] = Field(
        default_factory=dict, title="Forkortelser", description="Forkortelsen og de ord, den står for."
    )
    laws: dict[str, list[LawName]] = Field(
        default_factory=dict,
        title="Love",
        description="Lovens korte navn og de måder, det skrives på, med små bogstaver.",
    )
    danger: list[Danger] = Field(
        default_factory=list, title="Fare", description="Ord og udtryk, der viser hjælpen øverst, samlet efter tema."
    )
    people: dict[Line, list[Line]] = Field(
        default_factory=dict,
        title="Personer",
        description="Ord for den samme slags person; navnet, fx `VOKSEN`, kan stå i udtryk under `danger`.",
    )
    harmless: list[Line] = Field(
        default_factory=list,
        title="Uskyldigt",
        description="Udtryk, hvor et ord for fare betyder noget andet, fx `slå op`.",
    )
    reading: list[Line] = Field(
        default_factory=list,
        title="Læsning og leg",
        description="Ord, der viser, at nogen læser om fare eller leger, fx `kursus`. Så er sikre ord kun usikre.",
    )
    concern: list[Line] = Field(
        default_factory=list, title="Bekymring", description="Ord og udtryk, der viser vej til beslutningstræet."
    )
