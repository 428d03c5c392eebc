"""Budgets: sums, amounts as Danes write them, and what the pages show of them and of an offer's own fields."""

import re
from collections.abc import Callable

import pytest
from pydantic import ValidationError

from vejviser.checked import Checked
from vejviser.pages import danish
from vejviser.records.budget import BudgetLine, dotted
from vejviser.records.offer import Grades

OFFER = """
content/
  by/
    offers/
      gruppe.yml
        | title: Gruppen
        | target: Elever, der har ondt i maven.
        | group: SSP
        | grades: {lowest: 4, highest: 6}
        | not_for: [Elever med en sag., Elever i 7. klasse.]
        | referral: {how: Ring.}
        | case: forbidden
        | assessment: not_required
        | free: no
        | price: 100 kr. om måneden
        | status: pilot
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
      anden.yml
        | title: Den anden
        | target: Alle på 4.-6. klasse.
        | grades: {lowest: 4, highest: 6}
        | referral: {how: Ring.}
        | case: unknown
        | assessment: unknown
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
"""
BUDGET = """
content/
  by/
    budgets/
      pulje.yml
        | title: Puljen
        | lines:
        |   - {what: Gruppen, record: gruppe, kroner: {2024: 110.000, 2025: 81.000}, note: Kursus det første år.}
        |   - {what: Lokale, kroner: {2024: 5000}}
        | totals: {2024: 115.000, 2025: 81.000}
        | not_included: [Ledelse.]
        | afterwards: Derefter det samme.
        | case_number: 22-1
        | date: 2026-05-17
        | status: proposed
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 2}]
"""


@pytest.fixture(name="text")
def _text(checked: Callable[[str], Checked]) -> dict[str, str]:
    """Every page of a project with two offers and a budget for one of them."""
    found = checked(OFFER + BUDGET)

    assert [] == [finding for finding in found.findings if finding.severity == "error"]

    return {page.uri: page.text for page in found.site().pages}


class TestKroner:
    """Amounts are whole kroner, written with or without the Danish dots."""

    @pytest.mark.parametrize(
        ("given", "amount"), [("110.000", 110_000), ("1.250.000", 1_250_000), ("81000", 81_000), ("0", 0), ("-5", -5)]
    )
    def test_read(self, given: str, amount: int) -> None:
        """The dot parts the thousands; it never makes an amount a thousand times smaller."""
        assert {"2024": amount} == BudgetLine.model_validate({"what": "Gruppe", "kroner": {"2024": given}}).kroner

    @pytest.mark.parametrize("given", ["110.00", "1.0", "5,5", "500.000 kr.", "", "1.0000", "mange"])
    def test_refused(self, given: str) -> None:
        """What is no whole number of kroner is refused instead of guessed at."""
        with pytest.raises(ValidationError):
            BudgetLine.model_validate({"what": "Gruppe", "kroner": {"2024": given}})

    @pytest.mark.parametrize(("amount", "words"), [(0, "0"), (999, "999"), (385_000, "385.000"), (10**6, "1.000.000")])
    def test_written(self, amount: int, words: str) -> None:
        """Pages and findings write the dots."""
        assert words == dotted(amount)


class TestSums:
    """E411: each year is added up."""

    def test_right(self, checked: Callable[[str], Checked]) -> None:
        """A line that is left out of a year counts as nothing."""
        assert "E411" not in {finding.code for finding in checked(OFFER + BUDGET).findings}

    @pytest.mark.parametrize(
        ("totals", "column", "words"),
        [
            ("{2024: 95.000, 2025: 81.000}", 16, "Linjerne for 2024 giver 115.000 kr., men der står 95.000 kr. i alt."),
            ("{2024: 115.000, 2025: 18.000}", 31, "Linjerne for 2025 giver 81.000 kr., men der står 18.000 kr. i alt."),
        ],
    )
    def test_wrong(self, checked: Callable[[str], Checked], totals: str, column: int, words: str) -> None:
        """The finding stands at the total that does not fit, and says both sums."""
        found = checked(OFFER + BUDGET.replace("{2024: 115.000, 2025: 81.000}", totals)).findings

        assert [("content/by/budgets/pulje.yml", 5, column, words)] == [
            (item.path, item.line, item.column, item.message) for item in found if item.code == "E411"
        ]

    def test_year_without_total(self, checked: Callable[[str], Checked]) -> None:
        """An amount in a year that has no total is a fault of the line."""
        found = checked(OFFER + BUDGET.replace("{2024: 5000}", "{2024: 5000, 2026: 5000}")).findings

        assert [(4, "Året 2026 har ingen sum under `totals`.")] == [
            (item.line, item.message) for item in found if item.code == "E411"
        ]


