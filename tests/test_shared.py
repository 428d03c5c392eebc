"""The shared content stands alone: a municipality with nothing of its own has a site, and nothing on it is empty."""

import json
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from drawn import SECOND
from projects import MUNICIPALITY, ROOT, TODAY, copy_project
from vejviser.adapters.skeleton import NewMunicipality, create
from vejviser.checked import Checked, check_project
from vejviser.pages.site import Site

Draw = Callable[[str], Path]


@pytest.fixture(name="alone", scope="module")
def _alone(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """A new municipality over the shipped shared content, with nothing of its own yet."""
    root = copy_project(tmp_path_factory.mktemp("alene") / "project")
    create(root, NewMunicipality("ny", "Ny Kommune", "Ny"), TODAY)
    return check_project(root, "ny", TODAY)


@pytest.fixture(name="site", scope="module")
def _site(alone: Checked) -> Site:
    return alone.site()


class TestShared:
    """The shared content stands alone."""

    def test_no_findings(self, alone: Checked) -> None:
        """A municipality with nothing of its own has no fault."""
        assert [] == [finding for finding in alone.findings if finding.stops]

    def test_names_no_local_record(self, drawn: Draw) -> None:
        """A shared record that names a municipality's own is refused, also when that municipality replaces it."""
        root = drawn(SECOND)
        path = root / "content/faelles/roles/laerer.yml"
        path.write_text(path.read_text(encoding="utf-8") + "related: [landsmoede]\n", encoding="utf-8")

        findings = check_project(root, "land", TODAY).findings

        assert [("content/faelles/roles/laerer.yml", "E306")] == [(item.path, item.code) for item in findings]

    def test_own_record_may_name_local_ones(self, drawn: Draw) -> None:
        """The record that takes a shared one's place may name what only its municipality has."""
        root = drawn(SECOND)
        path = root / "content/land/roles/laerer.yml"
        path.write_text(path.read_text(encoding="utf-8") + "related: [landsmoede]\n", encoding="utf-8")

        assert [] == check_project(root, "land", TODAY).findings

    def test_says_nothing_of_another(self, site: Site) -> None:
        """Beside the sources, no page of a municipality without content names one that has it."""
        others = [path.name.capitalize() for path in (ROOT / "content").iterdir() if path.name != "faelles"]
        sourced = ("kilder.md", "tegn/")

        assert MUNICIPALITY.capitalize() in others
        assert [] == [
            (page.uri, name)
            for page in site.pages
            for name in others
            if name in page.text.split("\n<details")[0] and not page.uri.startswith(sourced)
        ]


class TestNothingEmpty:
    """A municipality without content has no empty page, section or link."""

    def test_no_page_without_content(self, site: Site) -> None:
        """There is no page of meetings, offers or models, and none in the navigation."""
        there = {page.uri for page in site.pages}

        assert [] == [uri for uri in there if uri.startswith(("moeder/", "tilbud/", "indsatser/", "modeller/"))]
        assert "moeder/index.md" not in json.dumps(site.nav)

    def test_no_empty_section(self, site: Site) -> None:
        """No heading is followed by one of its own or a higher rank, or by nothing."""
        empty = []
        for page in site.pages:
            lines = [line for line in page.text.split("\n") if not re.fullmatch(r"\s*|</?(div|section)[^>]*>", line)]
            ranks = [len(line) - len(line.lstrip("#")) if line.startswith("#") else 0 for line in lines] + [1]
            empty += [
                (page.uri, line)
                for line, rank, after in zip(lines, ranks, ranks[1:], strict=False)
                if rank > 1 and 0 < after <= rank
            ]

        assert [] == empty

    def test_no_link_to_what_is_not_there(self, site: Site) -> None:
        """Every link between the pages leads to a page."""
        there = {page.uri for page in site.pages}
        lost = [
            (page.uri, target)
            for page in site.pages
            for target in re.findall(r"\]\(([^)#:]+\.md)", page.text)
            if posixpath.normpath(f"{posixpath.dirname(page.uri)}/{target}".lstrip("/")) not in there
        ]

        assert [] == lost

    def test_one_tree_is_one_door(self, site: Site) -> None:
        """A municipality whose only tree is the shared one has it once on the front page and in the navigation."""
        front = next(page.text for page in site.pages if page.uri == "index.md")

        assert 1 == front.count("skal-jeg-underrette.md")
        assert 1 == json.dumps(site.nav).count("skal-jeg-underrette.md")

    def test_ladder_is_left_out(self, site: Site) -> None:
        """The page for those who are new counts its headings without a ladder."""
        new = next(page.text for page in site.pages if page.uri == "ny/index.md")

        assert ["1", "2", "3", "4"] == re.findall(r"^## (\d)\.", new, re.MULTILINE)
        assert "Mødestigen" not in new

    def test_meetings_without_steps(self, checked: Callable[[str], Checked]) -> None:
        """Meetings that are no ladder are listed without a picture of one."""
        site = checked(
            SECOND.replace("  land/", "  by/").split("    roles/")[0].split("    municipality.yml")[0]
            + SECOND[SECOND.index("    meeting_types/") :].replace("        | step: 1\n", "")
        ).site()
        page = next(page.text for page in site.pages if page.uri == "moeder/index.md")

        assert "# Møder {" in page
        assert "<svg" not in page
        assert 2 == page.count("[Landsmøde](landsmoede.md)")
        assert "Hvem indkalder" not in page

    def test_only_cited_sources(self, checked: Callable[[str], Checked]) -> None:
        """A shared source that nothing here cites is not on the page of sources."""
        site = checked("""
content/
  faelles/
    sources/
      andres.yml
        | title: En andens kilde
        | publisher: Landet
        | short: Andens
        | status: active
""").site()
        page = next(page.text for page in site.pages if page.uri == "kilder.md")

        assert "Kilden" in page
        assert "En andens kilde" not in page
