"""The questions of a decision tree: answers, items to tick, thresholds, and rules for where they lead."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from vejviser.records.base import Id, LawRef, Line, Part, RefTo, Text, shape_fault
from vejviser.records.condition import Condition
from vejviser.records.statement import Count


class Rule(Part):
    """Where answers lead: to a place when a condition holds, or to the last one, `else`."""

    if_: Condition | None = Field(None, alias="if", title="Hvis", description="Betingelsen, fx `{is: [fare, ja]}`.")
    to: Id | None = Field(None, title="Gå til", description="Id på et senere spørgsmål eller et resultat.")
    else_: Id | None = Field(None, alias="else", title="Ellers", description="Hvor alle andre svar fører hen.")

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        empty = any(getattr(self, name) is None for name in self.model_fields_set)
        if empty or self.model_fields_set not in ({"if_", "to"}, {"else_"}):
            msg = "En regel er enten `if` og `to`, eller `else` alene."
            raise shape_fault(msg, "Skriv `- {if: {is: [spørgsmål, svar]}, to: id}` eller `- {else: id}`.")
        return self

    @property
    def target(self) -> str:
        """The place that the rule leads to."""
        return self.to or self.else_ or ""


def _as_rules(value: object) -> object:
    """A single id is a rule for all answers."""
    return [{"else": value}] if isinstance(value, str) else value


Rules = Annotated[list[Rule], BeforeValidator(_as_rules), Field(min_length=1)]


class Option(Part):
    """One answer to a question."""

    id: Id = Field(title="Id", description="Kort navn på svaret.")
    label: Line = Field(title="Svar", description="Svaret, som læseren ser det.")
    help: Line | None = Field(None, title="Hjælp", description="Hvad svaret også dækker; en linje under det.")
    go: Rules | None = Field(
        None,
        title="Gå til",
        description="Id på et senere spørgsmål eller et resultat, eller regler med `if` og `else`.",
    )
    counts_as: Id | None = Field(
        None, title="Tæller som", description="På 'ved ikke': id på det svar i samme spørgsmål, som tvivlen tæller som."
    )
    doubt: bool | None = Field(
        None,
        title="Tvivl",
        description="`yes`, når svaret er tvivl og har sit eget `go`; `no`, når det lyder som tvivl og ikke er det.",
    )
    why: Line | None = Field(None, title="Fordi", description="Sætning til resultatet om, hvad svaret betød.")


class Item(Part):
    """One thing to tick on a checklist."""

    id: Id = Field(title="Id", description="Kort navn på punktet.")
    label: Line = Field(title="Punkt", description="Det, læseren kan sætte kryds ved.")
    level: Id = Field(title="Niveau", description="Id på et af træets niveauer: hvor alvorligt punktet er.")
    help: Line | None = Field(None, title="Hjælp", description="Det, man skal vide for at sætte kryds; en linje.")
    law: list[LawRef] = Field(default_factory=list, title="Lov", description="Loven bag punktet.")


class SignPick(Part):
    """The signs of one age group as items, so that a sign is written once."""

    age_group: Annotated[Id, RefTo(("age_group",))] = Field(
        title="Aldersgruppe", description="Id på aldersgruppen, fx `alder-3-5`."
    )
    levels: dict[Id, Id] = Field(
        title="Niveauer",
        min_length=1,
        description="Tegnenes niveau og træets niveau, fx `mistrivsel: gul`. Tegn på andre niveauer kommer ikke med.",
    )
    signs: dict[Id, Id] = Field(
        default_factory=dict,
        title="Enkelte tegn",
        description="Tegn, der har et andet niveau i træet end de andre på deres niveau, fx `tegn-90: underretning`.",
    )


class NoneOf(Part):
    """The answer that nothing on the list fits; it cannot be combined with a tick."""

    label: Line = Field(title="Svar", description="Fx `Nej, ingen af disse tegn`.")
    why: Line | None = Field(None, title="Fordi", description="Sætning til resultatet om, hvad svaret betød.")


class Raise(Part):
    """A threshold: enough ticks raise the level of the whole checklist."""

    count: Count = Field(title="Antal", description="Fx `{level: gul, min: 3}`.")
    to: Id = Field(title="Løft til", description="Niveauet, som så mange krydser løfter til.")

    @model_validator(mode="after")
    def _own_list(self) -> Self:
        if self.count.of is not None:
            msg = "En tærskel tæller kun krydser på sin egen liste."
            raise shape_fault(msg, "Slet `of:`. Skal en anden liste tælle med, så skriv en regel under `go:`.")
        return self


_CHOICE_ONLY = {"options"}
_CHECKLIST_ONLY = {"items", "items_from", "none", "raises", "go"}


class Node(Part):
    """A question: a `choice` with exactly one answer, or a `checklist` with any number of ticks."""

    choice: Id | None = Field(None, title="Valg", description="Id på et spørgsmål med præcis ét svar.")
    checklist: Id | None = Field(None, title="Tjekliste", description="Id på en liste, hvor man sætter krydser.")
    ask: Line = Field(title="Spørgsmål", description="Spørgsmålet i en sætning.")
    help: Text | None = Field(None, title="Hjælp", description="Det, man skal vide for at svare.")
    acute: bool = Field(
        default=False,
        title="Akut",
        description="`true` på spørgsmål om akut fare, vold eller overgreb. Her tæller tvivl som ja.",
    )
    options: list[Option] = Field(default_factory=list, title="Svar", description="Mindst to svar.")
    items: list[Item] = Field(default_factory=list, title="Punkter", description="Det, man kan sætte kryds ved.")
    items_from: SignPick | None = Field(
        None, title="Punkter fra tegn", description="Hent punkterne fra tegnene for en aldersgruppe."
    )
    none: NoneOf | None = Field(None, title="Ingen af dem", description="Svaret, når intet på listen passer.")
    raises: list[Raise] = Field(
        default_factory=list, alias="raise", title="Løft", description="Antal krydser, der løfter niveauet."
    )
    go: dict[Id, Rules] = Field(
        default_factory=dict, title="Gå til", description="Hvert niveau, som krydserne kan give, og hvor det fører hen."
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = self.model_fields_set
        if (self.choice is None) == (self.checklist is None):
            msg = "Et spørgsmål skal have enten `choice` eller `checklist`."
            raise shape_fault(
                msg, "Skriv `choice:` og et id, når der er ét svar, eller `checklist:`, når man sætter krydser."
            )
        if self.choice is not None and given & _CHECKLIST_ONLY:
            msg = "Et `choice` har `options` og ikke felter fra en tjekliste."
            raise shape_fault(
                msg, "Slet `items`, `items_from`, `none`, `raise` og `go`, eller kald spørgsmålet `checklist`."
            )
        if self.choice is not None and len(self.options) < 2:
            msg = "Et `choice` skal have mindst to svar."
            raise shape_fault(msg, "Skriv svarene under `options:`.")
        if self.checklist is not None and given & _CHOICE_ONLY:
            msg = "En `checklist` har `items` og ikke `options`."
            raise shape_fault(msg, "Flyt svarene til `items:`, eller kald spørgsmålet `choice`.")
        if self.checklist is not None and not (self.none and self.go and (self.items or self.items_from)):
            msg = "En `checklist` skal have punkter, `none` og `go`."
            raise shape_fault(
                msg, "Skriv `items:` eller `items_from:`, `none: {label: …}` og `go:` med en linje for hvert niveau."
            )
        return self

    @property
    def id(self) -> str:
        """The id of the question, whatever its kind."""
        return self.choice or self.checklist or ""

    @property
    def rules(self) -> list[Rule]:
        """Every rule of the question, whichever answer it belongs to."""
        return [rule for rules in (*(option.go or [] for option in self.options), *self.go.values()) for rule in rules]
