"""Supporting measures, which need a decision."""

from typing import ClassVar

from pydantic import Field

from vejviser.records.base import Line, Text
from vejviser.records.offer import Offer


class Measure(Offer):
    """A supporting measure that the municipality decides on."""

    kind: ClassVar[str] = "measure"
    folder: ClassVar[str] = "measures"
    name: ClassVar[str] = "støttende indsats"
    plural: ClassVar[str] = "Støttende indsatser"

    decision: Text = Field(
        title="Afgørelse", description="Hvilken afgørelse indsatsen kræver, og hvem der træffer den."
    )
    called_before: list[Line] = Field(
        default_factory=list, title="Tidligere navn", description="Ord, som ældre papirer bruger."
    )

    def other_names(self) -> list[str]:
        """What older papers call it."""
        return self.called_before
