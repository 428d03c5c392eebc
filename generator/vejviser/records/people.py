"""Roles, organisations and the municipality itself."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from vejviser.records.base import Contact, Id, Line, OrganisationRef, Part, Phone, Record, RefTo, Text, Url

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


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


class Organisation(Record):
    """A unit inside or outside the municipality."""

    kind: ClassVar[str] = "organisation"
    folder: ClassVar[str] = "organisations"
    name: ClassVar[str] = "organisation"
    plural: ClassVar[str] = "Organisationer"

    synonyms: list[Line] = Field(default_factory=list, title="Andre navne", description="Andre navne for det samme.")
    parent: OrganisationRef | None = Field(None, title="Del af", description="Organisationen over denne.")
    contact: Contact | None = Field(None, title="Kontakt", description="Telefon, adresse og åbningstid.")


class AcuteLine(Part):
    """Whom to call, by time of day."""

    when: Line = Field(title="Hvornår", description="Fx `Ved livsfare`.")
    who: Line = Field(title="Hvem", description="Hvem man taler med.")
    phone: Phone | None = Field(None, title="Telefon", description="Nummeret; udelad det, hvis det ikke er kendt.")
    note: Line | None = Field(None, title="Note", description="Fx hvor nummeret står, når vi ikke har det.")


class Colours(Part):
    """The municipality's colours; contrast against white and the dark page is checked."""

    primary: Colour = Field(title="Hovedfarve", description="Mørk farve til topbjælke og overskrifter, fx `#0b4a5a`.")
    accent: Colour = Field(title="Accentfarve", description="Farve til links og knapper på lys baggrund.")
    accent_dark: Colour = Field(title="Accent på mørk", description="Farve til links på mørk baggrund.")


class Accessibility(Part):
    """What the accessibility statement needs (webtilgængelighedsloven)."""

    statement: Url | None = Field(None, title="Erklæring", description="Adressen på erklæringen hos was.digst.dk.")
    contact: Line | None = Field(None, title="Kontakt", description="Hvem man kan henvende sig til.")


class Municipality(Record):
    """The municipality that the site belongs to."""

    kind: ClassVar[str] = "municipality"
    folder: ClassVar[str] = ""
    name: ClassVar[str] = "kommune"
    plural: ClassVar[str] = "Kommune"

    short: Line = Field(title="Kort navn", description="Fx `Ringsted`.")
    site_name: Line = Field(title="Sidens navn", description="Navnet øverst på siden.")
    site_url: Url | None = Field(None, title="Adresse", description="Adressen, siden udgives på.")
    website: Url = Field(
        title="Kommunens hjemmeside",
        description="Dér finder læseren et nummer, der mangler, fx `https://www.ringsted.dk/`.",
    )
    reception: Line = Field(
        "Modtagelsen",
        title="Modtagelsens navn",
        description="Kommunens eget navn for det sted, der tager imod underretninger. "
        "Det står alle steder, hvor en tekst siger `{modtagelsen}`.",
    )
    acute: list[AcuteLine] = Field(title="Akut hjælp", description="Hvem man ringer til hvornår, vigtigst først.")
    advice: Phone | None = Field(None, title="Rådgivning", description="Nummer til anonym rådgivning.")
    colours: Colours = Field(title="Farver", description="Kommunens farver.")
    accessibility: Accessibility = Field(title="Tilgængelighed", description="Oplysninger til erklæringen.")
    main_tree: Annotated[Id, RefTo(("tree",))] = Field(title="Hovedtræ", description="Beslutningstræet på forsiden.")
    notify_tree: Annotated[Id, RefTo(("tree",))] = Field(title="Underretningstræ", description="Træet om underretning.")
    changes: list[Line] = Field(
        default_factory=list, title="Nyt", description="Det seneste, der er ændret, nyeste først."
    )
    language: Literal["da"] = Field("da", title="Sprog", description="Sidens sprog.")
