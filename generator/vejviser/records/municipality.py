"""The municipality that a site belongs to: its names, numbers, colours and main trees."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from vejviser.records.base import Day, Id, Line, Part, Phone, Record, RefTo, Url

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


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


class LegalReading(Part):
    """That somebody who knows the law has read the pages."""

    by: Line = Field(title="Hvem", description="Rolle eller afdeling, fx `Juridisk afdeling`; aldrig en person.")
    on: Day = Field(title="Dato", description="Dagen, siderne blev læst, fx 2026-11-21.")


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
    published: bool = Field(
        default=False,
        title="Godkendt til udgivelse",
        description="`true`, når kommunen har godkendt siderne. Indtil da står der Udkast på dem alle.",
    )
    legal_reading: LegalReading | None = Field(
        None, title="Læst af jurist", description="Hvem der har læst siderne som jurist, og hvornår."
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
