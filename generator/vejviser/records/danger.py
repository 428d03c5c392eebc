"""What the search hears danger by: words and phrases of a theme, and the help that fits it."""

from typing import Annotated

from pydantic import Field

from vejviser.records.base import Id, Line, Part, RefTo


class Danger(Part):
    """A kind of danger. Words in capitals stand for the people of `Thesaurus.people`."""

    theme: Id = Field(title="Tema", description="Kort navn på temaet, fx `violence`; det samme i alle søgeordbøger.")
    title: Line = Field(title="Titel", description="Det, læseren ser, fx `Vold`.")
    help: list[Annotated[Id, RefTo(("notification",))]] = Field(
        title="Hjælp", description="De underretninger og den hjælp, der passer, den vigtigste først.", min_length=1
    )
    words: list[Line] = Field(
        default_factory=list,
        title="Sikre ord",
        description="Ord og udtryk, der næsten altid handler om fare. De giver boksen med numre.",
    )
    maybe: list[Line] = Field(
        default_factory=list,
        title="Usikre ord",
        description="Ord og udtryk, der tit handler om noget andet. De giver kun den stille linje over resultaterne.",
    )
