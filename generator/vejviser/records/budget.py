"""What offers cost the municipality, year by year, with the sums as the source states them."""

import re
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticKnownError

from vejviser.records.base import AnyRef, Day, Line, OrganisationRef, Part, Record, Text

_WHOLE = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)$")


def _danish_number(value: object) -> object:
    """Pydantic would read `110.000` as 110; in Danish the dot parts the thousands."""
    if not isinstance(value, str):
        return value
    if not _WHOLE.match(value):
        raise PydanticKnownError("int_parsing")
    return value.replace(".", "")


Kroner = Annotated[int, BeforeValidator(_danish_number)]


def dotted(kroner: int) -> str:
    """`110.000`: whole kroner as they are written in Danish."""
    return f"{kroner:,}".replace(",", ".")


class BudgetLine(Part):
    """What one thing costs each year."""

    what: Line = Field(title="Hvad", description="Det, pengene går til.")
    record: AnyRef | None = Field(None, title="Side", description="Id på det tilbud, der har en side.")
    kroner: dict[Line, Kroner] = Field(
        title="Kroner", description="År og hele kroner, fx `2024: 110.000`.", min_length=1
    )
    note: Text | None = Field(None, title="Note", description="Fx hvorfor det første år er dyrere.")


class Budget(Record):
    """Costs that were decided or proposed together."""

    kind: ClassVar[str] = "budget"
    folder: ClassVar[str] = "budgets"
    name: ClassVar[str] = "budget"
    plural: ClassVar[str] = "Økonomi"

    lines: list[BudgetLine] = Field(title="Linjer", description="Hvad hver ting koster.", min_length=1)
    totals: dict[Line, Kroner] = Field(
        title="I alt", description="År og sum, som kilden skriver den. Summen bliver regnet efter.", min_length=1
    )
    not_included: list[Text] = Field(
        default_factory=list, title="Ikke med", description="Udgifter, som ikke er regnet med."
    )
    afterwards: Text | None = Field(None, title="Årene efter", description="Hvad der gælder efter det sidste år.")
    decided_by: OrganisationRef | None = Field(
        None, title="Behandlet af", description="Det udvalg eller råd, der har behandlet det."
    )
    decision: Text | None = Field(None, title="Beslutning", description="Hvad der blev besluttet.")
    date: Day | None = Field(None, title="Dato", description="Datoen på papiret eller beslutningen.")
    case_number: Line | None = Field(None, title="Sagsnummer", description="Kommunens sagsnummer.")
