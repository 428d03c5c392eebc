"""The documents that facts come from."""

from typing import ClassVar

from pydantic import Field

from vejviser.records.base import Line, Record


class Source(Record):
    """A document that facts come from."""

    kind: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"
    name: ClassVar[str] = "kilde"
    plural: ClassVar[str] = "Kilder"

    publisher: Line = Field(title="Udgiver", description="Hvem der har skrevet dokumentet.")
    year: Line | None = Field(None, title="År", description="Udgivelsesår, eller `uden år`.")
    short: Line = Field(title="Kort navn", description="Kort navn til kildehenvisninger.")
