"""The pages over many municipalities, as a reader meets them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.axe import LOOKS, NARROWEST, look, violations
from browser.conftest import OpenPage, SiteOf
from browser.offers import address_of, box, fitting, listed, listed_as_served, wrong_counts
from browser.reader import NOTHING_STORED, stored, watch
from looking import served
from projects import join_sites
from shipped import NAMES
from vejviser.pages.facets import Marks, facets
from vejviser.pages.portal import FOLDERS
from vejviser.records.offer import Offer

pytestmark = pytest.mark.browser

PAGES = ["", *(f"{folder}/" for folder in sorted(FOLDERS - {"assets", "search"}))]


@dataclass(frozen=True, slots=True)
class Portal:
    """The address of the front page, and what every offer of every municipality has of each facet."""

    address: str
    marks: Marks


@pytest.fixture(name="portal", scope="module")
def _portal(site_of: SiteOf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """The pages over the shipped municipalities."""
    place = tmp_path_factory.mktemp("portal")
    marks: Marks = {}
    for name in NAMES:
        site = site_of(name)
        shutil.copytree(site.folder, place / name)
        records = [entry.record for kind in ("offer", "measure") for entry in site.book.of_kind(kind)]
        found = facets(site.book, [record for record in records if isinstance(record, Offer)])[1]
        marks |= {id_: {"kommune": name} | some for id_, some in found.items()}
    assert NAMES == join_sites(place, NAMES)
    with served(place) as address:
        yield Portal(address, marks)


@pytest.mark.parametrize("uri", PAGES)
class TestEveryPage:
    """What holds for every page."""

    def test_rules(self, uri: str, portal: Portal, open_page: OpenPage) -> None:
        """It breaks no rule and fits on screens of three widths, in both colour schemes."""
        page = open_page(portal.address + uri)
        found = []
        for size, scheme in (*LOOKS, (NARROWEST, "light"), (NARROWEST, "dark")):
            look(page, size, scheme)
            found += violations(page)

            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), size

        assert [] == found

    def test_privacy(self, uri: str, portal: Portal, open_page: OpenPage) -> None:
        """It asks nobody else, stores nothing and breaks no policy of its own."""
        page = open_page()
        seen = watch(page)
        page.goto(portal.address + uri)

        assert [] == [request for request in seen.requests if not request.startswith(portal.address)]
        assert [] == seen.errors
        assert NOTHING_STORED == stored(page)

    def test_without_scripts(self, uri: str, portal: Portal, open_page: OpenPage) -> None:
        """Everything is there, and nothing that does not work."""
        page = open_page(portal.address + uri, java_script_enabled=False)

        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator("article :is(input, button)")).to_have_count(0)
        if uri == "tilbud/":
            assert sorted(portal.marks) == listed_as_served(page)


def test_leads_to_a_site(portal: Portal, open_page: OpenPage) -> None:
    """A door opens the municipality's site."""
    page = open_page(portal.address)
    doors = page.locator(".door a")
    expect(doors).to_have_count(len(NAMES))
    doors.first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Vejviser for")


def test_ready_question(portal: Portal, open_page: OpenPage) -> None:
    """A question on the front page opens the catalogue with its choices made."""
    page = open_page(portal.address)
    page.get_by_role("link", name="Hvilke tilbud findes til 13-17-årige med angst?").click()
    chosen = {"alder": ["13-15", "16-18"], "bekymring": ["angst"]}

    assert chosen == address_of(page)
    assert fitting(portal.marks, chosen) == listed(page)


class TestCatalogue:
    """The catalogue over all municipalities."""

    def test_municipality(self, portal: Portal, open_page: OpenPage) -> None:
        """Choosing a municipality leaves its offers only, with its heading only."""
        page = open_page(f"{portal.address}tilbud/")
        box(page, "kommune", "kalundborg").check()
        chosen = {"kommune": ["kalundborg"]}

        assert chosen == address_of(page)
        assert fitting(portal.marks, chosen) == listed(page)
        expect(page.locator(".text h2:visible")).to_have_count(1)
        expect(page.locator(".text h2:visible")).to_have_text("Kalundborg Kommune")
        assert [] == wrong_counts(page, portal.marks, chosen)

    def test_together_with_others(self, portal: Portal, open_page: OpenPage) -> None:
        """It narrows what the other facets leave, and the counts say so."""
        page = open_page(f"{portal.address}tilbud/#kommune=ringsted&sag=ja&alder=12")
        chosen = {"kommune": ["ringsted"], "sag": ["ja"], "alder": ["12"]}

        assert fitting(portal.marks, chosen) == listed(page)
        assert [] == wrong_counts(page, portal.marks, chosen)


def test_more_than_a_few(site_of: SiteOf, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With more than a few, the front page lists them by letter and breaks no rule."""
    monkeypatch.setattr("vejviser.pages.portal.make._FEW", 1)
    for name in NAMES:
        shutil.copytree(site_of(name).folder, tmp_path / name)
    join_sites(tmp_path, NAMES)
    with served(tmp_path) as address:
        page = open_page(address, width=NARROWEST[0], height=NARROWEST[1])

        expect(page.get_by_role("heading", name="R", exact=True)).to_be_visible()
        expect(page.get_by_role("link", name="Rudersdal Kommune")).to_be_visible()
        assert [] == violations(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
