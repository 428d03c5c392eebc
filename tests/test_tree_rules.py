"""What answers mean, what is enough to try, and how a tree is said in words."""

from typing import Any

import pytest
from hypothesis import given

from brute_force import Brute
from random_trees import Raw, checklist, choice, flow_of, raw_trees, tree
from vejviser.records.clause import Answer
from vejviser.records.condition import Condition
from vejviser.trees.equivalence import distinct, groups, how_many
from vejviser.trees.rules import Flow

ITEMS = {"a": "mild", "b": "mild", "c": "gul", "d": "alvor"}


def sample(**fields: Any) -> Flow:
    """A choice, a checklist with a threshold, and a choice whose rules look back."""
    return flow_of(
        tree(
            [
                choice("fare", ja=[{"else": "ring"}], nej=[{"else": "tegn"}], tvivl="ja"),
                checklist(
                    "tegn",
                    ITEMS,
                    {
                        "mild": [{"else": "vent"}],
                        "gul": [{"if": {"has": ["tegn", "a"]}, "to": "alder"}, {"else": "vent"}],
                        "alvor": [{"else": "ring"}],
                    },
                    {"count": {"min": 2}, "to": "gul"},
                ),
                choice("alder", lille=[{"else": "ring"}], stor=[{"else": "vent"}]),
            ],
            {"vent": "mild", "ring": "alvor"},
            **fields,
        )
    )


def ticks(*items: str) -> frozenset[str]:
    return frozenset(items)


class TestLevel:
    """The level of a checklist."""

    @pytest.mark.parametrize(
        ("ticked", "level"),
        [
            (ticks(), "mild"),
            (ticks("a"), "mild"),
            (ticks("c"), "gul"),
            (ticks("a", "d"), "alvor"),
            (ticks("a", "b"), "gul"),
            (ticks("a", "b", "c"), "gul"),
        ],
    )
    def test_level(self, ticked: frozenset[str], level: str) -> None:
        """It is the gravest of the ticks and of the thresholds reached; without a tick it is the mildest."""
        flow = sample()

        assert level == flow.level_of("tegn", ticked)


class TestHolds:
    """Whether a condition holds."""

    @pytest.mark.parametrize(
        ("condition", "answers", "expected"),
        [
            ({"is": ["fare", "ja"]}, {"fare": "ja"}, True),
            ({"is": ["fare", "ja"]}, {"fare": "tvivl"}, True),
            ({"is": ["fare", "ja"]}, {"fare": "nej"}, False),
            ({"is": ["fare", "ja"]}, {}, False),
            ({"not": {"is": ["fare", "ja"]}}, {}, True),
            ({"has": ["tegn", "a"]}, {"tegn": ticks("a", "c")}, True),
            ({"has": ["tegn", "a"]}, {"tegn": ticks("b")}, False),
            ({"has": ["tegn", "a"]}, {}, False),
            ({"count": {"of": "tegn", "min": 2}}, {"tegn": ticks("a", "d")}, True),
            ({"count": {"of": "tegn", "min": 2, "level": "gul"}}, {"tegn": ticks("a", "d")}, False),
            ({"count": {"of": "tegn", "min": 2, "level": "gul"}}, {"tegn": ticks("c", "d")}, True),
            ({"count": {"of": "tegn", "min": 1}}, {}, False),
            ({"at_most": {"of": "tegn", "max": 1}}, {"tegn": ticks("a")}, True),
            ({"at_most": {"of": "tegn", "max": 1}}, {"tegn": ticks("a", "b")}, False),
            ({"at_most": {"of": "tegn", "max": 1, "level": "gul"}}, {"tegn": ticks("a", "b", "d")}, True),
            ({"at_most": {"of": "tegn", "max": 0}}, {"tegn": ticks()}, True),
            ({"at_most": {"of": "tegn", "max": 0}}, {}, False),
            ({"level_min": ["tegn", "gul"]}, {"tegn": ticks("a", "b")}, True),
            ({"level_min": ["tegn", "mild"]}, {"tegn": ticks()}, True),
            ({"level_min": ["tegn", "mild"]}, {}, False),
            ({"all": [{"is": ["fare", "nej"]}, {"has": ["tegn", "a"]}]}, {"fare": "nej", "tegn": ticks("b")}, False),
            ({"any": [{"is": ["fare", "nej"]}, {"has": ["tegn", "a"]}]}, {"fare": "nej", "tegn": ticks("b")}, True),
        ],
    )
    def test_holds(self, condition: Raw, answers: dict[str, Answer], *, expected: bool) -> None:
        """Doubt is what it counts as; about a question that was not asked nothing holds, and `not` of it does."""
        assert expected == Condition.model_validate(condition).holds(sample(), answers)

    @given(raw_trees())
    def test_as_brute_force(self, raw: Raw) -> None:
        """Every condition holds of the same answers as by brute force."""
        flow, brute = flow_of(raw), Brute(raw)
        branches = [
            rules
            for node in raw["nodes"]
            for rules in (*(option.get("go", []) for option in node.get("options", ())), *node.get("go", {}).values())
        ]
        conditions = [raw["must"][0]["when"], *(rule["if"] for rules in branches for rule in rules if "if" in rule)]
        for condition in conditions:
            ours = Condition.model_validate(condition)
            for walked in brute.ways.values():
                assert brute.holds(condition, walked.answers) == ours.holds(flow, walked.answers)

    def test_mentioned(self) -> None:
        """The statements inside a condition are found, each with its question."""
        condition = Condition.model_validate(
            {
                "all": [
                    {"not": {"is": ["fare", "ja"]}},
                    {"any": [{"count": {"of": "tegn", "min": 1}}, {"level_min": ["tegn", "gul"]}]},
                ]
            }
        )

        assert ["fare", "tegn", "tegn"] == [statement.question for _, statement in condition.statements()]


