"""Ways of getting help or notifying: acute help, underretning in its forms, and sparring."""

from typing import ClassVar

from pydantic import Field

from vejviser.records.base import ActorRef, Record, Text
from vejviser.records.consent import Consent
from vejviser.records.deadline import Deadline
from vejviser.records.next_step import NextStep


class Notification(Record):
    """A way of getting help or notifying: acute help, underretning in its forms, and sparring."""

    kind: ClassVar[str] = "notification"
    folder: ClassVar[str] = "notifications"
    name: ClassVar[str] = "underretning"
    plural: ClassVar[str] = "Underretning"

    order: int = Field(title="Rækkefølge", description="1 er det mest alvorlige.", ge=1)
    safety: bool = Field(
        default=False,
        title="Må ikke miste noget",
        description="`true`, når kommunens egen udgave skal have alle trin, advarsler og numre fra den fælles.",
    )
    when: list[Text] = Field(title="Hvornår", description="Hvornår det er det rigtige.", min_length=1)
    who: Text = Field(title="Hvem", description="Hvem der skal gøre det.")
    steps: list[Text] = Field(title="Sådan gør du", description="Trin for trin.", min_length=1)
    dont: list[Text] = Field(
        default_factory=list, title="Det skal du lade være med", description="Fejl, der kan skade."
    )
    write_down: list[Text] = Field(default_factory=list, title="Skriv ned", description="Det, du skal skrive ned.")
    parents: Text = Field(title="Forældrene", description="Om forældrene inddrages, og hvornår.")
    consent: Consent = Field(title="Samtykke", description="Om samtykke kræves.")
    deadlines: list[Deadline] = Field(default_factory=list, title="Frister", description="Dine og kommunens frister.")
    call: list[ActorRef] = Field(default_factory=list, title="Ring til", description="Organisationer, man ringer til.")
    afterwards: list[Text] = Field(
        default_factory=list, title="Bagefter", description="Hvad der sker, og hvad du fortsat gør."
    )
    next_steps: list[NextStep] = Field(default_factory=list, title="Hvis det ikke hjælper", description="Næste trin.")
