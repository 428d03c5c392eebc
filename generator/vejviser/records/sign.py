"""Observable signs, the age groups and the levels they are sorted by, and the words of the glossary."""

from typing import Annotated, ClassVar

from pydantic import Field

from vejviser.records.base import AnyRef, Id, Line, Record, RefTo, Text


class AgeGroup(Record):
    """An age band on the signs pages."""

    kind: ClassVar[str] = "age_group"
    folder: ClassVar[str] = "age_groups"
    name: ClassVar[str] = "aldersgruppe"
    plural: ClassVar[str] = "Aldersgrupper"

    lowest: int = Field(
        title="Fra år", description="Yngste alder i hele år; -1 er et barn, der ikke er født.", ge=-1, le=18
    )
    highest: int = Field(
        title="Til år", description="Ældste alder i hele år; -1 er et barn, der ikke er født.", ge=-1, le=18
    )
    who: Text | None = Field(None, title="Hvem vurderer", description="Hvem der ser barnet i denne alder.")


class Level(Record):
    """How worrying a sign is; a level always carries words."""

    kind: ClassVar[str] = "level"
    folder: ClassVar[str] = "levels"
    name: ClassVar[str] = "niveau"
    plural: ClassVar[str] = "Niveauer"

    order: int = Field(title="Rækkefølge", description="1 er mindst alvorligt.", ge=1, le=9)
    colour_word: Line = Field(title="Farveord", description="Fx `grøn`.")
    next_step: Text = Field(title="Næste skridt", description="Hvad man gør, når man ser tegn på dette niveau.")


class Sign(Record):
    """One sign; its title is the wording that the reader sees."""

    kind: ClassVar[str] = "sign"
    folder: ClassVar[str] = "signs"
    name: ClassVar[str] = "tegn"
    plural: ClassVar[str] = "Tegn"

    age_groups: list[Annotated[Id, RefTo(("age_group",))]] = Field(
        title="Aldersgrupper", description="Id på hver aldersgruppe, hvor tegnet er det samme.", min_length=1
    )
    area: Line = Field(title="Område", description="Fx `søvn og mad`.")
    level: Annotated[Id, RefTo(("level",))] = Field(title="Niveau", description="Id på niveauet.")
    leads_to: Annotated[Id, RefTo(("notification",))] | None = Field(
        None, title="Fører til", description="Id på den side, der siger, hvad man gør, når man ser tegnet."
    )
    basis: list[Line] = Field(
        title="Grundlag",
        description="Navne på, hvor tegnet stammer fra; `fagligt skøn` er svagest.",
        min_length=1,
    )


class Term(Record):
    """A word or an abbreviation with its plain meaning."""

    kind: ClassVar[str] = "term"
    folder: ClassVar[str] = "terms"
    name: ClassVar[str] = "ord"
    plural: ClassVar[str] = "Ordliste"

    abbreviation: Line | None = Field(None, title="Forkortelse", description="Skrevet, som den står i teksterne.")
    expansion: Line | None = Field(None, title="Står for", description="Hele ordet. Udelad det, hvis det er ukendt.")
    meaning: Text = Field(title="Betydning", description="Hvad det betyder i enkle ord.")
    synonyms: list[Line] = Field(default_factory=list, title="Samme som", description="Andre fagord for det samme.")
    everyday: list[Line] = Field(default_factory=list, title="Hverdagsord", description="Ord, som folk selv bruger.")
    record: AnyRef | None = Field(None, title="Side", description="Siden, ordet handler om.")
