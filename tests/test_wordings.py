"""No sentence sends a reader to the parents where they may be the danger, unless its condition stands in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from drawn import notification
from projects import TODAY
from vejviser.checked import Checked, check_project

Draw = Callable[[str], Path]
Check = Callable[[str], Checked]
ROLE = """
content/
  faelles/
    roles/
      laerer.yml
        | title: Lærer
        | duties: ["{words}"]
        | concerns: [{concern}]
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{{document: kilde, passage: Side 1}}]
        | search_terms: [et, to, tre, fire]
"""
BARE = [
    "Tal med forældrene om det, du ser.",
    "Tal altid med dem.",
    "Aftal altid med dem, før du taler med andre.",
    "Aftal det med familien.",
    "Snak med barnets mor.",
    "Spørg familien.",
    "Spørg barnet og forældrene, hvem de vil have med.",
    "Ring til forældrene, og invitér dem.",
    "Ring straks hjem til familien.",
    "Invitér så forældrene til et møde.",
    "Inviter forældrene.",
    "Fortæl forældrene, at du underretter.",
    "Inddrag altid forældrene.",
    "Informér hjemmet samme dag.",
    "Kontakt moren.",
    "Hør først forældrene.",
    "Vil du bruge navnet, så bed om samtykke først.",
    "Hent deres samtykke.",
    "Med navn skal forældrene sige ja.",
    "Vent ikke. Spørg familien, hvis du ikke ved det.",
]
GUARDED = [
    "Tal ikke med forældrene først.",
    "Ring ikke til forældrene.",
    "Tal heller ikke med forældrene om andet.",
    "Bed ikke om samtykke.",
    "Tal med forældrene først, medmindre det kan skade barnet.",
    "Spørg forældrene, når det er trygt for barnet.",
    "Er det trygt for barnet, så fortæl forældrene, at du underretter.",
    "Fortæl forældrene det samme dag, medmindre de eller andre tæt på barnet kan være faren.",
    "Tal først med forældrene, når kommunen siger, at du må.",
    "Er det en fremmed, skal forældrene vide det samme dag.",
    "Spørg dem, der har set det.",
    "Du skal ikke have samtykke.",
    "Forældrene kan læse det, du har skrevet.",
]


def stops(checked: Checked) -> list[tuple[str, str]]:
    """What was found that stops; what a tree must ask first (E535) has tests of its own."""
    return [(item.path, item.code) for item in checked.findings if item.stops and item.code != "E535"]


class TestNotification:
    """A text of a notification."""

    @pytest.mark.parametrize("words", BARE)
    def test_bare(self, checked: Check, words: str) -> None:
        """Each common wording without its condition is found."""
        assert [("content/faelles/notifications/underretning.yml", "E612")] == stops(
            checked(notification(parents=f'"{words}"'))
        )

    @pytest.mark.parametrize("words", GUARDED)
    def test_guarded(self, checked: Check, words: str) -> None:
        """A don't, and a sentence with its condition, are fine."""
        assert [] == stops(checked(notification(parents=f'"{words}"')))

    def test_condition_in_another_sentence(self, checked: Check) -> None:
        """A condition that stands in the sentence before is read too late, or not at all."""
        words = "Er der vold, så ring til kommunen. Tal med forældrene."

        assert ["E612"] == [code for _, code in stops(checked(notification(parents=f'"{words}"')))]


class TestElsewhere:
    """Other records are looked at when they are about violence, abuse or control, or say always."""

    @pytest.mark.parametrize(
        "concern", ["vold i hjemmet", "overgreb", "negativ social kontrol", "æresrelateret konflikt"]
    )
    def test_grave_concern(self, checked: Check, concern: str) -> None:
        """The concern makes the context."""
        assert ["E612"] == [
            code for _, code in stops(checked(ROLE.format(words="Ring til forældrene.", concern=concern)))
        ]

    def test_mild_concern(self, checked: Check) -> None:
        """Where nothing grave is in play one may talk with the parents."""
        assert [] == stops(checked(ROLE.format(words="Ring til forældrene.", concern="sprog")))

    def test_always(self, checked: Check) -> None:
        """Always is wrong everywhere."""
        words = "Tal altid med forældrene om det, du ser."

        assert ["E612"] == [code for _, code in stops(checked(ROLE.format(words=words, concern="sprog")))]


class TestTree:
    """The gravest outcomes of a tree."""

    @pytest.mark.parametrize(("end", "expected"), [("act: Ring,", ["E612"]), ("act: Vent,", [])])
    def test_outcome(self, drawn: Draw, end: str, expected: list[str]) -> None:
        """An act of the gravest level is found at its line; a mild outcome may lead to the parents."""
        root = drawn("")
        tree = root / "decision_trees/faelles/trae.yml"
        tree.write_text(tree.read_text(encoding="utf-8").replace(end, 'act: "Ring til forældrene",'), encoding="utf-8")

        found = [item for item in check_project(root, "by", TODAY).findings if item.code == "E612"]

        assert expected == [item.code for item in found]
        assert {"decision_trees/faelles/trae.yml"} >= {item.path for item in found}
