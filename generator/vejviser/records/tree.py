"""Decision trees: ordered questions, outcomes that name records, and cases that are tests and practice."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from vejviser.records.base import ActorRef, AnyRef, Id, LawRef, Line, Part, Record, RefTo, Text, shape_fault
from vejviser.records.condition import Condition
from vejviser.records.question import Node


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


# The id of the chosen option, or the ids of the ticked items.
GivenAnswer = Annotated[list[str], BeforeValidator(_as_list)]


class TreeLevel(Part):
    """A level of gravity of a tree, mildest first."""

    id: Id = Field(title="Id", description="Kort navn.")
    title: Line = Field(title="Ord", description="Det, læseren ser. Aldrig kun en farve.")


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
    record: Annotated[Id, RefTo(("meeting_type", "notification", "offer", "measure", "model", "role"))] = Field(
        title="Side", description="Id på det møde, det tilbud, den rolle eller den underretning, der er svaret."
    )
    do: list[Action] = Field(title="Gør først", description="Det første, man gør.", min_length=1)
    law: list[LawRef] = Field(default_factory=list, title="Lov", description="Loven bag.")
    contact: list[ActorRef] = Field(default_factory=list, title="Kontakt", description="Hvem man kan ringe til.")
    note: Text | None = Field(None, title="Note", description="Det, vejen hertil ellers gør vigtigt.")
    contacts_parents: bool | None = Field(
        None,
        title="Går til forældrene",
        description="`yes` eller `no`: om resultatet sender læseren til forældrene. Udelades det, afgør ordene det.",
    )
    hide: list[Literal["parents", "consent"]] = Field(
        default_factory=list,
        title="Skjul fra siden",
        description="Linjer fra siden, som ikke skal stå her: `parents` forældrene, `consent` samtykke.",
    )
    continue_at: Id | None = Field(
        None, title="Fortsæt ved", description="Id på et senere spørgsmål, hvis man kan gå videre bagefter."
    )
    continue_label: Line | None = Field(None, title="Fortsæt-knap", description="Teksten på knappen.")


class Case(Part):
    """A vignette: a test of the tree and practice for the reader. Never about a real child."""

    name: Line = Field(title="Navn", description="Kort navn på eksemplet.")
    story: Text = Field(title="Fortælling", description="Et opdigtet eksempel.")
    answers: dict[str, GivenAnswer] = Field(
        title="Svar", description="Spørgsmålets id og svarets id; for en tjekliste en liste, `[]` for ingen."
    )
    expect: Id = Field(title="Forventet", description="Id på det resultat, eksemplet skal ende i.")


class Must(Part):
    """A safety rule, proved over every path."""

    name: Line = Field(title="Navn", description="Reglen i ord, fx `Mistanke om vold ender altid i underretning`.")
    when: Condition | None = Field(
        None, title="Når", description="Betingelsen, fx `{is: [vold, ja]}`. Udelades den, gælder reglen alle veje."
    )
    outcome_level_min: Id | None = Field(
        None, title="Mindst niveau", description="Det mest alvorlige resultat på vejen er mindst på dette niveau."
    )
    outcome: list[Id] = Field(default_factory=list, title="Resultat", description="Vejen når et af disse resultater.")
    never: list[Id] = Field(default_factory=list, title="Aldrig", description="Vejen når ingen af disse resultater.")
    parents_only_if: Condition | None = Field(
        None,
        title="Forældrene kun hvis",
        description="Svaret, der siger, at det er trygt: `{is: [trygt, ja]}`. Ellers når vejen intet, der går til dem.",
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.outcome_level_min or self.outcome or self.never or self.parents_only_if):
            msg = "Reglen siger ikke, hvad der skal gælde."
            raise shape_fault(
                msg,
                "Skriv `outcome_level_min:` og et niveau, `outcome:` eller `never:` og resultater, eller "
                "`parents_only_if:` og en betingelse.",
            )
        return self


class Tree(Record):
    """A decision tree."""

    kind: ClassVar[str] = "tree"
    folder: ClassVar[str] = "decision_trees"
    name: ClassVar[str] = "beslutningstræ"
    plural: ClassVar[str] = "Beslutningstræer"

    extends: Id | None = Field(
        None, title="Bygger på", description="Id på et fælles træ. Skriv kun det, der er anderledes."
    )
    version: int = Field(title="Version", description="Tæller én op, hver gang træet ændres.", ge=1)
    intro: Text = Field(title="Indledning", description="Hvem træet er for, og hvad det ender med.")
    levels: list[TreeLevel] = Field(title="Niveauer", description="Mildest først.", min_length=1)
    nodes: list[Node] = Field(title="Spørgsmål", description="I rækkefølge; `go` peger kun nedad.", min_length=1)
    outcomes: dict[Id, Outcome] = Field(title="Resultater", description="Id og resultat.", min_length=1)
    closing: list[Text] = Field(title="Husk", description="Det, der står ved hvert resultat.", min_length=1)
    must: list[Must] = Field(
        default_factory=list, title="Skal altid gælde", description="Sikkerhedsregler, som bliver bevist for alle veje."
    )
    cases: list[Case] = Field(
        default_factory=list, title="Eksempler", description="Opdigtede eksempler med det rigtige svar."
    )
    about: list[AnyRef] = Field(default_factory=list, title="Læs mere", description="Sider, der hører til træet.")
