"""Faults put into random trees, each of which the proofs must find."""

from itertools import pairwise
from typing import Any

import pytest

from random_trees import LEVELS, Raw, checklist, choice, flow_of, tree
from test_tree_proofs import reported
from vejviser.checks import tree_doubt, tree_proofs
from vejviser.trees.paths import paths
from vejviser.trees.proof import Proof, proof_of

Places = set[tuple[str, tuple[Any, ...]]]


ENDS = {"u0": "mild", "u1": "gul", "u2": "alvor"}
STRAIGHT = {level: [{"else": end}] for end, level in ENDS.items()}
ITEMS = {"p0": "mild", "p1": "mild", "p2": "gul", "p3": "gul", "p4": "alvor", "p5": "alvor"}


def milder(level: str, condition: Raw, end: str) -> Raw:
    """Where levels lead, but for one of them to a milder outcome when a condition holds."""
    return {**STRAIGHT, level: [{"if": condition, "to": end}, *STRAIGHT[level]]}


INVERSIONS: dict[str, Raw] = {
    **{
        f"{level} with {item} to {end}": milder(level, {"has": ["q", item]}, end)
        for level, end in (("gul", "u0"), ("alvor", "u0"), ("alvor", "u1"))
        for item, own in ITEMS.items()
        if LEVELS.index(own) <= LEVELS.index(level)
    },
    **{
        f"{level} with {least} or more to u0": milder(level, {"count": {"of": "q", "min": least}}, "u0")
        for level in ("gul", "alvor")
        for least in (2, 3, 4)
    },
    **{
        f"{level} with {least} on {counted} to u0": milder(
            level, {"count": {"of": "q", "min": least, "level": counted}}, "u0"
        )
        for level, counted in (("gul", "gul"), ("alvor", "gul"), ("alvor", "alvor"))
        for least in (2,)
    },
    **{
        f"{one} and {two} swapped": {**STRAIGHT, one: STRAIGHT[two], two: STRAIGHT[one]}
        for one, two in (("mild", "gul"), ("mild", "alvor"), ("gul", "alvor"))
    },
}


class TestSeeded:
    """Faults planted in a tree that has none."""

    def test_no_fault(self) -> None:
        """Without a planted fault nothing is reported."""
        assert set() == reported(tree_proofs.monotone, Proof(flow_of(tree([checklist("q", ITEMS, STRAIGHT)], ENDS))))

    @pytest.mark.parametrize("name", INVERSIONS)
    def test_inversion(self, name: str) -> None:
        """An inversion at the checklist itself is caught."""
        raw = tree([checklist("q", ITEMS, INVERSIONS[name])], ENDS)

        assert {("E523", ("nodes", 0, "checklist"))} == reported(tree_proofs.monotone, Proof(flow_of(raw)))

    @pytest.mark.parametrize("name", INVERSIONS)
    def test_inversion_later(self, name: str) -> None:
        """An inversion behind other questions is caught too, and only the checklist is reported."""
        between = choice("c", a=[{"else": "d"}], b=[{"else": "d"}])
        levels = [(level, rule) for level, rules in INVERSIONS[name].items() for rule in rules]
        rules = [
            {
                "if": {"all": [{"level_min": ["q", level]}, *([rule["if"]] if "if" in rule else [])]},
                "to": rule.get("to") or rule["else"],
            }
            for level, rule in sorted(levels, key=lambda pair: -LEVELS.index(pair[0]))
        ]
        onward: list[Raw] = [{"else": "c"}]
        raw = tree(
            [
                checklist("q", ITEMS, dict.fromkeys(LEVELS, onward)),
                between,
                choice("d", a=[*rules, {"else": "u0"}], b=[{"else": "u1"}]),
            ],
            ENDS,
        )

        assert {("E523", ("nodes", 0, "checklist"))} == reported(tree_proofs.monotone, Proof(flow_of(raw)))

    @pytest.mark.parametrize(("counts_as", "fault"), [("a", True), ("b", True), ("c", False)])
    def test_doubt(self, counts_as: str, *, fault: bool) -> None:
        """Doubt that counts as anything but the gravest answer is caught."""
        question = choice("q", a=[{"else": "u0"}], b=[{"else": "u1"}], c=[{"else": "u2"}], tvivl=counts_as)
        expected = {("E519", ("nodes", 0, "options", 3, "counts_as"))} if fault else set()

        assert expected == reported(tree_doubt.milder, Proof(flow_of(tree([question], ENDS))))

    @pytest.mark.parametrize(("counts_as", "fault"), [("a", True), ("b", False), ("c", False)])
    def test_doubt_between(self, counts_as: str, *, fault: bool) -> None:
        """With a no, a mild answer and a grave one, doubt that ends milder than the mild one is caught."""
        question = choice("q", a=[{"else": "u0"}], b=[{"else": "u1"}], c=[{"else": "u2"}], tvivl=counts_as)
        question["options"][0]["label"] = "Nej"
        expected = {("E519", ("nodes", 0, "options", 3, "counts_as"))} if fault else set()

        assert expected == reported(tree_doubt.milder, Proof(flow_of(tree([question], ENDS))))

    def test_tick_moved(self) -> None:
        """A tick moved to an item that rules do not tell from another ticked one counts as graver too."""
        go = {"mild": [{"else": "u1"}], "gul": [{"if": {"has": ["q", "p0"]}, "to": "u2"}, {"else": "u1"}]}
        raw = tree([checklist("q", {"p0": "mild", "p2": "gul", "p3": "gul"}, go)], ENDS)

        assert {("E523", ("nodes", 0, "checklist"))} == reported(tree_proofs.monotone, Proof(flow_of(raw)))

    def test_outcome_on_the_way(self) -> None:
        """An answer that only adds an outcome on the way is not idle."""
        ways = [("q", "u0", "r"), ("r", "u1", "u2")]
        nodes = [choice(id_, a=[{"else": one}], b=[{"else": two}]) for id_, one, two in ways]
        raw = tree(nodes, {**ENDS, "u0": ("mild", "r")})

        assert set() == reported(tree_proofs.idle, Proof(flow_of(raw)))


def test_big_checklists() -> None:
    """Two lists of 30 items and 12 choices are walked in full: one path for each mix of choices and levels."""
    items = {f"p{number}": LEVELS[number % 3] for number in range(30)}
    raises = [{"count": {"min": 4}, "to": "gul"}, {"count": {"min": 3, "level": "gul"}, "to": "alvor"}]
    places = ["one", "two", *(f"c{number}" for number in range(12)), "u0"]
    nodes = [
        choice(id_, a=[{"else": after}], b=[{"else": after}])
        if id_.startswith("c")
        else checklist(id_, items, {level: [{"else": after}] for level in LEVELS}, *raises)
        for id_, after in pairwise(places)
    ]

    assert 3 * 3 * 2**12 == sum(1 for _ in paths(flow_of(tree(nodes, {"u0": "mild"}))))


def test_proved_once() -> None:
    """A tree that says the same is not proved again, and one that says something else is."""
    raws = [tree([choice("q", a=[{"else": one}], b=[{"else": "u1"}])], ENDS) for one in ("u0", "u0", "u2")]
    first, same, other = (proof_of(flow_of(raw)) for raw in raws)

    assert first is same
    assert ({"u0", "u1"}, {"u1", "u2"}) == tuple(
        {path.outcome for path in proof.paths or ()} for proof in (first, other)
    )
