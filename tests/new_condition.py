"""A condition that only tests speak: what a newcomer writes, to see that all else takes it from there."""

from collections.abc import Iterator
from contextlib import contextmanager

from pydantic.fields import FieldInfo

from vejviser import schema
from vejviser.pages import data_schema
from vejviser.records.clause import Answers, Clause, Lookup
from vejviser.records.condition import All, AnyOf, Condition, Not
from vejviser.records.question import Node, Option, Rule
from vejviser.records.statement import Has
from vejviser.records.tree import Must, Tree

# What the browser needs to know of it.
SCRIPT = "only_on: ([id, item], tree, given) => given.get(id)?.length === 1 && given.get(id)[0] === item,"


class OnlyOn(Has):
    """The item is the only tick of the list."""

    def holds(self, tree: Lookup, answers: Answers) -> bool:  # noqa: ARG002  # asked the same as all others
        """One tick, and just there."""
        return answers.get(self.question) == frozenset(self.root[1:])

    def words(self, tree: Lookup) -> str:
        """The item."""
        return f"du kun satte kryds ved »{tree.label(*self.root)}«"

    def cap(self, tree: Lookup, gravity: int) -> int:  # noqa: ARG002  # asked the same as all others
        """The first tick beside it makes a difference."""
        return 1


@contextmanager
def spoken(clause: type[Clause] = OnlyOn, name: str = "only_on") -> Iterator[None]:
    """A language with one more condition, as if it had a field in `Condition`."""
    field = FieldInfo(annotation=clause | None, default=None, title="Kun", description="Kun et kryds.")  # type: ignore[arg-type]
    Condition.__pydantic_fields__[name] = field
    _read_anew()
    try:
        yield
    finally:
        del Condition.__pydantic_fields__[name]
        _read_anew()


def _read_anew() -> None:
    for model in (Condition, All, AnyOf, Not, Condition, Rule, Option, Node, Must, Tree):
        model.model_rebuild(force=True)
    for known in (schema.fields_of, schema._plans, data_schema.defs):
        known.cache_clear()
