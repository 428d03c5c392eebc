"""The levels that say how worrying a sign is."""

from typing import ClassVar

from pydantic import Field

from vejviser.records.base import Line, Record, Text


class Level(Record):
    """How worrying a sign is; a level always carries words."""

    kind: ClassVar[str] = "level"
    folder: ClassVar[str] = "levels"
    name: ClassVar[str] = "niveau"
    plural: ClassVar[str] = "Niveauer"

    order: int = Field(title="Rækkefølge", description="1 er mindst alvorligt.", ge=1, le=9)
    colour_word: Line | None = Field(
        None, title="Farveord", description="Fx `grøn`. Udelad det, når kommunens egen guide har andre farver."
    )
    next_step: Text = Field(title="Næste skridt", description="Hvad man gør, når man ser tegn på dette niveau.")
