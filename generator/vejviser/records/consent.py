"""What the parents must have agreed to."""

from typing import Literal

from pydantic import Field

from vejviser.records.base import Line, Part, Text


class Consent(Part):
    """What the parents must have agreed to."""

    level: Literal["required", "together", "depends", "not_required"] = Field(
        title="Samtykke",
        description="`required` kræver samtykke, `together` forældrene er selv med, "
        "`depends` afhænger af mødet, `not_required` kræver ikke samtykke.",
    )
    short: Line = Field(title="Kort", description="Højst otte ord til tabellen.")
    text: Text = Field(title="Forklaring", description="Hvad der gælder, i enkle ord.")