class TestChosenRule:
    """Which rule an answer follows."""

    @pytest.mark.parametrize(
        ("place", "answer", "expected"),
        [
            ("fare", "tvivl", ("ja", 0, "ring")),
            ("fare", "nej", ("nej", 0, "tegn")),
            ("tegn", ticks("a", "c"), ("gul", 0, "alder")),
            ("tegn", ticks("c"), ("gul", 1, "vent")),
            ("tegn", ticks(), ("mild", 0, "vent")),
        ],
    )
    def test_chosen(self, place: str, answer: Answer, expected: tuple[str, int, str]) -> None:
        """The first rule that holds is followed, and doubt follows the answer that it counts as."""
        flow = sample()

        assert expected == flow.chosen_rule(flow.nodes[place], {place: answer})


class TestDistinct:
    """The answers that are enough to try."""

    def test_sorts(self) -> None:
        """One answer for each level and for each truth of what rules say, fewest ticks first."""
        flow = sample()

        assert [ticks(), ticks("d"), ticks("c"), ticks("a"), ticks("a", "d"), ticks("a", "c")] == distinct(
            flow, groups(flow)
        )["tegn"]

    def test_groups(self) -> None:
        """An item that a rule names stands alone; the others of a level count together, up to the threshold."""
        assert [(("a",), 1), (("b",), 1), (("c",), 1), (("d",), 1)] == [
            (group.items, group.cap) for group in groups(sample())["tegn"]
        ]

    def test_many_items(self) -> None:
        """Of many items on one level no more ticks are tried than the largest threshold asks for."""
        items = {f"p{number}": "mild" for number in range(40)}
        go = {"mild": [{"else": "vent"}], "gul": [{"else": "vent"}]}
        flow = flow_of(tree([checklist("q", items, go, {"count": {"min": 3}, "to": "gul"})], {"vent": "mild"}))

        assert 4 == how_many(groups(flow)["q"])
        assert [ticks(), ticks("p0", "p1", "p2")] == distinct(flow, groups(flow))["q"]

    def test_too_many(self) -> None:
        """A checklist whose items are named one by one has too many answers to try."""
        items = {f"p{number}": "mild" for number in range(15)}
        when = {"any": [{"has": ["q", item]} for item in items]}
        go = {"mild": [{"if": when, "to": "vent"}, {"else": "vent"}]}
        flow = flow_of(tree([checklist("q", items, go)], {"vent": "mild"}))

        assert {"q": None} == distinct(flow, groups(flow))
