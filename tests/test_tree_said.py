"""What the rules of a tree are called: coverage, words and outline."""

import pytest

from random_trees import Raw
from test_tree_rules import sample, ticks
from vejviser.records.clause import Answer
from vejviser.records.condition import Condition
from vejviser.trees.coverage import covered
from vejviser.trees.outline import as_text, outline
from vejviser.trees.words import answer_words, rule_words


class TestCoverage:
    """What examples show."""

    def test_covered(self) -> None:
        """Questions, answers, rules and outcomes that an example comes by are shown; a level is an answer."""
        found = covered(
            sample(
                cases=[
                    {
                        "name": "A",
                        "story": "S",
                        "expect": "vent",
                        "answers": {"fare": "nej", "tegn": ["a", "c"], "alder": "stor"},
                    },
                    {"name": "B", "story": "S", "answers": {"fare": "tvivl"}, "expect": "ring"},
                ]
            )
        )

        assert () == found["questions"].missing == found["outcomes"].missing
        assert ("fare: ja", "tegn: mild", "tegn: alvor", "alder: lille") == found["answers"].missing
        assert ("tegn: mild 1", "tegn: gul 2", "tegn: alvor 1", "alder: lille 1") == found["rules"].missing
        assert 1 - 4 / 8 == found["answers"].share

    def test_unknown_answers(self) -> None:
        """An example with an unknown answer shows only what comes before it."""
        found = covered(
            sample(cases=[{"name": "A", "story": "S", "answers": {"fare": "nej", "tegn": ["x"]}, "expect": "vent"}])
        )

        assert ("tegn", "alder") == found["questions"].missing


class TestWords:
    """Answers and rules in words."""

    @pytest.mark.parametrize(
        ("question", "answer", "words"),
        [("fare", "ja", "»Ja«"), ("tegn", ticks("d", "a"), "»A« og »D«"), ("tegn", ticks(), "»Ingen«")],
    )
    def test_answer(self, question: str, answer: Answer, words: str) -> None:
        """An answer is its label, or the labels of the ticked items in the order of the list."""
        assert words == answer_words(sample(), question, answer)

    @pytest.mark.parametrize(
        ("condition", "words"),
        [
            ({"is": ["fare", "ja"]}, "du svarede »Ja« på »Hvad med fare?«"),
            ({"has": ["tegn", "a"]}, "du satte kryds ved »A«"),
            ({"level_min": ["tegn", "gul"]}, "»Hvad ser du i tegn?« gav mindst »Gul«"),
            ({"not": {"has": ["tegn", "a"]}}, "det ikke gælder, at du satte kryds ved »A«"),
            (
                {"any": [{"has": ["tegn", "a"]}, {"has": ["tegn", "b"]}]},
                "du satte kryds ved »A« eller du satte kryds ved »B«",
            ),
            (
                {"count": {"of": "tegn", "min": 2, "level": "gul"}},
                "du satte mindst 2 krydser på »Gul« eller derover i »Hvad ser du i tegn?«",
            ),
            ({"count": {"of": "tegn", "min": 1}}, "du satte mindst 1 kryds i »Hvad ser du i tegn?«"),
            ({"at_most": {"of": "tegn", "max": 1}}, "du satte højst 1 kryds i »Hvad ser du i tegn?«"),
            (
                {"at_most": {"of": "tegn", "max": 0, "level": "gul"}},
                "du ikke satte kryds på »Gul« eller derover i »Hvad ser du i tegn?«",
            ),
        ],
    )
    def test_condition(self, condition: Raw, words: str) -> None:
        """A condition is a clause."""
        assert words == Condition.model_validate(condition).words(sample())

    def test_rule(self) -> None:
        """The last of several rules is for all others; an only rule needs no words."""
        flow = sample()
        go = flow.nodes["tegn"].go

        assert "hvis du satte kryds ved »A«" == rule_words(flow, go["gul"], 0)
        assert ("ellers", "") == (rule_words(flow, go["gul"], 1), rule_words(flow, go["mild"], 0))


class TestOutline:
    """A tree as a list of questions."""

    def test_gravest_first(self) -> None:
        """A checklist shows its items, and where its levels lead, gravest first, and its thresholds in words."""
        question = outline(sample())[1]

        assert ["alvor", "gul", "mild"] == [branch.id for branch in question.branches]
        assert [("Alvor", ["d"]), ("Gul", ["c"]), ("Mild", ["a", "b"])] == [
            (words, [item.id for item in items]) for words, items in question.items
        ]
        assert ("Mindst 2 krydser tæller som »Gul«.",) == question.thresholds

    def test_text(self) -> None:
        """As text, every question, answer and outcome has a line with its id, and doubt says what it counts as."""
        lines = as_text(sample()).splitlines()

        assert "   - Tvivl: tæller som »Ja«" in lines
        assert "   - Gul hvis du satte kryds ved »A« → 3. Hvad med alder?  [alder]" in lines
        assert "   - Gul ellers → Vent  [vent]" in lines
        assert "   Alvor · kan · Ring  [ring]" in lines
