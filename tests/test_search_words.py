"""Danish words in the search: stems from a list that the browser's code is held to as well, and law references."""

from pathlib import Path

import pytest

from vejviser.search.words import STOP_WORDS, Tokens, stem

STEMS = [line.split() for line in (Path(__file__).parent / "search/stems.txt").read_text(encoding="utf-8").splitlines()]
LAWS = {"bl": ["bl", "barnets lov", "barnets lovs"], "sel": ["sel", "serviceloven"]}
# A text and its tokens; the browser's test reads the same table.
TOKENS = {
    "Børn på 10-12 år (PAF)": ["børn", "på", "10", "12", "år", "paf"],
    "§115": ["§115"],
    "paragraf 50": ["§50"],
    "Barnets lov § 133": ["barnets", "lov", "§133", "bl§133"],
    "BL 133, stk. 2": ["bl", "§133", "bl§133", "stk", "2"],
    "SEL 52 a": ["sel", "§52a", "sel§52a"],
    "§ 52 i serviceloven": ["§52", "i", "serviceloven"],
    "serviceloven paragraf 155 a": ["serviceloven", "§155a", "sel§155a"],
    "sel i dag": ["sel", "i", "dag"],
    "seletøj 3": ["seletøj", "3"],
    "": [],
}


def test_stems() -> None:
    """Every word of the list has the stem that Snowball's Danish rules, or our list of irregular words, give it."""
    assert [] == [(word, stem(word)) for word, expected in STEMS if stem(word) != expected]
    assert len(STEMS) > 300


def test_numbers_have_no_endings() -> None:
    """A token with a digit is left as it is."""
    assert ["§133", "2018", "bl§20"] == [stem(word) for word in ("§133", "2018", "bl§20")]


@pytest.mark.parametrize("text", TOKENS)
def test_tokens(text: str) -> None:
    """Text falls into words, and a paragraph is one token however it is written."""
    assert TOKENS[text] == Tokens(LAWS)(text)


def test_stop_words_are_tokens() -> None:
    """A stop word that could never be a token would do nothing."""
    assert [] == [word for word in STOP_WORDS if Tokens({})(word) != [word]]
