"""The words and abbreviations of the glossary."""

from typing import ClassVar

from pydantic import Field

from vejviser.records.base import AnyRef, Line, Record, Text


class Term(Record):
    """A word or an abbreviation with its plain meaning."""

    kind: ClassVar[str] = "term"
    folder: ClassVar[str] = "terms"
    name: ClassVar[str] = "ord"
    plural: ClassVar[str] = "Ordliste"

    abbreviation: Line | None = Field(None, title="Forkortelse", description="Skrevet, som den står i teksterne.")
    expansion: Line | None = Field(None, title="Står for", description="Hele ordet. Udelad det, hvis det er ukendt.")
    meaning: Text = Field(title="Betydning", description="Hvad det betyder i enkle ord.")
    synonyms: list[Line] = Field(default_factory=list, title="Samme som", description="Andre fagord for det samme.")
    everyday: list[Line] = Field(default_factory=list, title="Hverdagsord", description="Ord, som folk selv bruger.")
    record: AnyRef | None = Field(None, title="Side", description="Siden, ordet handler om.")

    def other_names(self) -> list[str]:
        """Its abbreviation and what that stands for, and every word for the same."""
        names = [self.abbreviation, self.expansion, *self.synonyms, *self.everyday]
        return [name for name in names if name]

    def looked_up_as(self) -> list[str]:
        """The abbreviation, and what people say themselves."""
        return [name for name in (self.abbreviation, *self.everyday) if name]