class TestBudgetPage:
    """The page of a budget, and what the offer's page says of it."""

    def test_table(self, text: dict[str, str]) -> None:
        """Years are columns, amounts are marked for right alignment, and the sums stand last."""
        cells = ' {} {{ .amount data-label="2024" }} | {} {{ .amount data-label="2025" }} |'
        rows = [line for line in text["oekonomi/pulje.md"].split("\n") if line.startswith("|")]

        assert [
            "| Hvad | 2024 { .amount } | 2025 { .amount } |",
            "| --- | --- | --- |",
            "| [Gruppen](../tilbud/gruppe.md) |" + cells.format("110.000", "81.000"),
            '| Lokale | 5.000 { .amount data-label="2024" } |  |',
            "| **I alt** |" + cells.format("**115.000**", "**81.000**"),
        ] == rows

    def test_everything_is_said(self, text: dict[str, str]) -> None:
        """Notes, what is left out, the years after, the date and the case number are on the page."""
        page = text["oekonomi/pulje.md"]

        for words in ("Kursus det første år.", "- Ledelse.", "Derefter det samme.", "17. maj 2026", "22-1"):
            assert words in page

    def test_from_the_offer(self, text: dict[str, str]) -> None:
        """An offer shows its own line and links to the budget; one that no budget pays for has no such section."""
        section = text["tilbud/gruppe.md"].split("## Økonomi { #oekonomi }")[1].split("##")[0]

        assert "[Puljen](../oekonomi/pulje.md): 110.000 kr. i 2024, 81.000 kr. i 2025. Kursus det første år." in section
        assert "Økonomi" not in text["tilbud/anden.md"].split("---", 2)[2]


class TestOfferPage:
    """The fields that few offers have."""

    def test_shown(self, text: dict[str, str]) -> None:
        """Grades, price and whom it is not for are on the page."""
        page = text["tilbud/gruppe.md"]

        assert "- **Klassetrin:** 4.-6. klasse" in page
        assert "- **Pris:** 100 kr. om måneden" in page
        assert re.search(r"## Hvem det ikke er for .*\n\n- Elever med en sag\.\n- Elever i 7\. klasse\.\n", page)

    def test_left_out(self, text: dict[str, str]) -> None:
        """What an offer does not say has no heading and no line."""
        page = text["tilbud/anden.md"]

        assert "Pris:" not in page
        assert "ikke er for" not in page

    @pytest.mark.parametrize(
        ("lowest", "highest", "words"),
        [
            (4, 6, "4.-6. klasse"),
            (7, 7, "7. klasse"),
            (0, 3, "børnehaveklassen til 3. klasse"),
            (0, 0, "børnehaveklassen"),
        ],
    )
    def test_grades(self, lowest: int, highest: int, words: str) -> None:
        """Grades are said as in a school; 0 is the first year."""
        assert words == danish.grades(Grades(lowest=lowest, highest=highest))
        assert "" == danish.grades(None)


class TestCatalogue:
    """The list of offers."""

    def test_groups(self, text: dict[str, str]) -> None:
        """Offers without a group come first, the others under their group's heading."""
        page = text["tilbud/index.md"]

        assert page.index("# Tilbud") < page.index("Den anden") < page.index("\n## SSP") < page.index("gruppe.md")

    def test_empty_sections(self, text: dict[str, str]) -> None:
        """A municipality without measures has no heading for them."""
        page = text["tilbud/index.md"]

        assert "# Tilbud { #side }" in page
        assert "tøttende indsats" not in page

    def test_grades_follow_the_target(self, text: dict[str, str]) -> None:
        """The grades are said after the words on whom it is for, unless those say them already."""
        page = text["tilbud/index.md"]

        assert "Elever, der har ondt i maven. 4.-6. klasse." in page
        assert page.count("4.-6. klasse") == 2
