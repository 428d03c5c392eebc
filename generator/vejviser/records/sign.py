"""Observable signs."""

from typing import Annotated, ClassVar

from pydantic import Field

from vejviser.records.base import Id, Line, Record, RefTo


class Sign(Record):
    """One sign; its title is the wording that the reader sees."""

    kind: ClassVar[str] = "sign"
    folder: ClassVar[str] = "signs"
    name: ClassVar[str] = "tegn"
    plural: ClassVar[str] = "Tegn"

    age_group: Annotated[Id, RefTo(("age_group",))] = Field(title="Aldersgruppe", description="Id på aldersgruppen.")
    area: Line = Field(title="Område", description="Fx `søvn og mad`.")
    level: Annotated[Id, RefTo(("level",))] = Field(title="Niveau", description="Id på niveauet.")
    basis: list[Line] = Field(
        title="Grundlag",
        description="Navne på, hvor tegnet stammer fra; `fagligt skøn` er svagest.",
        min_length=1,
    )
