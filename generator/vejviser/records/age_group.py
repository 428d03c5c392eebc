"""The age groups that signs are sorted by."""

from typing import ClassVar

from pydantic import Field

from vejviser.records.base import Record, Text


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

    def age_span(self) -> tuple[int, int] | None:
        """The group itself; a child not born yet has no years."""
        return (self.lowest, self.highest) if self.lowest >= 0 else None
