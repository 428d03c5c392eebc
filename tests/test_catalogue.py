"""What the rows of the catalogue of offers say of themselves, for the script that filters them."""

import json
import re
from collections.abc import Callable

import pytest
from markdown import markdown

from vejviser.checked import Checked
from vejviser.pages.book import Book
from vejviser.pages.facets import Facet, Marks, facets, slug
from vejviser.records.offer import Offer

PAGE = "tilbud/index.md"
# The facets by name, and each offer's marks.
Found = tuple[dict[str, Facet], Marks]
COMMON = """
        | target: Børn.
        | referral: {how: Ring.}
        | case: unknown
        | assessment: unknown
        | status: unconfirmed
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
"""
FULL = """
        | target: Elever.
        | referral: {who: [laerer], self_referral: yes, how: Ring.}
        | case: forbidden
        | assessment: unknown
        | ages: {lowest: 3, highest: 6}
        | concerns: [angst, 'Ked af "det" | {her <b>}', angst]
        | format: Samtaler i gruppe
        | signs: [tegn-1]
        | status: pilot
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
"""
OFFERS = f"""
content/
  faelles/
    age_groups/
      stor.yml
        | title: 6-9 år
        | lowest: 6
        | highest: 9
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{{document: kilde, passage: Side 1}}]
      lille.yml
        | title: 0-5 år
        | lowest: 0
        | highest: 5
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{{document: kilde, passage: Side 1}}]
    levels/
      mild.yml
        | title: Mild
        | order: 1
        | colour_word: gul
        | next_step: Tal.
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{{document: kilde, passage: Side 1}}]
    signs/
      tegn-1.yml
        | title: Er trist
        | age_groups: [stor]
        | area: humør
        | level: mild
        | basis: [fagligt skøn]
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{{document: kilde, passage: Side 1}}]
  by/
    offers/
      fuldt.yml
        | title: Fuldt
{FULL.strip(chr(10))}
      lidt.yml
        | title: Lidt
{COMMON.strip(chr(10))}
      klasser.yml
        | title: Klasser
        | grades: {{lowest: 4, highest: 6}}
        | concerns: [angst]
{COMMON.strip(chr(10))}
"""
MEASURE = f"""
content/
  by/
    measures/
      stoette.yml
        | title: Støtte
        | decision: Kommunen.
{COMMON.strip(chr(10))}
"""


@pytest.fixture(name="found")
def _found(checked: Callable[[str], Checked]) -> Found:
    """The facets by name, and each offer's marks."""
    result = checked(OFFERS + MEASURE.replace("\ncontent/\n  by/\n", ""))
    book = Book(result.project, result.links, result.today)
    records = [entry.record for kind in ("offer", "measure") for entry in book.of_kind(kind)]
    found, marks = facets(book, [record for record in records if isinstance(record, Offer)])
    return {facet.name: facet for facet in found}, marks


class TestMarks:
    """What an offer has of each facet."""

    def test_everything(self, found: Found) -> None:
        """All that the record says, each value once; who must not have a case needs none."""
        expected = {
            "alder": "3-6",
            "bekymring": "angst ked-af-det-her-b",
            "henviser": "laerer man-kommer-selv",
            "sag": "nej maa-ikke",
            "form": "samtaler gruppe",
            "niveau": "mild",
            "status": "forsoeg",
            "slags": "tilbud",
        }

        assert expected == found[1]["fuldt"]

    def test_nothing_invented(self, found: Found) -> None:
        """What the record leaves out is not there, or said to be unknown."""
        expected = {
            "henviser": "ikke-oplyst",
            "sag": "ikke-oplyst",
            "form": "ikke-oplyst",
            "status": "ikke-bekraeftet",
            "slags": "tilbud",
        }

        assert expected == found[1]["lidt"]

    def test_grades_are_ages(self, found: Found) -> None:
        """Children of grades 4 to 6 are between 10 and 13."""
        assert "10-13" == found[1]["klasser"]["alder"]

    def test_measure(self, found: Found) -> None:
        """A measure is told from an offer."""
        assert "stoettende-indsats" == found[1]["stoette"]["slags"]


class TestFacets:
    """What there is to choose between."""

    def test_values(self, found: Found) -> None:
        """The words of each value; ages by age, cases in their own order, others by how many, and the unknown last."""
        values = {name: list(facet.values.values()) for name, facet in found[0].items()}

        assert ["0-5 år", "6-9 år"] == values["alder"]
        assert ["Angst", 'Ked af "det" | {her <b>}'] == values["bekymring"]
        assert ["Lærer", "Man kommer selv", "Ikke oplyst"] == values["henviser"]
        assert ["Nej", "Nej, familien må ikke have en sag", "Ikke oplyst"] == values["sag"]
        assert ["Mild"] == values["niveau"]
        assert ["Tilbud", "Støttende indsats"] == values["slags"]

    def test_left_out(self, checked: Callable[[str], Checked]) -> None:
        """A facet that no offer says anything of is not there."""
        result = checked("content/\n  by/\n    offers/\n      lidt.yml\n        | title: Lidt" + COMMON)
        book = Book(result.project, result.links, result.today)
        offers = [entry.record for entry in book.of_kind("offer") if isinstance(entry.record, Offer)]

        assert ["henviser", "sag", "form", "status", "slags"] == [facet.name for facet in facets(book, offers)[0]]

    @pytest.mark.parametrize(
        ("words", "name"),
        [("Får ikke søvn, æder", "faar-ikke-soevn-aeder"), ('a" onclick="b', "a-onclick-b"), ("!?", "")],
    )
    def test_names(self, words: str, name: str) -> None:
        """A name in an address has no letters that markup could be made of."""
        assert name == slug(words)

    def test_every_mark_has_words(self, shipped: Checked) -> None:
        """Whatever a row of the shipped site carries can be chosen, but for its span of ages."""
        book = Book(shipped.project, shipped.links, shipped.today)
        records = [entry.record for kind in ("offer", "measure") for entry in book.of_kind(kind)]
        found, marks = facets(book, [record for record in records if isinstance(record, Offer)])
        values = {facet.name: facet.values for facet in found}
        wordless = [
            (id_, name, value)
            for id_, some in marks.items()
            for name, text in some.items()
            if name != "alder"
            for value in text.split()
            if value not in values[name]
        ]

        assert marks
        assert [] == wordless


class TestPage:
    """The page that the script reads."""

    def test_rows(self, checked: Callable[[str], Checked]) -> None:
        """The marks stand on the first cell of the row, where they are not text."""
        page = next(page for page in checked(OFFERS).site().pages if page.uri == PAGE)
        html = markdown(page.text, extensions=["attr_list", "md_in_html", "tables"])
        row = next(line for line in html.split("<tr>") if "fuldt.md" in line)
        cell = re.search(r"<td([^>]*)>(.*?)</td>", row)

        assert cell
        assert '<a href="fuldt.md">Fuldt</a>' == cell[2]
        assert 'data-bekymring="angst ked-af-det-her-b"' in cell[1]
        assert 'data-alder="3-6"' in cell[1]

    def test_data(self, checked: Callable[[str], Checked]) -> None:
        """The words of the values are JSON that cannot end its element, whatever an editor writes."""
        page = next(page for page in checked(OFFERS).site().pages if page.uri == PAGE)
        data = re.search(r'<script type="application/json" class="catalogue-data">(.*?)</script>', page.text)

        assert data
        assert "<" not in data[1]
        assert "tilbud" == json.loads(data[1])["noun"]
        assert 'Ked af "det" | {her <b>}' in json.loads(data[1])["facets"][1]["values"].values()
