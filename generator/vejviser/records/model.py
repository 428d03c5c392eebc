"""Models and frames that people work by."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vejviser.records.base import ActorRef, Id, Line, Part, Record, RefTo, Text
from vejviser.records.deadline import Deadline


class ModelPart(Part):
    """A position, a step, a side or a component of a model."""

    id: Id = Field(title="Id", description="Bruges som anker på siden.")
    title: Line = Field(title="Titel", description="Delens navn.")
    text: Text | None = Field(None, title="Tekst", description="Hvad delen går ud på.")
    colour: Literal["green", "yellow", "red"] | None = Field(
        None, title="Farve", description="Farven, når modellen bruger farver. Ordet står der altid også."
    )


class PartGroup(Part):
    """Parts that belong under one heading."""

    title: Line = Field(title="Overskrift", description="Fx `De tre positioner`.")
    text: Text | None = Field(None, title="Indledning", description="En sætning før listen.")
    parts: list[ModelPart] = Field(title="Dele", description="Delene i rækkefølge.", min_length=1)
    figure: Literal["none", "positions", "steps"] = Field(
        "none", title="Figur", description="`positions` kort ved siden af hinanden, `steps` nummererede trin."
    )


class Model(Record):
    """A model or frame that people work by."""

    kind: ClassVar[str] = "model"
    folder: ClassVar[str] = "models"
    name: ClassVar[str] = "model"
    plural: ClassVar[str] = "Modeller"

    purpose: Text = Field(title="Formål", description="Hvad modellen er til for.")
    when: list[Text] = Field(default_factory=list, title="Hvornår", description="Hvornår den bruges.")
    who: list[Text] = Field(default_factory=list, title="Hvem gør hvad", description="Hvem der bruger den, og hvordan.")
    used_by: list[ActorRef] = Field(default_factory=list, title="Bruges af", description="Roller og organisationer.")
    groups: list[PartGroup] = Field(default_factory=list, title="Dele", description="Modellens dele.")
    deadlines: list[Deadline] = Field(
        default_factory=list, title="Frister", description="Frister og faste tider i modellen."
    )
    meetings: list[Annotated[Id, RefTo(("meeting_type",))]] = Field(
        default_factory=list, title="Møder", description="Møder, hvor modellen bruges."
    )
