"""The index in fewer bytes says the same as before, whatever the texts are."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from vejviser.search.packing import LEVELS, pack, unpack
from vejviser.search.row import Row

# Capitals, signs and white space in every order, and now and then any character at all.
PARTS = ["Børn", "børn", "KE", "kE", ". ", "! ", " ", "\t", "~", '"', "§133", "-", "é", "a", "1"]
TEXTS = st.lists(st.sampled_from(PARTS) | st.characters(exclude_categories=["Cs"])).map("".join)
# An address is made of names in small letters, and so is without the letter that stands for a title in it.
ADDRESSES = TEXTS.map(lambda text: text.replace("~", ""))
ROWS = st.lists(st.tuples(
    ADDRESSES, st.integers(0, 3), TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=3), st.just(0) | st.just([10, 13]),
    st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=2),
).map(lambda values: Row(*values)), max_size=5)  # fmt: skip
POSTINGS = st.lists(
    st.dictionaries(st.integers(0, 5000), st.integers(0, LEVELS - 1)).map(lambda levels: sorted(levels.items()))
)
WORDS = st.lists(st.sampled_from(["børn", "barn", "bl§133", "kommune", "words"]), unique=True).map(sorted)


def _index(rows: list[Any], postings: list[Any], words: list[str]) -> dict[str, Any]:
    return {"documents": rows, "words": words, "postings": postings, "stop": "og i børn", "kinds": ["offer"]}


@given(ROWS, POSTINGS, WORDS)
def test_there_and_back(rows: list[Any], postings: list[Any], words: list[str]) -> None:
    """Every text, number and word comes back as it was."""
    index = _index(rows, postings, words)

    assert index == unpack(json.loads(json.dumps(pack(index))))


def test_many_words() -> None:
    """A list of words has room for more than any site needs."""
    index = _index([Row("", 0, " ".join(f"ord{number}" for number in range(20_000)), "", "", [], 0, [])], [], [])

    assert index == unpack(pack(index))


def test_title_in_address() -> None:
    """An address that says the title in small letters does not say it again."""
    row = Row("moeder/aabent-moede/#moede", 0, "Åbent møde", "", "", [], 0, [])
    packed = pack(_index([row], [], []))

    assert "aabent" not in json.dumps(packed)
    assert [row] == unpack(packed)["documents"]


def test_each_word_once() -> None:
    """A word that is said often stands once, with a capital or without."""
    row = ["", 0, "Samarbejdsmøde", "samarbejdsmøde. Samarbejdsmøde", "samarbejdsmøde", [], 0, []]

    assert 1 == json.dumps(pack(_index([row], [], [])), ensure_ascii=False).lower().count("samarbejdsmøde")
