"""`vejviser tree play`: a tree in the terminal."""

import io
from collections.abc import Callable

import pytest
import yaml

from drawn import LONG, TREE
from vejviser.commands import play
from vejviser.records.tree import Tree
from vejviser.trees.rules import Flow

Play = Callable[..., str]


@pytest.fixture(name="play")
def _play(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Play:
    """What stands in the terminal when these lines are typed, and then the end of the input."""

    def played(*typed: str, tree: str = LONG) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        play.play(Flow(Tree.model_validate({"id": "trae", "title": "Hvad gør jeg?", **yaml.safe_load(tree)})))
        return capsys.readouterr().out

    return played


def test_to_an_outcome(play: Play) -> None:
    """A number answers, and the outcome is told with what to do."""
    assert play("2", tree=TREE).endswith("=> Se tiden an\n   Du kan · Følg barnet\n   - Vent (Dig, i dag)\n")


def test_doubt(play: Play) -> None:
    """Doubt ends where the answer that it counts as does."""
    assert "=> Ring nu" in play("3", tree=TREE)


@pytest.mark.parametrize("wrong", ["9", "0", "ja", "", "1,2", "²"])
def test_wrong_number(wrong: str, play: Play) -> None:
    """What is no answer is asked for again."""
    said = play(wrong, "1", tree=TREE)

    assert 1 == said.count("Skriv et tal fra 1 til 3.")
    assert "=> Ring nu" in said


def test_wrong_tick(play: Play) -> None:
    """So is a tick that is not on the list, and none of them together with a tick."""
    assert 2 == play("2", "3", "0,1").count("Skriv et eller flere tal fra 0 til 2.")


def test_ticks(play: Play) -> None:
    """Several ticks stand with commas between, and 0 is none of them."""
    assert "=> Ring nu" in play("2", "1, 2", "n")
    assert "=> Se tiden an" in play("2", "0")


def test_going_on(play: Play) -> None:
    """After an outcome that can be gone on from, `j` asks the next question."""
    said = play("1", "j", "1")

    assert "Find også et møde? (j/n) " in said
    assert said.index("=> Ring nu") < said.index("=> Ring igen")


def test_back(play: Play) -> None:
    """`t` asks the question before again, and at the first question asks the first."""
    said = play("t", "2", "t", "1", "n")

    assert (3, 1) == (said.count("1. Er barnet i fare?"), said.count("2. Hvad ser du?"))
    assert "=> Ring nu" in said


@pytest.mark.parametrize("typed", [["s"], ["2", "s"], [], ["2"]])
def test_stop(typed: list[str], play: Play) -> None:
    """`s` and the end of the input stop without an outcome."""
    assert "=>" not in play(*typed)
