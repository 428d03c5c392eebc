"""A municipality's tree laid over a shared one: what it adds and changes, and that nothing of it can be escaped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drawn import TERMS, TREE
from vejviser.checked import Checked
from vejviser.overlay import SharedMark, from_shared, merged
from vejviser.records.tree import Tree
from vejviser.trees.paths import paths
from vejviser.trees.rules import Flow

Check = Callable[[str], Checked]
BASE, OWN = "decision_trees/faelles/trae.yml", "decision_trees/by/trae.yml"
MUST = """
must:
  - {name: Fare og tvivl fører til et opkald, when: {is: [fare, ja]}, outcome: [ring]}
"""


@pytest.fixture(name="lay")
def _lay(checked: Check) -> Callable[..., Checked]:
    """Check a project whose municipality has a tree of these lines over the shared one."""

    def lay(own: str, base: str = "title: Hvad gør jeg?\n" + TREE.strip("\n")) -> Checked:
        def drawn(text: str) -> str:
            return "\n".join(f"        | {line}" for line in text.strip("\n").split("\n"))

        return checked(
            f"decision_trees/\n  faelles/\n    trae.yml\n{drawn(base)}\n        | {TERMS}  by/\n    trae.yml\n"
            f"{drawn('extends: trae' + chr(10) + own.strip(chr(10)))}\n"
        )

    return lay


def tree_of(checked: Checked) -> Tree:
    record = checked.project.entries["trae"].record
    assert isinstance(record, Tree)
    return record


def marks_of(data: Any) -> Any:
    """Marks in the shape of some data, all at one place."""
    mark = SharedMark(0, 0, "f")
    if isinstance(data, dict):
        return {None: mark} | {key: (mark, marks_of(value)) for key, value in data.items()}
    return [mark, *map(marks_of, data)] if isinstance(data, list) else mark


def told(checked: Checked) -> list[str]:
    return [f"{finding.code} {finding.path}:{finding.line}" for finding in checked.findings]


class TestTexts:
    """What stands in the place of the shared tree's words."""

    def test_nothing_of_its_own(self, lay: Callable[..., Checked]) -> None:
        """A tree that says nothing is the shared one."""
        found = lay("")

        assert [] == told(found)
        assert ("Hvad gør jeg?", ["fare"]) == (tree_of(found).title, [node.id for node in tree_of(found).nodes])

    def test_a_text(self, lay: Callable[..., Checked]) -> None:
        """A text takes the place of the shared one, and the other fields stand."""
        found = lay("title: Hvad gør jeg i byen?")

        assert [] == told(found)
        assert "Hvad gør jeg i byen?" == tree_of(found).title
        assert "Svar på spørgsmålene." == tree_of(found).intro

    def test_a_field_of_an_outcome(self, lay: Callable[..., Checked]) -> None:
        """A field of an outcome is changed by itself, and a new one is added."""
        found = lay("outcomes:\n  ring: {title: Ring til byen, note: Vent ikke.}")
        ring = tree_of(found).outcomes["ring"]

        assert [] == told(found)
        assert ("Ring til byen", "Vent ikke.", "alvor", ["Ring"]) == (
            ring.title,
            ring.note,
            ring.level,
            [action.act for action in ring.do],
        )

    def test_a_list_without_names(self, lay: Callable[..., Checked]) -> None:
        """A list whose parts have no names is taken whole."""
        found = lay("closing: [Ring til byen.]")

        assert ["Ring til byen."] == tree_of(found).closing


class TestParts:
    """Parts of lists, by their names."""

    def test_an_option_by_its_id(self, lay: Callable[..., Checked]) -> None:
        """An option is found by its id and keeps its place and what the municipality does not say."""
        found = lay("nodes:\n  - choice: fare\n    options:\n      - {id: nej, label: Ikke lige nu}")
        options = tree_of(found).nodes[0].options

        assert [] == told(found)
        assert ["Ja", "Ikke lige nu", "Jeg er i tvivl"] == [option.label for option in options]
        assert ["vent"] == [rule.target for rule in options[1].go or []]

    def test_a_new_question(self, lay: Callable[..., Checked]) -> None:
        """A question that the shared tree does not have comes last, and an answer can be led to it."""
        found = lay("""
nodes:
  - choice: fare
    options:
      - {id: nej, go: skole}
  - choice: skole
    ask: Er barnet væk fra skole?
    options:
      - {id: ja, label: Ja, go: ring}
      - {id: nej, label: Nej, go: vent}
cases:
  - {name: B, answers: {fare: nej, skole: nej}}
  - {name: Skole, story: Et barn er væk., answers: {fare: nej, skole: ja}, expect: ring}
""")

        assert [] == told(found)
        assert ["fare", "skole"] == [node.id for node in tree_of(found).nodes]
        assert "Skole" == tree_of(found).cases[-1].name
        assert ["ring", "ring", "vent", "ring"] == [path.outcome for path in paths(Flow(tree_of(found)))]

    def test_nothing_can_be_taken_away(self, lay: Callable[..., Checked]) -> None:
        """A list with fewer parts, or with none, leaves every part of the shared tree where it was."""
        found = lay(
            "nodes:\n  - {choice: fare, options: [{id: ja, label: Ja}]}\nmust: []\ncases: []",
            "title: Hvad gør jeg?\n" + TREE.strip("\n") + MUST,
        )

        assert [] == told(found)
        assert ["ja", "nej", "tvivl"] == [option.id for option in tree_of(found).nodes[0].options]
        assert ["Fare og tvivl fører til et opkald"] == [must.name for must in tree_of(found).must]
        assert tree_of(lay("")).cases == tree_of(found).cases


