"""What the search knows of a site: documents, facts and the index, from drawn content and from the shipped one."""

import json
from collections.abc import Callable

from projects import MUNICIPALITY
from shipped import shipped_site
from vejviser.checked import Checked
from vejviser.pages.book import Book
from vejviser.search.documents import Document, documents
from vejviser.search.index import URI, index, read
from vejviser.search.sections import plain, sections

Draw = Callable[[str], Checked]

OFFER = """
content/
  by/
    offers/
      sorggruppe.yml
        | title: Sorggruppe
        | summary: En gruppe for børn, der har mistet.
        | target: Børn, der har mistet en forælder.
        | grades: {lowest: 4, highest: 6}
        | referral: {self_referral: yes, how: Ring til os.}
        | case: not_required
        | assessment: not_required
        | contact: {phones: [{label: Gruppen, number: "11 22 33 44"}]}
        | search_terms: [mistet mor]
        | internal_note: hemmelig tulipan
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 2}]
    terms/
      ord-sorg.yml
        | title: Sorg
        | meaning: At savne en, der er død.
        | everyday: [savn]
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 3}]
    law/
      regel.yml
        | title: En regel
        | statute: byloven
        | provision: § 77
        | confidence: U
        | summary: Man skal hilse.
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 4}]
"""


def _documents(checked: Checked) -> dict[str, Document]:
    book = Book(checked.project, checked.links, checked.today)
    return {document.url: document for document in documents(checked.site().pages, book)}


class TestDocuments:
    """A document is a page, or a record at a heading of its own."""

    def test_page_of_a_record(self, checked: Draw) -> None:
        """It has the record's names, its facts and the ages of its grades."""
        offer = _documents(checked(OFFER))["tilbud/sorggruppe/"]

        assert ("offer", "Sorggruppe", "En gruppe for børn, der har mistet.") == (offer.kind, offer.title, offer.lead)
        assert ["mistet mor"] == offer.terms
        assert "Telefon: 11 22 33 44" in offer.facts
        assert (10, 13) == offer.ages

    def test_record_among_others(self, checked: Draw) -> None:
        """A word of the glossary is found at its own place, and its text there only."""
        found = _documents(checked(OFFER))
        word, page = found["ordliste/#ord-sorg"], found["ordliste/"]

        assert ("term", "At savne en, der er død.", ["savn"]) == (word.kind, word.lead, word.terms)
        assert "At savne en, der er død." in word.sections[0].blocks
        assert "At savne en, der er død." not in [block for part in page.sections for block in part.blocks]

    def test_lists(self, checked: Draw) -> None:
        """A page that only lists others has no text of its own to be found by."""
        assert [] == _documents(checked(OFFER))["a-aa/"].sections

    def test_shipped(self, shipped: Checked) -> None:
        """Every page is a document once, and so is every term, law and sign."""
        found = _documents(shipped)
        pages = {page.uri for page in shipped_site(MUNICIPALITY).pages}
        kinds = [document.kind for document in found.values()]

        assert len(pages) == sum("#" not in url for url in found)
        for kind in ("term", "law", "sign"):
            assert len(shipped.project.of_kind(kind)) == kinds.count(kind)


class TestSections:
    """Markdown back to plain text."""

    def test_headings_and_blocks(self) -> None:
        """A heading begins a section; paragraphs, items and table cells are text without marks."""
        text = "---\ntitle: x\n---\n\n# Navn { #side }\n\nFørst **fed**.\n\n## Hvem { #hvem }\n\n- [En](en.md)\n- To\n"

        assert [("", "", ["Først fed."]), ("Hvem", "hvem", ["En", "To"])] == [
            (part.title, part.anchor, part.blocks) for part in sections(text)
        ]

    def test_what_is_left_out(self) -> None:
        """Where a page is mentioned, its sources and its own search words are not its text."""
        text = (
            "Her.\n\n<details markdown>\n<summary>Bruges</summary>\n\n- [X](x.md)\n\n</details>\n\n"
            '<div class="mentions" markdown>\nNævnes\n</div>\n\n<p class="searchwords">Andre ord</p>\n'
        )

        assert ["Her."] == sections(text)[0].blocks

    def test_plain(self) -> None:
        """Links become their words, escapes their characters and tags nothing."""
        assert "A & b" == plain('**[A](a.md)** &amp; <span class="x">b</span>')


class TestIndex:
    """The file that the browser gets."""

    def test_same_bytes(self, checked: Draw) -> None:
        """The same content gives the same file, which is a script with nothing but data in it."""
        first, second = (next(file.text for file in checked(OFFER).site().files if file.uri == URI) for _ in range(2))
        data = first.partition(" = ")[2].removesuffix(";\n")

        assert first == second
        assert json.loads(data)
        assert "Sorggruppe" in [row[2] for row in read(first)["documents"]]

    def test_what_is_not_published(self, checked: Draw) -> None:
        """Internal notes and paragraphs that nobody is sure of stay out of it."""
        script = next(file.text for file in checked(OFFER).site().files if file.uri == URI)
        text = script + json.dumps(read(script), ensure_ascii=False)

        assert [] == [word for word in ("tulipan", "§ 77", "§77") if word in text]

    def test_rows_fit_the_words(self, shipped: Checked) -> None:
        """There is a posting for each stem of the texts and of what the browser reads itself."""
        book = Book(shipped.project, shipped.links, shipped.today)
        data = index(shipped_site(MUNICIPALITY).pages, book)

        assert len(data["documents"]) > 200
        assert len(data["postings"]) > len(data["words"])
        assert {"beslutningstrae/jeg-er-bekymret/", "akut/", "a-aa/"} == {
            data["documents"][at][0] for at in data["start"]
        }
