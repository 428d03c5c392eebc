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

    @property
    def age_page(self) -> str:
        """The page it stands on: that of its age, or for several ages the one with the levels, where none is chosen."""
        return self.age_groups[0] if len(self.age_groups) == 1 else "index"
