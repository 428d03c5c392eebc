"""The next hour of a child: nobody asks it out, none under the influence takes it, and no journey is waited for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from drawn import notification
from projects import TODAY
from vejviser.checked import Checked, check_project

Draw = Callable[[str], Path]
Check = Callable[[str], Checked]
NOT_OUT = "Spørg ikke barnet ud."
FULD = "En far, der er fuld, vil hente barnet."
REJSE = "Barnet er bange for en rejse."


def page(when: str, step: str, dont: str) -> str:
    """A safety page that says these things."""
    told = {name: f'["{words}"]' for name, words in (("when", when), ("steps", step), ("dont", dont))}
    return notification(safety="true", parents="Kommunen siger, hvad de hører.", **told)


def codes(found: Checked) -> list[str]:
    """The codes about the next hour that are found on the page."""
    return [item.code for item in found.findings if item.code in {"E614", "E615", "E616"} and "content" in item.path]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Spørg barnet, hvem der gjorde det.", ["E614"]),
        ("Ring ikke hjem.", ["E614"]),
        ("Undersøg det selv først.", ["E614"]),
        (NOT_OUT, []),
        ("Spørg det ikke ud.", []),
        ("Undersøg ikke selv for at blive sikker.", []),
        ("Spørg roligt og direkte, om barnet tænker på at dø.", []),
    ],
)
def test_asked_out(checked: Check, words: str, expected: list[str]) -> None:
    """A page that is marked as safety says that the child is not asked out, or that one asks about dying."""
    assert expected == codes(checked(page("Du er bekymret.", "Ring 112.", words)))


@pytest.mark.parametrize(
    "words",
    [
        "Lad barnet gå med faren, og skriv bagefter.",
        "Giv barnet med hjem.",
        "Send børnene hjem sammen.",
        "Barnet må gerne gå med, når du har noteret det.",
        "Barnet kan køre med sin mor.",
        "Faren må hente barnet.",
        "Udlever barnet til den, der henter.",
    ],
)
def test_goes_with_them(checked: Check, words: str) -> None:
    """A sentence that lets the child go where an adult may be under the influence is found, wherever he is named."""
    assert ["E615"] == codes(checked(page(FULD, words, NOT_OUT)))
    assert [] == codes(checked(page("Barnet er træt.", words, NOT_OUT)))


@pytest.mark.parametrize(
    "words",
    [
        "Lad aldrig barnet gå med en voksen, der er påvirket.",
        "Giv ikke barnet med.",
        "Aftal i telefonen, om barnet kan gå hjem, og med hvem.",
    ],
)
def test_stays(checked: Check, words: str) -> None:
    """A sentence that keeps the child, or says to agree on it, is let through."""
    assert [] == codes(checked(page(FULD, words, NOT_OUT)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sig datoen. Vent på svar.", ["E616"]),
        ("Sig datoen, og tag det op på næste teammøde.", ["E616"]),
        ("Skriv datoen. Du får svar inden 6 hverdage.", ["E616"]),
        ("Ring i dag.", ["E616"]),
        ("Sig datoen, når du ringer. Vent ikke på et møde.", []),
        ("Sig datoen. En kvittering efter 6 hverdage kan være for sent.", []),
    ],
)
def test_journey(checked: Check, words: str, expected: list[str]) -> None:
    """Where a child may be sent away the reader says the date and is never told to wait."""
    assert expected == codes(checked(page(REJSE, words, NOT_OUT)))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Far er fuld, så skriv det ned", "E615"),
        ("Lad det gå med far, selv om han er beruset", "E615"),
        ("Ring", "E614"),
        ("Undersøg ikke selv. Barnet skal ud at rejse, så vent til næste møde", "E616"),
    ],
)
def test_end_of_a_tree(drawn: Draw, words: str, code: str) -> None:
    """An end that leads to a page of safety is held to the same, at its line."""
    root = drawn(page("Du er bekymret.", "Ring 112.", NOT_OUT))
    tree = root / "decision_trees/faelles/trae.yml"
    tree.write_text(tree.read_text("utf-8").replace("act: Ring,", f'act: "{words}.",'), encoding="utf-8")

    found = [item for item in check_project(root, "by", TODAY).findings if item.code == code]

    assert str(tree.relative_to(root)) in {item.path for item in found}
