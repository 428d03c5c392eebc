"""A paragraph in a text holds today and is looked up, or it is found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from projects import TODAY
from shipped import NAMES, checked_of
from vejviser.checked import check_project
from vejviser.checks import law_in_texts

Draw = Callable[[str], Path]
LAW = """
content/
  faelles/
    law/
      pligten.yml
        | title: Pligten
        | statute: barnets lov
        | provision: "{provision}"
        | formerly: [{{statute: serviceloven, provision: "{old}"}}]
        | confidence: {confidence}
        | checked: 2026-11-01
        | checked_where: her
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | summary: Pligt.
        | sources: [{{document: kilde, passage: Side 1}}]
    roles/
      laerer.yml
        | title: Lærer
        | duties: ["{words}"]
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{{document: kilde, passage: "Servicelovens § 153"}}]
        | search_terms: [servicelovens § 153, to, tre, fire]
        | internal_note: Kilden siger servicelovens § 153.
"""


def found(
    draw: Draw, words: str, provision: str = "§ 133, stk. 2", old: str = "§ 153", confidence: str = "H"
) -> list[str]:
    """Codes and hints for a text that names a paragraph."""
    root = draw(LAW.format(words=words, provision=provision, old=old, confidence=confidence))
    return [f"{item.code} {item.hint}" for item in check_project(root, "by", TODAY).findings if item.stops]


@pytest.mark.parametrize(
    "words",
    [
        "Servicelovens § 153.",
        "Efter serviceloven, § 153 i dag.",
        "Det står i § 153, stk. 2, i serviceloven.",
        "servicelov § 153",
    ],
)
def test_old(drawn: Draw, words: str) -> None:
    """However the old number is written, the new one is told."""
    assert ["E412 I dag er det barnets lov § 133, stk. 2."] == found(drawn, words)


def test_old_whose_new_number_is_not_sure(drawn: Draw) -> None:
    """A number that is not sure is told in words, since it may not be printed."""
    assert ["E412 I dag er det reglen »Pligten« (skriv den i ord)."] == found(
        drawn, "Servicelovens § 153.", confidence="L"
    )


@pytest.mark.parametrize(
    ("old", "words", "number"),
    [
        ("§§ 50-52", "Servicelovens § 51.", 1),
        ("§§ 50 a-50 c", "Servicelovens § 50 b.", 1),
        ("§ 11, stk. 1-2", "Servicelovens § 11.", 1),
        ("§ 76 a", "Servicelovens § 76 a.", 1),
        ("§§ 11 og 52", "Servicelovens §§ 11 og 52.", 1),
    ],
)
def test_ranges(drawn: Draw, old: str, words: str, number: int) -> None:
    """Ranges, letters and lists of paragraphs are understood on both sides."""
    assert ["E412 I dag er det barnets lov § 133, stk. 2."] * number == found(drawn, words, old=old)


@pytest.mark.parametrize("words", ["Barnets lov § 999.", "§ 133 i folkeskoleloven.", "Servicelovens § 2."])
def test_unknown(drawn: Draw, words: str) -> None:
    """A paragraph that no record of the law holds."""
    assert ["E413"] == [line[:4] for line in found(drawn, words)]


def test_not_sure(drawn: Draw) -> None:
    """A number that the pages do not print may not be printed by a text either; the hint links to the rule."""
    assert ["E413 Skriv reglen i ord, eller link til den: [pligten](pligten)."] == found(
        drawn, "Barnets lov § 133.", confidence="L"
    )


@pytest.mark.parametrize(
    "words",
    [
        "Barnets lov § 133.",
        "Barnets lovs § 133, stk. 2.",
        "Det står i § 133 i barnets lov.",
        "Et § 115-forum.",
        "Loven er ny.",
    ],
)
def test_fine(drawn: Draw, words: str) -> None:
    """What holds today and is sure, and words that only look like law."""
    assert [] == found(drawn, words)


def test_place_on_a_page(drawn: Draw) -> None:
    """Line and column of a hand-written page."""
    root = drawn(
        "content/\n  by/\n    pages/\n      om.md\n        | # Om\n        |\n        | Se barnets lov § 999.\n"
    )

    assert [("content/by/pages/om.md", 3, 4, "E413")] == [
        (item.path, item.line, item.column, item.code) for item in check_project(root, "by", TODAY).findings
    ]


@pytest.mark.parametrize("name", NAMES)
def test_shipped(name: str) -> None:
    """The content of this repository names no paragraph that does not hold."""
    assert [] == [item for item in checked_of(name).findings if item.code in ("E412", "E413")]


@pytest.mark.parametrize(
    ("provision", "numbers"),
    [
        ("§§ 20-23", ["20", "21", "22", "23"]),
        ("§§ 50 a-50 c", ["50a", "50b", "50c"]),
        # A slip of the finger must not list a million million paragraphs.
        ("§§ 20-2010010010010", ["20", "2010010010010"]),
        (f"§§ {'9' * 5000}-20", ["9" * 5000, "20"]),
    ],
)
def test_numbers(provision: str, numbers: list[str]) -> None:
    """A span names each of its paragraphs."""
    assert numbers == list(law_in_texts._numbers(provision))
