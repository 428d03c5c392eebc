"""Decision trees: every way through them, against a walk that knows nothing of ours."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.checked import Checked
from vejviser.records.tree import Tree
from vejviser.trees.compile import as_script, compiled
from vejviser.trees.paths import follow, paths, target_of

SHIPPED = {"jeg-er-bekymret": 15, "skal-jeg-underrette": 9}


@pytest.fixture(name="tree", params=sorted(SHIPPED))
def _tree(request: pytest.FixtureRequest, shipped: Checked) -> Tree:
    record = shipped.project.entries[request.param].record
    assert isinstance(record, Tree)
    return record


class TestShipped:
    """Both trees of this repository."""

    def test_every_edge(self, tree: Tree) -> None:
        """Every answer of every question is part of a path."""
        edges = {(node.choice, option.id) for node in tree.nodes for option in node.options}

        assert edges == {answer for path in paths(tree) for answer in path.answers}

    def test_every_outcome(self, tree: Tree) -> None:
        """Every outcome is reached, and there are as many as agreed."""
        assert set(tree.outcomes) == {path.outcome for path in paths(tree)}
        assert SHIPPED[tree.id] == len(tree.outcomes)

    def test_forward_only(self, tree: Tree) -> None:
        """No path asks the same question twice, and every path asks in the tree's order."""
        order = [node.choice for node in tree.nodes]
        for path in paths(tree):
            asked = [order.index(question) for question, _ in path.answers]

            assert sorted(set(asked)) == asked

    def test_follow_agrees(self, tree: Tree) -> None:
        """Following the answers of a path ends where the path ends, unless it goes on after an outcome."""
        for path in paths(tree):
            outcome, asked = follow(tree, dict(path.answers))

            assert (path.outcome, [question for question, _ in path.answers]) == (outcome, asked)

    def test_acute_first(self, tree: Tree) -> None:
        """The first question is about acute danger, and doubt there leads to help at once."""
        first = tree.nodes[0]
        doubt = [target_of(first, option) for option in first.options if option.counts_as]

        assert first.acute
        assert [tree.levels[-1].id] == [tree.outcomes[target or ""].level for target in doubt]

    def test_doubt_has_an_answer(self, tree: Tree) -> None:
        """An answer of doubt leads where the answer leads that it counts as."""
        for node in tree.nodes:
            options = {option.id: option for option in node.options}
            for option in node.options:
                if option.counts_as:
                    assert options[option.counts_as].go == target_of(node, option)

    def test_cases(self, tree: Tree) -> None:
        """Every example ends where it says, and together they show every outcome."""
        assert [case.expect for case in tree.cases] == [follow(tree, case.answers)[0] for case in tree.cases]
        assert set(tree.outcomes) == {case.expect for case in tree.cases}

    def test_browser_data(self, tree: Tree) -> None:
        """The browser gets the same targets, and gravity rises with the levels."""
        data = compiled(tree)
        targets = {
            (name, option["id"]): option["go"] for name, node in data["nodes"].items() for option in node["options"]
        }
        levels = [level.id for level in tree.levels]

        assert {
            (node.choice, option.id): target_of(node, option) for node in tree.nodes for option in node.options
        } == targets
        assert {key: levels.index(item.level) for key, item in tree.outcomes.items()} == {
            key: item["level"] for key, item in data["outcomes"].items()
        }


