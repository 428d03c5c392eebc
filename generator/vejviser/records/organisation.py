"""Units inside or outside the municipality, and how to reach them."""

from typing import ClassVar

from pydantic import Field

from vejviser.records.base import Contact, Line, OrganisationRef, Record


class Organisation(Record):
    """A unit inside or outside the municipality."""

    kind: ClassVar[str] = "organisation"
    folder: ClassVar[str] = "organisations"
    name: ClassVar[str] = "organisation"
    plural: ClassVar[str] = "Organisationer"

    synonyms: list[Line] = Field(default_factory=list, title="Andre navne", description="Andre navne for det samme.")
    parent: OrganisationRef | None = Field(None, title="Del af", description="Organisationen over denne.")
    contact: Contact | None = Field(None, title="Kontakt", description="Telefon, adresse og åbningstid.")

    def other_names(self) -> list[str]:
        """Its other names."""
        return self.synonyms
