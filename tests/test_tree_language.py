"""The language of conditions: each is one class, and one that is added reaches proofs, words, data and checks."""

import inspect
from collections.abc import Iterator
from random import Random
from typing import Any, cast

import pytest
from pydantic import ValidationError

import test_tree_proofs
from brute_force import KNOWN
from new_condition import OnlyOn, spoken
from projects import ROOT
from random_trees import LEVELS, Raw, checklist, flow_of, forms_in, language, random_tree, tree
from vejviser.checks import tree_names, tree_proofs
from vejviser.field_faults import explain
from vejviser.pages.data_schema import defs
from vejviser.records.clause import Asked, Group, Statement
from vejviser.records.condition import Condition
from vejviser.trees.compile import compiled
from vejviser.trees.outline import as_text
from vejviser.trees.proof import Proof

RULES = (ROOT / "site_overrides/assets/tree_rules.js").read_text(encoding="utf-8")
# Trees made by chance to try a new condition on.
TREES = 100


@pytest.mark.parametrize("name", language())
class TestEveryCondition:
    """What holds for every condition of the language."""

    def test_whole(self, name: str) -> None:
        """Its class answers all that is asked of a condition."""
        assert issubclass(language()[name], Statement | Group)
        assert not inspect.isabstract(language()[name])

    def test_examples(self, name: str) -> None:
        """Its examples are ways to write it."""
        asked = [Asked("q", "choice", ["a", "b"], LEVELS), Asked("q", "checklist", ["a", "b"], LEVELS)]
        clause = language()[name]
        if issubclass(clause, Statement):
            written = [one for of in asked for one in clause.examples(of)]
        else:
            written = [cast("type[Group]", clause).of([{"is": ["q", "a"]}])]

        assert {name} == {Condition.model_validate({name: one}).name for one in written}

    def test_told_twice(self, name: str) -> None:
        """Its meaning stands a second time in the tests, and in the browser's rules."""
        assert name in KNOWN
        assert f"\n  {name}: (" in RULES


@pytest.fixture(name="raws")
def _raws() -> Iterator[list[Raw]]:
    """Trees that use a condition which only this test speaks."""
    with spoken():
        made = [random_tree(Random(seed)) for seed in range(TREES)]
        yield [raw for raw in made if "only_on" in forms_in(flow_of(raw))]


def prove(raws: list[Raw]) -> None:
    """Try everything that is proved about trees against brute force."""
    proofs = test_tree_proofs.TestProofs
    for test in (test_tree_proofs.TestPaths.test_edges, proofs.test_musts, proofs.test_monotone, proofs.test_idle):
        for raw in raws:
            test.hypothesis.inner_test(None, raw)  # type: ignore[attr-defined]  # hypothesis keeps the bare test


@pytest.mark.heavy
class TestNewCondition:
    """A condition that is defined in a test, and nowhere else."""

    def test_proofs(self, raws: list[Raw]) -> None:
        """Trees made by chance use it, and all that is proved of them is so by brute force."""
        assert len(raws) > TREES / 6
        prove(raws)

    def test_forgotten(self) -> None:
        """One that does not say which items it tells apart makes proofs unsound, and is found out."""

        class Forgetful(OnlyOn):
            def singled(self) -> frozenset[str]:
                return frozenset()

        with spoken(Forgetful), pytest.raises(AssertionError):
            prove([random_tree(Random(seed)) for seed in range(TREES)])

    def test_planted_fault(self, raws: list[Raw]) -> None:
        """A list on which one tick is graver than two is reported."""
        assert raws
        go = [{"if": {"only_on": ["q", "p0"]}, "to": "u2"}, {"else": "u0"}]
        raw = tree([checklist("q", {"p0": "mild", "p1": "mild"}, {"mild": go})], {"u0": "mild", "u2": "alvor"})

        assert {("E523", ("nodes", 0, "checklist"))} == test_tree_proofs.reported(
            tree_proofs.monotone, Proof(flow_of(raw))
        )

    def test_words_and_data(self, raws: list[Raw]) -> None:
        """The page says it, the browser gets it, and the schema of the data describes it."""
        assert raws
        flow = flow_of(written("p1"))

        assert "hvis du kun satte kryds ved »P1« →" in as_text(flow)
        assert {"only_on": ["q", "p1"]} == compiled(flow)["nodes"]["q"]["go"]["0"][0]["if"]
        assert "only_on" in defs()["Condition"]["properties"]

    def test_faults(self, raws: list[Raw]) -> None:
        """What it names that is not there is reported, and a slip in its name finds it."""
        assert raws
        found: list[tuple[Any, ...]] = []

        class Entry:
            def finding(self, *told: Any) -> None:
                found.append(told)

        list(tree_names.references(cast("Any", Entry()), flow_of(written("p9"))))
        with pytest.raises(ValidationError) as slip:
            Condition.model_validate({"only_onn": ["q", "p1"]})
        with pytest.raises(ValidationError) as none:
            Condition.model_validate({})

        assert [(("nodes", 0, "go", "mild", 0, "if", "only_on", 1), "E518")] == [told[:2] for told in found]
        assert "Mente du `only_on`?" in explain(Condition, slip.value.errors()[0])[2]
        assert "`only_on`" in explain(Condition, none.value.errors()[0])[2]


def written(item: str) -> Raw:
    """A tree with one rule that names an item."""
    go = [{"if": {"only_on": ["q", item]}, "to": "u0"}, {"else": "u0"}]
    return tree([checklist("q", {"p1": "mild", "p2": "mild"}, {"mild": go})], {"u0": "mild"})
