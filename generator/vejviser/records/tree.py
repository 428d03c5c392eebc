"""Decision trees: ordered questions, outcomes that name records, and cases that are tests and practice."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vejviser.records.base import ActorRef, AnyRef, Id, LawRef, Line, Part, Record, RefTo, Text


class TreeLevel(Part):
    """A level of gravity of a tree, mildest first."""

    id: Id = Field(title="Id", description="Kort navn.")
    title: Line = Field(title="Ord", description="Det, læseren ser. Aldrig kun en farve.")


class Option(Part):
    """One answer to a question."""

    id: Id = Field(title="Id", description="Kort navn på svaret.")
    label: Line = Field(title="Svar", description="Svaret, som læseren ser det.")
    go: Id | None = Field(None, title="Gå til", description="Id på et senere spørgsmål eller et resultat.")
    counts_as: Id | None = Field(
        None, title="Tæller som", description="På 'ved ikke': id på det svar i samme spørgsmål, som tvivlen tæller som."
    )
    why: Line | None = Field(None, title="Fordi", description="Sætning til resultatet om, hvad svaret betød.")


class Choice(Part):
    """A question with exactly one answer."""

    choice: Id = Field(title="Id", description="Kort navn på spørgsmålet.")
    ask: Line = Field(title="Spørgsmål", description="Spørgsmålet i en sætning.")
    help: Text | None = Field(None, title="Hjælp", description="Det, man skal vide for at svare.")
    acute: bool = Field(
        default=False, title="Akut", description="`true` på det spørgsmål, der handler om akut fare."
    )
    options: list[Option] = Field(title="Svar", description="Mindst to svar.", min_length=2)


class Action(Part):
    """Something to do, by whom, within when."""

    act: Line = Field(title="Gør", description="Det, der skal gøres.")
    who: Line = Field(title="Hvem", description="Hvem der gør det.")
    within: Line = Field(title="Hvornår", description="Fx `straks` eller `i dag`.")


class Outcome(Part):
    """Where a path ends: what the path adds to the record it leads to."""

    title: Line = Field(title="Titel", description="Det, læseren skal gøre, i få ord.")
    level: Id = Field(title="Niveau", description="Id på et af træets niveauer.")
    force: Literal["skal", "bør", "kan"] = Field(title="Styrke", description="`skal`, `bør` eller `kan`.")
    record: Annotated[Id, RefTo(("meeting_type", "notification", "offer", "measure", "model"))] = Field(
        title="Side", description="Id på det møde, tilbud eller den underretning, der er svaret."
    )
    do: list[Action] = Field(title="Gør først", description="Det første, man gør.", min_length=1)
    law: list[LawRef] = Field(default_factory=list, title="Lov", description="Loven bag.")
    contact: list[ActorRef] = Field(default_factory=list, title="Kontakt", description="Hvem man kan ringe til.")
    note: Text | None = Field(None, title="Note", description="Det, vejen hertil ellers gør vigtigt.")
    continue_at: Id | None = Field(
        None, title="Fortsæt ved", description="Id på et senere spørgsmål, hvis man kan gå videre bagefter."
    )
    continue_label: Line | None = Field(None, title="Fortsæt-knap", description="Teksten på knappen.")


class Case(Part):
    """A vignette: a test of the tree and practice for the reader. Never about a real child."""

    name: Line = Field(title="Navn", description="Kort navn på eksemplet.")
    story: Text = Field(title="Fortælling", description="Et opdigtet eksempel.")
    answers: dict[str, str] = Field(title="Svar", description="Spørgsmålets id og svarets id.")
    expect: Id = Field(title="Forventet", description="Id på det resultat, eksemplet skal ende i.")


class Tree(Record):
    """A decision tree."""

    kind: ClassVar[str] = "tree"
    folder: ClassVar[str] = "decision_trees"
    name: ClassVar[str] = "beslutningstræ"
    plural: ClassVar[str] = "Beslutningstræer"

    version: int = Field(title="Version", description="Tæller én op, hver gang træet ændres.", ge=1)
    intro: Text = Field(title="Indledning", description="Hvem træet er for, og hvad det ender med.")
    levels: list[TreeLevel] = Field(title="Niveauer", description="Mildest først.", min_length=1)
    nodes: list[Choice] = Field(title="Spørgsmål", description="I rækkefølge; `go` peger kun nedad.", min_length=1)
    outcomes: dict[Id, Outcome] = Field(title="Resultater", description="Id og resultat.", min_length=1)
    closing: list[Text] = Field(title="Husk", description="Det, der står ved hvert resultat.", min_length=1)
    cases: list[Case] = Field(
        default_factory=list, title="Eksempler", description="Opdigtede eksempler med det rigtige svar."
    )
    about: list[AnyRef] = Field(default_factory=list, title="Læs mere", description="Sider, der hører til træet.")
