"""Invented stories walked through the trees: each ends where it should, never where a child could come to harm."""

import re
from pathlib import Path

import pytest
import yaml

from shipped import checked_of
from vejviser.checks.trees import flows
from vejviser.records.tree import Case, Outcome
from vejviser.trees.coverage import given_answers
from vejviser.trees.paths import follow
from vejviser.trees.rules import Flow

# The tree that the front page of a municipality opens with for somebody who is worried.
_FIRST = {
    "herlev": "skal-jeg-underrette",
    "kalundborg": "hvilket-tilbud-passer",
    "ringsted": "jeg-er-bekymret",
    "rudersdal": "trivselsguiden",
}
_FOLDER = Path(__file__).parent / "vignettes"
# Each a name, a municipality, who it is, a story, the ends that are right, that do no harm, and that never may be.
VIGNETTES = yaml.safe_load((_FOLDER / "vignettes.yml").read_text("utf-8"))
CASES = yaml.safe_load((_FOLDER / "cases.yml").read_text("utf-8"))


def _flow(municipality: str) -> Flow:
    """The tree that somebody who is worried meets first."""
    return next(flow for entry, flow in flows(checked_of(municipality).project) if entry.id == _FIRST[municipality])


def _end(story: dict[str, object]) -> tuple[str, Outcome]:
    """Where the answers of a story lead when each is one that the tree asks for."""
    flow = _flow(str(story["municipality"]))
    case = Case.model_validate(
        {"name": story["name"], "story": story["story"], "answers": story["answers"], "expect": "x"}
    )
    answers = given_answers(flow, case)
    outcome, asked = follow(flow, answers)
    assert outcome is not None, f"{asked[-1]} is not answered"
    # Answers after the last question asked belong to a way on from an outcome.
    assert set(answers) == set(asked)
    return outcome, flow.tree.outcomes[outcome]


def _said(outcome: Outcome) -> str:
    """All that an outcome itself says, as one text."""
    actions = [f"{action.act} {action.who} {action.within}" for action in outcome.do]
    return " ".join([outcome.title, *actions, outcome.note or ""])


def test_as_many_as_asked_for() -> None:
    """24 stories and 40 cases, from every municipality alike, told by many sorts of people, no name twice."""
    names = [story["name"] for story in VIGNETTES + CASES]

    assert (24, 40, len(names)) == (len(VIGNETTES), len(CASES), len(set(names)))
    for stories, each in ((VIGNETTES, 6), (CASES, 10)):
        assert {each} == {sum(story["municipality"] == name for story in stories) for name in _FIRST}
    assert {"lærer", "sundhedsplejerske", "leder", "nabo", "forælder", "ung"} <= {story["who"] for story in VIGNETTES}


@pytest.mark.parametrize("story", VIGNETTES + CASES, ids=lambda story: story["name"])
def test_ends_right(story: dict[str, list[str]]) -> None:
    """A story ends where its writer said beforehand, or where no harm is done."""
    end, outcome = _end(story)
    known = _flow(str(story["municipality"])).tree.outcomes

    assert end not in story["never"]
    assert end in [*story["right"], *story.get("but", [])]
    assert set(story["right"]) & set(known), "no right end is in the tree"
    assert [] == [words for words in story.get("says", []) if not re.search(words, _said(outcome))]


def test_most_end_right() -> None:
    """Of the stories three in four end right, not only harmlessly."""
    right = [story for story in VIGNETTES + CASES if _end(story)[0] in story["right"]]

    assert len(right) >= 0.75 * len(VIGNETTES + CASES)
