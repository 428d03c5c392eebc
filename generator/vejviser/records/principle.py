"""Principles: statements that belong under one theme."""

from typing import ClassVar

from pydantic import Field

from vejviser.records.base import Line, Part, Record, Text


class Statement(Part):
    """One statement of a principle."""

    text: Text = Field(title="Sætning", description="Princippet i en enkel sætning.")
    note: Text | None = Field(None, title="Betyder", description="Hvad det betyder i hverdagen.")


class Principle(Record):
    """Statements that belong under one theme."""

    kind: ClassVar[str] = "principle"
    folder: ClassVar[str] = "principles"
    name: ClassVar[str] = "princip"
    plural: ClassVar[str] = "Principper"

    theme: Line = Field(title="Tema", description="Temaet, princippet hører under.")
    statements: list[Statement] = Field(title="Sætninger", description="Principperne.", min_length=1)
