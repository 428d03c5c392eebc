"""Where to go when something did not help."""

from typing import Annotated

from pydantic import Field

from vejviser.records.base import Id, Part, RefTo, Text


class NextStep(Part):
    """Where to go when this meeting did not help."""

    meeting: Annotated[Id, RefTo(("meeting_type", "notification"))] = Field(
        title="Næste", description="Id på mødet eller underretningen."
    )
    when: Text = Field(title="Hvornår", description="Hvornår det er det rigtige næste skridt.")
