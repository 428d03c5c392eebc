"""Professional roles; which meetings each calls, leads and attends is derived from the meetings."""

from typing import Annotated, ClassVar

from pydantic import Field

from vejviser.records.base import Id, Line, OrganisationRef, Record, RefTo, Text


class Role(Record):
    """A professional role; which meetings it calls, leads and attends is derived from the meetings."""

    kind: ClassVar[str] = "role"
    folder: ClassVar[str] = "roles"
    name: ClassVar[str] = "rolle"
    plural: ClassVar[str] = "Roller"

    everyday: Line | None = Field(None, title="Du er", description="Fx `Du er lærer i folkeskolen`.")
    organisation: OrganisationRef | None = Field(None, title="Organisation", description="Hvor rollen hører til.")
    duties: list[Text] = Field(
        default_factory=list, title="Opgaver", description="Hvad rollen skal gøre, en ting pr. linje."
    )
    reading: list[Annotated[Id, RefTo()]] = Field(
        default_factory=list, title="Læs først", description="Sider, en ny i rollen skal læse, i rækkefølge."
    )
    is_family: bool = Field(default=False, title="Familie", description="`true` for barn, forældre og netværk.")

    def other_names(self) -> list[str]:
        """What the reader says of themselves."""
        return [self.everyday] if self.everyday else []
