"""Numbers that reach nobody and people who can be recognised are found wherever they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from projects import TODAY
from vejviser.checked import Checked, check_project

Draw = Callable[[str], Path]
Check = Callable[[str], Checked]
ACUTE_112 = 'phone: {label: Alarmcentralen, number: "112"}'
ACUTE_114 = '  - {when: Uden for åbningstid, who: til politiet, phone: {label: Politiet, number: "114"}}\n'
PAGE = "content/\n  by/\n    pages/\n      om.md\n        | # Om\n        | {words}\n"
OFFER = """
content/
  by/
    offers/
      hjaelp.yml
        | title: Hjælp
        | target: Unge.
        | referral: {{how: "{words}"}}
        | case: unknown
        | assessment: unknown
        | contact: {{phones: [{{label: Hjælp, number: "{number}"}}]}}
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{{document: kilde, passage: Side 1}}]
        | search_terms: [et, to, tre, fire]
"""


def codes(checked: Checked) -> list[str]:
    """What was found that stops."""
    return [finding.code for finding in checked.findings if finding.stops]


class TestAcute:
    """The red box on every front page."""

    @pytest.mark.parametrize(
        ("right", "wrong", "expected"),
        [
            ('"112"', '"113"', ["E706", "E705"]),
            ('"112"', '"1 1 2"', []),
            ('"114"', '"144"', ["E706", "E705"]),
            ('"114"', '"112"', ["E706"]),
            (ACUTE_112, "phone: {label: Alarmcentralen}", ["E706"]),
            ("  - {when: Ved livsfare, who: Alarmcentralen, " + ACUTE_112 + "}\n", "", ["E706"]),
            (ACUTE_114, "", ["E706"]),
        ],
    )
    def test_planted(self, drawn: Draw, right: str, wrong: str, expected: list[str]) -> None:
        """A wrong, a missing and a swapped number are found in the municipality's file."""
        root = drawn("")
        file = root / "content/by/municipality.yml"
        text = file.read_text(encoding="utf-8")
        assert text.count(right) == 1
        file.write_text(text.replace(right, wrong), encoding="utf-8")

        checked = check_project(root, "by", TODAY)

        assert expected == codes(checked)
        assert {"content/by/municipality.yml"} >= {finding.path for finding in checked.findings}


class TestNumbers:
    """A telephone number anywhere."""

    @pytest.mark.parametrize(
        "number", ["57 62 73 78", "57627378", "+45 57 62 73 78", "112", "114", "116 111", "116000", "116 006", "1813"]
    )
    def test_right(self, checked: Check, number: str) -> None:
        """Eight digits, with or without the country's code, and the short numbers that there are."""
        assert [] == codes(checked(OFFER.format(words="Ring.", number=number)))

    @pytest.mark.parametrize(
        "number", ["87 87 40 2", "576273789", "0045 87874020", "+46 57 62 73 78", "113", "144", "115", "116 112", "11"]
    )
    def test_wrong(self, checked: Check, number: str) -> None:
        """Any other number of digits is found, at the number."""
        found = checked(OFFER.format(words="Ring.", number=number)).findings

        # Two digits are refused by the field's own form.
        expected = "E205" if number == "11" else "E705"
        assert [("content/by/offers/hjaelp.yml", 6, 43, expected)] == [
            (item.path, item.line, item.column, item.code) for item in found
        ]

    def test_links(self, checked: Check) -> None:
        """A number that a text or a page links to is looked at too."""
        linked = "Ring på [dette](tel:5762737)."

        assert ["E705"] == codes(checked(OFFER.format(words=linked, number="112")))
        found = checked(PAGE.format(words=linked)).findings
        assert ("content/by/pages/om.md", 2, 21, "E705") in [
            (item.path, item.line, item.column, item.code) for item in found
        ]


class TestCpr:
    """A CPR number."""

    @pytest.mark.parametrize("number", ["010112-1234", "0101121234", "010112 1234", "290200-1234", "610112-1234"])
    def test_found(self, checked: Check, number: str) -> None:
        """A plausible date with four digits, however it is written; a replacement number has 60 added to the day."""
        assert ["E610"] == codes(checked(OFFER.format(words=f"Nr. {number}.", number="112")))

    @pytest.mark.parametrize(
        "number",
        ["320112-1234", "011312-1234", "300200-1234", "57 62 73 78", "1.234.567.890", "30010112-1234", "2024-2025"],
    )
    def test_other_numbers(self, checked: Check, number: str) -> None:
        """What cannot be a date is no CPR number, nor is a part of a longer number."""
        assert [] == codes(checked(OFFER.format(words=f"Nr. {number}.", number="112")))

    def test_page_and_case(self, drawn: Draw) -> None:
        """A hand-written page, a tree's case and a note that is not published are looked at."""
        root = drawn(PAGE.format(words="Fx 010112-1234."))
        tree = root / "decision_trees/faelles/trae.yml"
        text = tree.read_text(encoding="utf-8").replace("story: Et barn.", "story: Et barn 010112-1234.")
        tree.write_text(f"internal_note: Spurgt om 0101121234\n{text}", encoding="utf-8")

        found = [item for item in check_project(root, "by", TODAY).findings if item.code == "E610"]

        assert {("content/by/pages/om.md", 2), ("decision_trees/faelles/trae.yml", 1)} <= {
            (item.path, item.line) for item in found
        }
        assert len(found) == 3
        assert not any("1234" in item.message for item in found)


class TestNames:
    """A full name in an offer, a case or a page."""

    @pytest.mark.parametrize("words", ["Spørg efter Emma Holm.", "Spørg efter Bo K. Lund.", "Til Kurtine Mikkelsen."])
    def test_found(self, checked: Check, words: str) -> None:
        """A common given name with a name after it, or a surname that ends in -sen."""
        assert ["W611"] == codes(checked(OFFER.format(words=words, number="112")))

    @pytest.mark.parametrize("words", ["Emma er 13 år.", "Ring til Modtagelsen.", "Spørg Rådgivningen.", "Red Barnet"])
    def test_not_a_name(self, checked: Check, words: str) -> None:
        """A given name alone, and names of places, are none."""
        assert [] == codes(checked(OFFER.format(words=words, number="112")))
