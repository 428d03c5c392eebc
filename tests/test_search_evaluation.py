"""The measure of the search: ranks, figures and targets."""

from collections.abc import Callable
from pathlib import Path

import pytest

from projects import TODAY
from search_eval import main
from search_evaluation import Outcome, Query, missed, read, reciprocal_rank, success, table
from vejviser.cli import WRONG_USE


def _outcome(*found: str, find: str = "moeder/teammoede/", kind: str = "exact") -> Outcome:
    return Outcome(Query("teammøde", kind, (find,)), found)


class TestRank:
    """Which place answers."""

    @pytest.mark.parametrize(
        ("find", "found", "rank"),
        [
            ("a/", ["a/"], 1),
            ("a/", ["b/", "a/#x"], 2),
            ("a/#x", ["a/", "a/#x"], 2),
            ("a/#x", ["a/#y"], None),
            ("a/", [], None),
            ("a/", [*map(str, range(10)), "a/"], None),
        ],
        ids=["page", "place on it", "that place only", "another place", "nothing", "too far down"],
    )
    def test_rank(self, find: str, found: list[str], rank: int | None) -> None:
        """A page stands for every place on it, a place only for itself, and nobody looks beyond ten."""
        assert rank == _outcome(*found, find=find).rank


def test_read() -> None:
    """A file's classes are its lists; the municipality's name is none."""
    data = {"municipality": "by", "typo": [{"q": 112, "find": ["a/"]}]}

    assert [Query("112", "typo", ("a/",))] == read(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("municipality: by\ntask:\n  - {q: hvad, nu: [}\n", "by.yml:3: Linjen kan ikke læses."),
        ("municipality: by\ntask:\n  - {q: hvad}\n", "Skriv hver søgning som"),
        ("municipality: by\ntask: [hvad]\n", "Skriv hver søgning som"),
        ("municipality: by\n", "Der er ingen søgninger for `by`"),
    ],
)
def test_file_that_cannot_be_read(
    text: str, said: str, drawn: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever writes queries hears which file and line is wrong and what to write, and never that we broke."""
    root = drawn("content/\n")
    (root / "tests/search").mkdir(parents=True)
    (root / "tests/search/by.yml").write_text(text, encoding="utf-8")

    assert WRONG_USE == main(["--root", str(root), "--municipality", "by", "--today", str(TODAY)])
    assert said in capsys.readouterr().err


def test_figures() -> None:
    """Success counts first places only; the reciprocal rank counts the others for what they are."""
    outcomes = [_outcome("moeder/teammoede/"), _outcome("x/", "moeder/teammoede/"), _outcome("x/")]

    assert (1 / 3, 0.5) == (success(outcomes), reciprocal_rank(outcomes))
    assert ["exact", "alle"] == [line.split()[0] for line in table(outcomes).split("\n")[1:]]


def test_missed() -> None:
    """Every target that is not met is named, and so is a query without any result."""
    assert [] == missed([_outcome("moeder/teammoede/")])
    said = missed([_outcome("moeder/teammoede/"), _outcome(kind="lay")])

    assert ["Hverdagsord og spørgsmål", "Alle", "Gennemsnitlig plads (MRR)", "Intet resultat"] == [
        line.partition(":")[0] for line in said
    ]
