"""A kind and its pages, said in a test alone, reach every place that a kind or a page has: no other file is touched."""

import json
from collections.abc import Callable, Iterator

import pytest

import new_kind
from portals import data_of, pages_of
from vejviser.checked import Checked
from vejviser.pages.book import Book
from vejviser.pages.site import Site
from vejviser.search.documents import documents
from vejviser.search.index import index

PAGE, OVERVIEW = "redskaber/samtalekort.md", "redskaber/index.md"
ASKED = """
content/
  by/
    offers/
      kortkursus.yml
        | title: Kortkursus
        | summary: Lær at bruge kortene.
        | target: Lærere.
        | referral: {how: Ring.}
        | case: unknown
        | assessment: unknown
        | related: [samtalekort]
        | concerns: [ensomhed]
        | search_terms: [kursus i kort, kortskole, korthold, kortdag]
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
"""


@pytest.fixture(autouse=True)
def _known() -> Iterator[None]:
    with new_kind.known():
        yield


@pytest.fixture(name="made")
def _made(checked: Callable[[str], Checked]) -> Checked:
    made = checked(new_kind.FILE + ASKED.removeprefix("\ncontent/\n  by/\n"))
    assert [] == [finding for finding in made.findings if finding.stops]
    return made


@pytest.fixture(name="site")
def _site(made: Checked) -> Site:
    return made.site()


@pytest.fixture(name="text")
def _text(site: Site) -> dict[str, str]:
    return {page.uri: page.text for page in site.pages}


class TestKind:
    """Each place that the issue of kinds names."""

    def test_pages(self, text: dict[str, str]) -> None:
        """It has a page with what is filled in, and is named where other records are."""
        assert "Tolv kort med tegninger" in text[PAGE]
        assert "[Kortkursus](../tilbud/kortkursus.md)" in text[PAGE]
        assert "[Samtalekort](../redskaber/samtalekort.md)" in text["tilbud/kortkursus.md"]

    def test_listed(self, text: dict[str, str]) -> None:
        """It stands from A to Å with its note, under its concern with its heading, and its doubt among the doubts."""
        row = next(line for line in text["a-aa.md"].split("\n") if PAGE in line and "Samtalekort" in line)
        assert "redskab)" in row
        concern = text["bekymringer.md"].split("nsomhed")[1]
        assert "Redskaber" in concern
        assert PAGE in concern
        assert "Ingen ved, hvor kortene ligger." in text[PAGE]
        assert "Ingen ved, hvor kortene ligger." in text["kilder.md"]

    def test_data(self, made: Checked, site: Site) -> None:
        """It is a row of the data, a table of its own, and a definition of the schema."""
        rows = json.loads(data_of(made))["records"]
        assert ["samtalekort"] == [row["id"] for row in rows if row["kind"] == "tool"]
        files = {file.uri: file.text for file in site.files}
        assert "Tolv kort med tegninger" in files["data/tools.csv"]
        assert "materials" in files["data/vejviser.schema.json"]

    def test_search(self, made: Checked, site: Site) -> None:
        """It is found by its names under its group, weighted as its row says."""
        found = index(site.pages, Book(made.project, made.links, made.today))

        rules = found["kind_rules"]

        assert "tool" in found["kinds"]
        assert ("Redskaber", 0.9) == (rules["groups"]["tool"], rules["weights"]["tool"])
        assert [1.3] == [answers["tool"] for _, answers in rules["asked"] if "tool" in answers]
        assert "billedkort" in json.dumps(found, ensure_ascii=False)

    def test_portal(self, made: Checked) -> None:
        """The page over all municipalities that its row names has a column for it."""
        page = pages_of(made)["systemer/index.html"]

        assert '<th scope="col">Redskaber</th>' in page
        assert '<a href="../by/redskaber/samtalekort/">Samtalekort</a>' in page

    def test_needs(self, checked: Callable[[str], Checked]) -> None:
        """What its row says that it needs is asked for: that another record names it, and where it is from."""
        alone = checked(new_kind.FILE.replace("        | sources: [{document: kilde, passage: Side 1}]\n", ""))

        assert {"W307", "E401"} <= {finding.code for finding in alone.findings if "samtalekort" in finding.path}

    def test_misspelt(self, checked: Callable[[str], Checked]) -> None:
        """A wrong key is a finding with its line, from the model alone."""
        wrong = checked(new_kind.FILE.replace("materials:", "material:"))

        assert "materials" in next(finding.hint for finding in wrong.findings if finding.line == 6)


class TestPage:
    """Each place that the table of pages fills."""

    def test_menu(self, site: Site, text: dict[str, str]) -> None:
        """The overview stands in the menu with the record under it, and among what can be looked up."""
        section = next(item for item in site.nav if "Redskaber" in item)

        assert PAGE in json.dumps(section)
        assert "[Redskaber til samtalen](redskaber/index.md)" in text["index.md"]

    def test_meta(self, site: Site) -> None:
        """The theme gets its styles and scripts, whether headings are listed, and whether it is left fast."""
        meta = next(page.meta for page in site.pages if page.uri == OVERVIEW)

        assert {"toc": False, "exit": True, "styles": ["assets/tree.css"], "scripts": ["assets/catalogue.js"]} == meta

    def test_not_searched(self, made: Checked, site: Site) -> None:
        """A page that only lists others has no text to be found; that of a record has."""
        said = {doc.url: doc for doc in documents(site.pages, Book(made.project, made.links, made.today))}

        assert ("list", []) == (said["redskaber/"].kind, said["redskaber/"].sections)
        assert said["redskaber/samtalekort/"].sections

    def test_taken(self, checked: Callable[[str], Checked]) -> None:
        """A hand-written page at its address, and a record that would stand there, are findings."""
        clash = (
            new_kind.FILE.replace("samtalekort.yml", "index.yml") + "    pages/\n      redskaber.md\n        | # Mine\n"
        )
        found = {finding.path for finding in checked(clash).findings if finding.code == "E305"}

        assert {"content/by/tools/index.yml", "content/by/pages/redskaber.md"} == found

    def test_not_made(self, checked: Callable[[str], Checked]) -> None:
        """Without a record there is no page, and nothing in the menu."""
        site = checked("").site()

        assert not [page.uri for page in site.pages if page.uri.startswith("redskaber")]
        assert "Redskaber" not in json.dumps(site.nav, ensure_ascii=False)
