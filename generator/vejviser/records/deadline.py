"""Time limits, which meetings, notifications and models have."""

from typing import Literal

from pydantic import Field

from vejviser.records.base import ActorRef, LawRef, Line, Part, Text


class Deadline(Part):
    """A time limit: what must happen within how long of which event."""

    what: Line = Field(title="Hvad", description="Det, der skal ske.")
    amount: int | None = Field(None, title="Antal", description="Et helt tal.", ge=0)
    unit: Literal["hours", "days", "weekdays", "weeks", "months", "years"] | None = Field(
        None, title="Enhed", description="Fx `weeks` eller `months`."
    )
    rule: Literal["within", "before", "after", "rhythm"] = Field(
        title="Regel",
        description="`within` senest efter, `before` senest før, `after` efter, `rhythm` fast rytme.",
    )
    event: Line = Field(title="Regnes fra", description="Den hændelse, fristen regnes fra.")
    basis: Literal["law", "local"] = Field(title="Bygger på", description="`law` loven, `local` lokal aftale.")
    law: list[LawRef] = Field(default_factory=list, title="Lov", description="Lovbestemmelsen bag fristen.")
    who: ActorRef | None = Field(None, title="Ansvarlig", description="Hvem der skal holde fristen.")
    note: Text | None = Field(None, title="Note", description="Det, man ellers skal vide.")
