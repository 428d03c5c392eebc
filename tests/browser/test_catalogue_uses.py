"""The catalogue of offers taken home, on paper, by keys alone, on a phone and without scripts."""

import csv
import gzip
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.axe import NARROWEST, PHONE, WIDE, look, violations
from browser.conftest import OpenPage, Site, SiteOf
from browser.offers import box, fitting, listed, listed_as_served, marks_of
from browser.reader import is_focused, press, tab_to
from browser.test_catalogue import MUNICIPALITIES

pytestmark = pytest.mark.browser

MOST_BYTES = 4096


@pytest.fixture(name="kalundborg", scope="module")
def _kalundborg(site_of: SiteOf) -> Site:
    """The municipality with the most offers."""
    return site_of("kalundborg")


@pytest.fixture(name="page")
def _page(kalundborg: Site, open_page: OpenPage) -> Page:
    """Its catalogue on a wide screen."""
    return open_page(f"{kalundborg.address}tilbud/")


def rows_of(page: Page) -> list[dict[str, str]]:
    """The list as a spreadsheet would read it."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent CSV").click()
    assert "tilbud.csv" == download.value.suggested_filename
    data = Path(download.value.path()).read_bytes()
    assert data.startswith("\ufeff".encode())
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


class TestExport:
    """The list as a file."""

    def test_filtered(self, page: Page, kalundborg: Site) -> None:
        """It has the rows that are seen, with the words of the table and of the facets."""
        box(page, "form", "gruppe").check()
        page.get_by_label("Barnets alder").fill("12")
        fits = fitting(marks_of(kalundborg), {"form": ["gruppe"], "alder": ["12"]})
        rows = rows_of(page)
        row = next(row for row in rows if row["Adresse"].endswith("/cool-kids-asf/"))

        assert fits == sorted(row["Adresse"].rstrip("/").rsplit("/", 1)[-1] for row in rows)
        assert "8-12" == row["Alder"]
        assert "Nej" == row["Kræver sag"]
        assert "Angst, Autisme" in row["Bekymring"]
        assert "Fagcentrets samarbejde med almenområdet" == row["Gruppe"]

    def test_formulas(self, page: Page) -> None:
        """A cell that a spreadsheet would calculate is made text, and quotes and line ends do not break a row."""
        page.evaluate("""() => {
          const cells = document.querySelectorAll(".table tbody tr:first-child td:nth-child(2)");
          cells[0].textContent = "=1+1";
          cells[1].textContent = 'a;"b"\\nc';
        }""")
        before = len(listed(page))
        box(page, "sag", "nej").check()
        box(page, "sag", "nej").uncheck()
        rows = rows_of(page)

        assert before == len(rows)
        assert ["'=1+1"] == [row["For hvem"] for row in rows if "1+1" in row["For hvem"]]
        assert ['a;"b" c'] == [row["For hvem"] for row in rows if ';"b"' in row["For hvem"]]

    def test_from_a_disk(self, kalundborg: Site, open_page: OpenPage) -> None:
        """A page read from a disk, with the network off, filters and exports too."""
        page = open_page(offline=True)
        page.goto((kalundborg.folder / "tilbud/index.html").as_uri())
        box(page, "sag", "maa-ikke").check()

        assert 1 == len(listed(page)) == len(rows_of(page))

    def test_print(self, page: Page) -> None:
        """Paper has the rows that are seen and what is chosen in words, and nothing to press."""
        box(page, "sag", "maa-ikke").check()
        page.emulate_media(media="print")

        assert 1 == len(listed(page))
        expect(page.get_by_text("Valgt: Kræver sag: Nej, familien må ikke have en sag")).to_be_visible()
        expect(page.locator(".catalogue, .catalogue__actions").locator("visible=true")).to_have_count(0)


class TestEveryone:
    """Keys alone, small screens, strong contrast, and no scripts."""

    def test_keyboard(self, page: Page, kalundborg: Site) -> None:
        """Everything is reached and worked with keys alone."""
        tab_to(page, ".catalogue__age input")
        page.keyboard.type("4")
        tab_to(page, "input[name=sag][value=nej]")
        press(page, "Space")
        fits = fitting(marks_of(kalundborg), {"alder": ["4"], "sag": ["nej"]})
        assert fits == listed(page)
        tab_to(page, "button", "Ryd alle")
        press(page, "Enter")

        assert sorted(marks_of(kalundborg)) == listed(page)
        assert is_focused(page, "button", "Ryd alle")
        tab_to(page, "summary", "Vælg", key="Shift+Tab")
        press(page, "Enter")
        expect(page.locator(".catalogue__form")).to_be_hidden()

    @pytest.mark.parametrize("typed", ["150", "-3", "4,5", "fire"])
    def test_no_age(self, typed: str, page: Page) -> None:
        """What is no age in whole years narrows nothing, and the field and the status say so (WCAG 3.3.1)."""
        before, field = listed(page), page.locator(".catalogue__age input")
        expect(field).to_have_attribute("aria-invalid", "false")
        field.fill(typed)

        assert before == listed(page)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description("Skriv alderen i hele år, fx 4.")
        expect(page.locator(".catalogue__status")).to_contain_text("Alderen tæller ikke med. Skriv alderen i hele år")
        field.fill("4")
        expect(field).to_have_attribute("aria-invalid", "false")
        assert before != listed(page)

    def test_phone(self, kalundborg: Site, open_page: OpenPage) -> None:
        """The choices are closed at first; closing them leads to the list."""
        page = open_page(f"{kalundborg.address}tilbud/", width=PHONE[0], height=PHONE[1])
        expect(page.locator(".catalogue__form")).to_be_hidden()
        page.locator(".catalogue summary").first.click()
        box(page, "sag", "maa-ikke").check()
        page.get_by_role("button", name="Vis listen").click()

        expect(page.locator(".catalogue__form")).to_be_hidden()
        assert is_focused(page, ".catalogue__status", "1 af")
        expect(page.locator(".table tbody tr:visible")).to_be_in_viewport()

    @pytest.mark.parametrize("municipality", MUNICIPALITIES)
    def test_rules(self, municipality: str, site_of: SiteOf, open_page: OpenPage) -> None:
        """Open, narrowed down and with nothing left it breaks no rule, and never scrolls sideways."""
        page = open_page()
        found = []
        for query in ("", "#alder=4&sag=nej", "#alder=4&sag=ja&bekymring=ensomhed&form=ophold"):
            page.goto(f"{site_of(municipality).address}tilbud/{query}")
            for details in page.locator(".catalogue, .catalogue details").all():
                details.evaluate("details => { details.open = true; }")
            # Choosing only takes rows away, so one look at each of the narrower lists is enough.
            for size, scheme in ((PHONE, "dark"), (NARROWEST, "light"), (WIDE, "light"))[: 2 if query else 3]:
                look(page, size, scheme)
                found += violations(page)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (query, size)

        assert [] == found

    def test_without_scripts(self, kalundborg: Site, open_page: OpenPage) -> None:
        """The whole list is there, whatever the address says, and nothing that does not work."""
        page = open_page(f"{kalundborg.address}tilbud/#sag=nej", java_script_enabled=False)

        assert sorted(marks_of(kalundborg)) == listed_as_served(page)
        expect(page.locator("article :is(input, button:not(.term))")).to_have_count(0)


class TestScript:
    """What it weighs and where it is."""

    def test_weight(self, site_folder: Path) -> None:
        """It is small enough for a phone on a bad line."""
        assert len(gzip.compress((site_folder / "assets/catalogue.js").read_bytes())) <= MOST_BYTES

    def test_only_here(self, site_folder: Path) -> None:
        """No other page asks for it."""
        pages = {path: path.read_text(encoding="utf-8") for path in site_folder.rglob("*.html")}
        asking = [path for path, html in pages.items() if "assets/catalogue." in html]

        assert [site_folder / "tilbud/index.html"] == asking
