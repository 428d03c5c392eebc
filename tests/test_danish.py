"""How things are said in Danish."""

from datetime import date
from typing import Any

import pytest

from vejviser.pages import danish
from vejviser.records.base import Ages
from vejviser.records.deadline import Deadline
from vejviser.records.offer import Grades


def _deadline(**fields: Any) -> Deadline:
    return Deadline(what="Ring", event="mødet", basis="local", **fields)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 11, 21), "21. november 2026"),
        (date(2024, 1, 1), "1. januar 2024"),
        (date(2028, 2, 29), "29. februar 2028"),
    ],
)
def test_day(value: date, expected: str) -> None:
    """A date is said in words, without a leading zero."""
    assert expected == danish.day(value)


@pytest.mark.parametrize(
    ("rule", "amount", "unit", "expected"),
    [
        ("within", 1, "weeks", "senest 1 uge efter mødet"),
        ("within", 3, "months", "senest 3 måneder efter mødet"),
        ("before", 1, "days", "senest 1 dag før mødet"),
        ("before", 14, "days", "senest 14 dage før mødet"),
        ("after", 6, "weekdays", "6 hverdage efter mødet"),
        ("within", 24, "hours", "senest 24 timer efter mødet"),
        ("within", 1, "hours", "senest 1 time efter mødet"),
        ("within", 4, "years", "senest 4 år efter mødet"),
        ("within", 0, "days", "senest 0 dage efter mødet"),
        ("within", None, "weeks", "mødet"),
        ("within", 2, None, "mødet"),
    ],
)
def test_span(rule: str, amount: int | None, unit: str | None, expected: str) -> None:
    """A deadline has one or many of its unit; without a number only the event is said."""
    assert expected == danish.span(_deadline(rule=rule, amount=amount, unit=unit))


def test_comma() -> None:
    """A clause that begins with `at` has a comma before it."""
    deadline = _deadline(rule="within", amount=24, unit="hours").model_copy(update={"event": "at I har ringet"})

    assert danish.span(deadline) == "senest 24 timer efter, at I har ringet"


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_joined(words: list[str], expected: str) -> None:
    """The last word has `og` before it."""
    assert expected == danish.joined(words)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (Ages(lowest=0, highest=16), "0-16 år"),
        (Ages(lowest=3, highest=3), "3 år"),
        (Ages(lowest=0, highest=6, note="fra graviditeten"), "0-6 år (fra graviditeten)"),
    ],
)
def test_ages(value: Ages | None, expected: str) -> None:
    """An age span names both ends, or the one age."""
    assert expected == danish.ages(value)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("Alle børn på 15-18 måneder og på 3 år.", Ages(lowest=1, highest=3), False),
        ("Børn på 1-3 år.", Ages(lowest=1, highest=3), True),
        ("Unge fra 12 til 29 år.", Ages(lowest=12, highest=29), True),
        ("Børn på 11-13 år.", Ages(lowest=1, highest=3), False),
        ("Børn på 1-3 måneder.", Ages(lowest=1, highest=3), False),
        ("Elever i 4.-6. klasse.", Grades(lowest=4, highest=6), True),
        ("Kurset holdes 3 gange.", Ages(lowest=3, highest=3), False),
        ("Børn på 3 år.", Ages(lowest=3, highest=3), True),
    ],
)
def test_names_span(text: str, part: Ages | Grades, expected: bool) -> None:  # noqa: FBT001
    """A span is named as a span, never by numbers that stand in the text for something else."""
    assert expected is danish.names_span(text, part)


def test_sort() -> None:
    """Æ, ø and å come last in that order, and case does not matter."""
    words = ["Åben", "ære", "Ø", "zebra", "abe", "Érik", "Ella", "Æble"]

    assert ["abe", "Ella", "Érik", "zebra", "Æble", "ære", "Ø", "Åben"] == sorted(words, key=danish.sort_key)


def test_words_for_every_value() -> None:
    """Every unit and status that a record can have is said in words."""
    units = ("hours", "days", "weekdays", "weeks", "months", "years")

    assert 6 == len({danish.span(_deadline(rule="within", amount=2, unit=unit)) for unit in units})
    assert {"active", "pilot", "proposed", "ended", "unconfirmed"} == set(danish.STATUS)
