"""A condition of the tree language: a statement, or conditions joined or denied."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, RootModel, model_validator

from vejviser.records.base import Part, shape_fault
from vejviser.records.clause import Answers, Clause, Group, Loc, Lookup, Statement
from vejviser.records.statement import AtMost, Count, Has, Is, LevelMin

# To add a condition: its class here or in `statement`, its field in `Condition`, its meaning in `tree_rules.js`.
# Checks, proofs, words, drawings and their tests ask the class; one that lacks an answer is abstract: a test fails.


class _Joined(RootModel[Annotated[list["Condition"], Field(min_length=1)]], Group):
    """Conditions that are written as a list."""

    model_config = ConfigDict(frozen=True)

    def compiled(self, tree: Lookup) -> Any:
        """Each of them."""
        return [part.compiled(tree) for part in self.root]

    def statements(self) -> Iterator[tuple[Loc, Statement]]:
        """Those of each, behind its number."""
        for number, part in enumerate(self.root):
            yield from (((number, *loc), statement) for loc, statement in part.statements())

    @classmethod
    def of(cls, parts: list[Any]) -> Any:
        """All of them."""
        return parts


class All(_Joined):
    """All of the conditions hold."""

    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """Every one."""
        return all(part.holds(tree, answers) for part in self.root)

    def words(self, tree: Lookup) -> str:
        """One after the other."""
        return " og ".join(part.words(tree) for part in self.root)


class AnyOf(_Joined):
    """One or more of the conditions hold."""

    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """One is enough."""
        return any(part.holds(tree, answers) for part in self.root)

    def words(self, tree: Lookup) -> str:
        """One after the other."""
        return " eller ".join(part.words(tree) for part in self.root)


class Not(RootModel["Condition"], Group):
    """The condition does not hold."""

    model_config = ConfigDict(frozen=True)

    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """The opposite."""
        return not self.root.holds(tree, answers)

    def words(self, tree: Lookup) -> str:
        """The condition, denied."""
        return f"det ikke gælder, at {self.root.words(tree)}"

    def compiled(self, tree: Lookup) -> Any:
        """The condition."""
        return self.root.compiled(tree)

    def statements(self) -> Iterator[tuple[Loc, Statement]]:
        """Those of the condition."""
        return self.root.statements()

    @classmethod
    def of(cls, parts: list[Any]) -> Any:
        """The first of them."""
        return parts[0]


class Condition(Part):
    """One clause about the answers given so far; exactly one of the fields."""

    is_: Is | None = Field(
        None, alias="is", title="Svaret er", description="Spørgsmålets id og svarets id: `[fare, ja]`."
    )
    has: Has | None = Field(None, title="Har kryds", description="Tjeklistens id og punktets id: `[tegn, fravaer]`.")
    count: Count | None = Field(
        None, title="Mindst så mange", description="Mindst så mange krydser: `{of: tegn, level: gul, min: 3}`."
    )
    at_most: AtMost | None = Field(
        None, title="Højst så mange", description="Højst så mange krydser: `{of: tegn, level: gul, max: 1}`."
    )
    level_min: LevelMin | None = Field(
        None, title="Mindst niveau", description="Tjeklistens id og et niveau: `[tegn, gul]`."
    )
    all: All | None = Field(None, title="Alle", description="Alle betingelserne gælder.")
    any: AnyOf | None = Field(None, title="Mindst en", description="Mindst en af betingelserne gælder.")
    not_: Not | None = Field(None, alias="not", title="Ikke", description="Betingelsen gælder ikke.")

    @model_validator(mode="after")
    def _one_clause(self) -> Self:
        given = [getattr(self, name) for name in self.model_fields_set]
        if len(given) != 1 or given[0] is None:
            *names, last = (f"`{info.alias or name}`" for name, info in type(self).model_fields.items())
            msg = "En betingelse skal have præcis ét felt, og det skal være udfyldt."
            raise shape_fault(msg, f"Skriv {', '.join(names)} eller {last}. Saml flere med `all:`.")
        return self

    @cached_property
    def name(self) -> str:
        """The name of the field that is filled in, as it is written."""
        (name,) = self.model_fields_set
        return type(self).model_fields[name].alias or name

    @cached_property
    def said(self) -> Clause:
        """What the field says."""
        (name,) = self.model_fields_set
        said: Clause = getattr(self, name)
        return said

    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """Whether it holds of the answers given so far."""
        return self.said.holds(tree, answers)

    def words(self, tree: Lookup) -> str:
        """A Danish clause that can stand after »hvis«."""
        return self.said.words(tree)

    def compiled(self, tree: Lookup) -> dict[str, Any]:
        """What the browser gets: the name and what is said under it."""
        return {self.name: self.said.compiled(tree)}

    def statements(self) -> Iterator[tuple[Loc, Statement]]:
        """The statements that it is made of, each with its place."""
        yield from (((self.name, *loc), statement) for loc, statement in self.said.statements())


for _clause in (All, AnyOf, Not):
    # They are made of what is defined after them.
    _clause.model_rebuild()