class TestProofs:
    """The merged tree is the one that is proved."""

    def test_a_safety_rule_of_the_shared_tree(self, lay: Callable[..., Checked]) -> None:
        """An answer that the municipality leads elsewhere breaks the shared rule, which stands in the shared file."""
        base = "title: Hvad gør jeg?\n" + TREE.strip("\n") + MUST
        found = lay(
            "nodes:\n  - choice: fare\n    options:\n      - {id: ja, go: vent}\n      - {id: nej, go: ring}", base
        )
        line = base.split("\n").index(MUST.split("\n")[2]) + 1

        assert f"E522 {BASE}:{line}" in told(found)

    def test_a_rule_of_the_same_name(self, lay: Callable[..., Checked]) -> None:
        """A safety rule cannot be rewritten under its own name: the shared one holds beside it."""
        own = "must:\n  - {name: Fare og tvivl fører til et opkald, when: {is: [fare, ja]}, outcome: [vent]}"
        found = lay(own, "title: Hvad gør jeg?\n" + TREE.strip("\n") + MUST)

        assert [["ring"], ["vent"]] == [must.outcome for must in tree_of(found).must]
        assert [f"E522 {OWN}:3"] == told(found)

    def test_doubt(self, lay: Callable[..., Checked]) -> None:
        """Doubt that the municipality lets count as the mild answer is found in the municipality's file."""
        found = lay("nodes:\n  - choice: fare\n    options:\n      - {id: tvivl, counts_as: nej}")

        assert f"E519 {OWN}:5" in told(found)

    def test_an_example_of_the_shared_tree(self, lay: Callable[..., Checked]) -> None:
        """An example of the shared tree that now ends elsewhere is found where it stands."""
        found = lay("nodes:\n  - choice: fare\n    options:\n      - {id: nej, go: ring}\n      - {id: ja, go: vent}")

        assert {BASE} == {finding.path for finding in found.findings if finding.code == "E510"}


class TestPlaces:
    """A finding names the file where the fault stands."""

    def test_a_fault_of_its_own(self, lay: Callable[..., Checked]) -> None:
        """An unknown target that the municipality wrote."""
        found = lay("nodes:\n  - choice: fare\n    options:\n      - {id: nej, go: vnt}")

        assert f"E501 {OWN}:5" in told(found)

    def test_a_fault_of_the_shared_tree(self, lay: Callable[..., Checked]) -> None:
        """An unknown target in the shared tree, though the municipality changes the words beside it."""
        base = ("title: Hvad gør jeg?\n" + TREE.strip("\n")).replace("go: vent}", "go: vnt}")
        found = lay("nodes:\n  - choice: fare\n    options:\n      - {id: nej, label: Ikke nu}", base)
        line = next(number for number, text in enumerate(base.split("\n"), 1) if "go: vnt}" in text)

        assert f"E501 {BASE}:{line}" in told(found)

    def test_an_unknown_field(self, lay: Callable[..., Checked]) -> None:
        """A misspelt field that the municipality wrote."""
        found = lay("outcomes:\n  ring:\n    nota: Vent ikke.")

        assert [f"E201 {OWN}:4"] == told(found)

    def test_an_unknown_tree(self, checked: Check) -> None:
        """E527 with the nearest tree; nothing else is said about the broken one."""
        found = checked("decision_trees/\n  by/\n    trae.yml\n      | extends: trea\n")

        assert [f"E527 {OWN}:1"] == told(found)
        assert "Mente du `trae`?" in found.findings[0].hint

    def test_what_is_no_tree(self, checked: Check) -> None:
        """A record of another kind is no tree to build on."""
        found = checked("decision_trees/\n  by/\n    trae.yml\n      | extends: underretning\n")

        assert [f"E527 {OWN}:1"] == told(found)


class TestMerged:
    """The merge itself, on bare data."""

    def test_it_changes_neither_side(self) -> None:
        """What is merged is new: the shared tree lies under other municipalities too."""
        base = {"a": [{"id": "x", "n": 1}]}
        own = {"a": [{"id": "x", "n": 2}, {"id": "y"}]}
        data, marks = merged(base, marks_of(base), own, marks_of(own))

        assert (own, marks_of(own)) == (data, marks)
        assert {"a": [{"id": "x", "n": 1}]} == base

    def test_shared_marks_know_their_file(self) -> None:
        """Each mark, of keys too, gets the path."""
        plain = SharedMark(3, 1, "")

        assert {"a": (SharedMark(3, 1, "f"), [SharedMark(3, 1, "f")])} == from_shared({"a": (plain, [plain])}, "f")


def test_another_municipality_has_the_shared_tree(lay: Callable[..., Checked], tmp_path: Path) -> None:
    """The shared file itself is not touched by what lies over it."""
    lay("title: Hvad gør jeg i byen?")

    assert "title: Hvad gør jeg?\n" == (tmp_path / BASE).read_text(encoding="utf-8").splitlines(keepends=True)[0]
