"""Law provisions: what each means for us, since when, and how sure we are of its number."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vejviser.records.base import Day, Id, Line, Part, Record, RefTo


class OldNumber(Part):
    """The number that a provision had in an earlier statute."""

    statute: Line = Field(title="Tidligere lov", description="Fx `serviceloven`.")
    provision: Line = Field(title="Tidligere paragraf", description="Fx `§ 52`.")


class Law(Record):
    """One provision: what it means for us, since when, and how sure we are of the number."""

    kind: ClassVar[str] = "law"
    folder: ClassVar[str] = "law"
    name: ClassVar[str] = "lovbestemmelse"
    plural: ClassVar[str] = "Lov"

    statute: Line = Field(title="Lov", description="Lovens navn, fx `barnets lov`.")
    provision: Line = Field(title="Paragraf", description="Fx `§ 133`.")
    formerly: list[OldNumber] = Field(
        default_factory=list, title="Tidligere", description="Samme regel i en ældre lov."
    )
    in_force_from: Day | None = Field(None, title="Gælder fra", description="Dato, fx 2024-01-01.")
    in_force_to: Day | None = Field(None, title="Ophævet", description="Sidste dag, bestemmelsen gjaldt.")
    replaced_by: Annotated[Id, RefTo(("law",))] | None = Field(
        None, title="Afløst af", description="Id på den bestemmelse, der gælder nu."
    )
    checked: Day | None = Field(None, title="Tjekket", description="Dato på den lovtekst, der er tjekket imod.")
    checked_where: Line | None = Field(None, title="Tjekket hvor", description="Hvor lovteksten er læst.")
    confidence: Literal["H", "M", "L", "U"] = Field(
        title="Sikkerhed",
        description="`H` lovteksten er set, `M` officiel vejledning nævner den, `L` sluttet, `U` ikke tjekket. "
        "Paragraffen vises kun ved H og M.",
    )

    @property
    def number_is_sure(self) -> bool:
        """True when the paragraph number may be printed (confidence H or M)."""
        return self.confidence in ("H", "M")

    def other_names(self) -> list[str]:
        """The provisions by number: this one only when the number is sure, and those it had before."""
        own = [f"{self.statute} {self.provision}"] if self.number_is_sure else []
        return own + [f"{old.statute} {old.provision}" for old in self.formerly]