@st.composite
def _trees(draw: st.DrawFn) -> Tree:
    """A tree whose answers point to later questions, outcomes, or, by doubt, to another answer of the same question."""
    size = draw(st.integers(1, 5))
    outcomes = [f"u{number}" for number in range(draw(st.integers(1, 3)))]
    nodes: list[dict[str, Any]] = []
    for index in range(size):
        later = [f"q{number}" for number in range(index + 1, size)] + outcomes
        options: list[dict[str, Any]] = [
            {"id": f"o{number}", "label": "<Svar>", "go": draw(st.sampled_from(later))}
            for number in range(draw(st.integers(1, 3)))
        ]
        options.append(
            {"id": "tvivl", "label": "Ved ikke", "counts_as": draw(st.sampled_from([o["id"] for o in options]))}
        )
        nodes.append({"choice": f"q{index}", "ask": "Hvad?", "options": options})
    outcome = {
        "title": "Gør",
        "level": "a",
        "force": "kan",
        "record": "r",
        "do": [{"act": "x", "who": "y", "within": "z"}],
    }
    return Tree.model_validate(
        {
            "id": "t",
            "title": "T",
            "version": 1,
            "intro": "I",
            "levels": [{"id": "a", "title": "A"}],
            "nodes": nodes,
            "outcomes": dict.fromkeys(outcomes, outcome),
            "closing": ["Husk."],
        }
    )


def _brute_force(tree: Tree) -> Counter[tuple[tuple[tuple[str, str], ...], str]]:
    """Every way through, by a list of unfinished walks over plain dicts."""
    raw = tree.model_dump()
    questions = {node["choice"]: {option["id"]: option for option in node["options"]} for node in raw["nodes"]}
    unfinished: list[tuple[tuple[tuple[str, str], ...], str]] = [((), raw["nodes"][0]["choice"])]
    found: Counter[tuple[tuple[tuple[str, str], ...], str]] = Counter()
    while unfinished:
        answers, place = unfinished.pop()
        if place in raw["outcomes"]:
            found[answers, place] += 1
            continue
        for id_, option in questions[place].items():
            target = option["go"] or questions[place][option["counts_as"]]["go"]
            unfinished.append(((*answers, (place, id_)), target))
    return found


@given(_trees())
def test_paths_are_all_and_only_once(tree: Tree) -> None:
    """The paths are those that a walk by brute force finds, each once."""
    assert _brute_force(tree) == Counter((path.answers, path.outcome) for path in paths(tree))


@given(_trees())
def test_script_is_safe(tree: Tree) -> None:
    """No text of a tree can end the script element it stands in, and the data survives."""
    script = as_script(tree)

    assert not set("<>&") & set(script)
    assert compiled(tree) == json.loads(script)


class TestGoingOn:
    """An outcome that one can go on from."""

    tree = Tree.model_validate(
        {
            "id": "t",
            "title": "T",
            "version": 1,
            "intro": "I",
            "levels": [{"id": "a", "title": "A"}],
            "closing": ["Husk."],
            "nodes": [
                {
                    "choice": "q",
                    "ask": "?",
                    "options": [{"id": "ja", "label": "J", "go": "foerst"}, {"id": "nej", "label": "N", "go": "slut"}],
                },
                {
                    "choice": "r",
                    "ask": "?",
                    "options": [
                        {"id": "ja", "label": "J", "go": "slut"},
                        {"id": "tvivl", "label": "T", "counts_as": "ja"},
                    ],
                },
            ],
            "outcomes": {
                key: {
                    "title": "Gør",
                    "level": "a",
                    "force": "kan",
                    "record": "r",
                    "do": [{"act": "x", "who": "y", "within": "z"}],
                    "continue_at": after,
                }
                for key, after in (("foerst", "r"), ("slut", None))
            },
        }
    )

    def test_paths(self) -> None:
        """One path ends there; the others pass it."""
        assert [((), "foerst"), (("foerst",), "slut"), (("foerst",), "slut"), ((), "slut")] == [
            (path.passed, path.outcome) for path in paths(self.tree)
        ]

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({"q": "ja"}, ("foerst", ["q"])),
            ({"q": "ja", "r": "tvivl"}, ("slut", ["q", "r"])),
            ({"q": "nej", "r": "ja"}, ("slut", ["q"])),
            ({"r": "ja"}, (None, ["q"])),
            ({"q": "måske"}, (None, ["q"])),
        ],
    )
    def test_follow(self, answers: dict[str, str], expected: object) -> None:
        """Answers are followed as far as they go; a missing or unknown one ends nowhere."""
        assert expected == follow(self.tree, answers)
