"""The model of danger: it is made of the lines that are there, and the same bytes each time."""

import gzip
import re
from collections import Counter

import lines
import pytest
import train
from features import folded

from projects import ROOT

SCRIPT = train.SCRIPT.read_text(encoding="utf-8")
THEMES = {
    "life", "selfharm", "weapon", "sexual", "violence", "control", "missing", "online", "drugs", "neglect",
}  # fmt: skip


def test_lines() -> None:
    """Every line has a writer, a known theme and a text."""
    read = lines.read()

    assert {lines.NONE, *THEMES} == {line.theme for line in read}
    assert [] == [line for line in read if not line.text.strip()]


def test_held_lines_are_not_learnt() -> None:
    """The model has not read a line that it is judged by, nor one that is nearly the same."""
    held = [
        row.split("\t")[2]
        for path in (ROOT / "tests/search/held").glob("*.tsv")
        for row in path.read_text(encoding="utf-8").splitlines()
    ]
    learnt = [folded(line.text) for line in lines.read()]

    assert [] == [(text, " ".join(words)) for text in held for words in learnt if _is_near(folded(text), words)]


def _is_near(one: list[str], other: list[str]) -> bool:
    """Whether all words but one of five are the same."""
    return len({*one} & {*other}) > 0.8 * max(len({*one}), len({*other}))


def test_said_once() -> None:
    """No line stands twice, and none is both danger and not."""
    times = Counter(" ".join(folded(line.text)) for line in lines.read())

    assert [] == [text for text, count in times.items() if count > 1]


def test_made_of_the_lines() -> None:
    """The script says the sum of the lines and the program that it was made of; else run the program again."""
    assert train.sum_of() == re.findall(r"with the sum (\w+)", SCRIPT)[0]


def test_small() -> None:
    """The model is at most 16 kB packed."""
    assert len(gzip.compress(SCRIPT.encode(), 9)) <= 16_000


@pytest.mark.slow
def test_same_bytes() -> None:
    """Made again from the lines it is the same, byte for byte."""
    assert SCRIPT == train.written(lines.read())
