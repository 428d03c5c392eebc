"""The catalogue of offers as a reader narrows it down, goes back and shares it."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, SiteOf
from browser.offers import Chosen, address_of, box, fitting, listed, marks_of, wrong_counts
from browser.reader import NOTHING_STORED, is_focused, press, stored, watch

pytestmark = pytest.mark.browser

MUNICIPALITIES = ["ringsted", "kalundborg"]
CHOICES: list[Chosen] = [
    {"sag": ["nej"]},
    {"sag": ["nej", "ja"]},
    {"alder": ["4"]},
    {"alder": ["3-5", "13-15"], "sag": ["nej"]},
    {"alder": ["oplyst"]},
    {"alder": ["11", "oplyst"], "form": ["gruppe", "samtaler"]},
    {"bekymring": ["ensomhed", "angst"], "henviser": ["ikke-oplyst"]},
]


@pytest.fixture(name="kalundborg", scope="module")
def _kalundborg(site_of: SiteOf) -> Site:
    """The municipality with the most offers."""
    return site_of("kalundborg")


@pytest.fixture(name="page")
def _page(kalundborg: Site, open_page: OpenPage) -> Page:
    """Its catalogue on a wide screen."""
    return open_page(f"{kalundborg.address}tilbud/")


class TestChoosing:
    """What is seen when something is chosen."""

    @pytest.mark.parametrize("municipality", MUNICIPALITIES)
    def test_what_fits(self, municipality: str, site_of: SiteOf, open_page: OpenPage) -> None:
        """Values of a facet widen, facets narrow, and each count is what the value gives beside the other facets."""
        site = site_of(municipality)
        marks = marks_of(site)
        page = open_page()
        for chosen in CHOICES:
            page.goto(f"{site.address}tilbud/#{urlencode(chosen, doseq=True)}")
            fits = fitting(marks, chosen)

            assert fits == listed(page), chosen
            expect(page.get_by_role("status")).to_contain_text(f"{len(fits)} af {len(marks)} tilbud")
            assert [] == wrong_counts(page, marks, chosen)

    def test_several(self, page: Page, kalundborg: Site) -> None:
        """Each tick is told at once, in the list, the status and the words of what is chosen."""
        marks = marks_of(kalundborg)
        status, chosen = page.locator(".catalogue__status"), page.locator(".catalogue__chosen")
        expect(status).to_have_text(f"{len(marks)} tilbud.")
        box(page, "sag", "nej").check()
        expect(status).to_have_text(f"{len(fitting(marks, {'sag': ['nej']}))} af {len(marks)} tilbud.")
        box(page, "sag", "ja").check()
        page.get_by_label("Barnets alder").fill("12")

        expect(chosen).to_have_text("Valgt: Alder: 12 år; Kræver sag: Ja, familien skal have en sag eller Nej")
        assert fitting(marks, {"sag": ["nej", "ja"], "alder": ["12"]}) == listed(page)
        expect(status).to_contain_text("oplyser ingen alder")

    def test_groups_without_offers(self, page: Page) -> None:
        """A group with nothing left has no heading, neither in the list nor among the page's headings."""
        assert page.locator(".text h2:visible").count() > 5
        box(page, "sag", "maa-ikke").check()

        expect(page.locator(".text h2:visible")).to_have_count(1)
        expect(page.locator(".table:visible")).to_have_count(1)
        expect(page.locator(".toc li:visible")).to_have_count(1 if page.locator(".toc").is_visible() else 0)

    def test_clear_all(self, page: Page, kalundborg: Site) -> None:
        """Everything is back, and so is the address."""
        box(page, "sag", "nej").check()
        page.get_by_label("Barnets alder").fill("3")
        page.get_by_role("button", name="Ryd alle").click()

        assert sorted(marks_of(kalundborg)) == listed(page)
        assert f"{kalundborg.address}tilbud/" == page.url
        expect(page.locator(".catalogue__chosen")).to_have_text("")

    def test_no_hits(self, kalundborg: Site, open_page: OpenPage) -> None:
        """The page says which choice to take back and what that gives, and takes it back."""
        page = open_page(f"{kalundborg.address}tilbud/#sag=maa-ikke&form=gruppe")
        fits = fitting(marks_of(kalundborg), {"form": ["gruppe"]})
        expect(page.get_by_role("status")).to_contain_text("Intet passer til alle valg. Under valgene står")
        button = page.locator(".catalogue__loosen").get_by_role("button", name="Fjern Kræver sag")
        expect(button).to_contain_text(f"(giver {len(fits)})")
        button.click()

        assert fits == listed(page)
        assert is_focused(page, ".catalogue__status")
        assert {"form": ["gruppe"]} == address_of(page)

    @pytest.mark.parametrize(
        "query", ["#alder=abc&sag=%3Cb%3E&x=1", "#alder=-1", "?alder=400&slags=tilbud", "#sag", "#aften"]
    )
    def test_nonsense_in_the_address(self, query: str, kalundborg: Site, open_page: OpenPage) -> None:
        """An address that says nothing we know shows everything."""
        page = open_page(f"{kalundborg.address}tilbud/{query}")

        expect(page.locator(".catalogue__status")).to_have_text(f"{len(marks_of(kalundborg))} tilbud.")


class TestAddress:
    """What is chosen stands in the address."""

    def test_shared(self, page: Page, open_page: OpenPage) -> None:
        """Whoever opens the address sees the same, with the choice in sight."""
        page.locator(".catalogue summary").filter(has_text="flere").first.click()
        box(page, "bekymring", "ensomhed").check()
        box(page, "sag", "ja").check()
        other = open_page(page.url)

        assert {"bekymring": ["ensomhed"], "sag": ["ja"]} == address_of(page)
        assert listed(page) == listed(other)
        expect(box(other, "bekymring", "ensomhed")).to_be_visible()
        expect(box(other, "bekymring", "ensomhed")).to_be_checked()

    @pytest.mark.parametrize("heading", ["", "#aften"])
    def test_old_link(self, heading: str, page: Page, kalundborg: Site) -> None:
        """A link from before is read once; then no server hears of what was chosen, and a reload shows the same."""
        page.goto(f"{kalundborg.address}tilbud/?sag=ja&bekymring=ensomhed&x=1{heading}")
        chosen = {"sag": ["ja"], "bekymring": ["ensomhed"]}
        fits = fitting(marks_of(kalundborg), chosen)
        seen = watch(page)
        assert (chosen, fits) == (address_of(page), listed(page))
        page.reload()

        assert (chosen, fits) == (address_of(page), listed(page))
        assert [] == [url for url in seen.requests if "ensomhed" in url.split("#")[0]]

    def test_link_to_a_heading(self, page: Page) -> None:
        """Following a link to a heading of the page takes no choice back."""
        box(page, "sag", "nej").check()
        chosen = listed(page)
        page.evaluate("() => { location.hash = document.querySelector('.text h2[id]').id; }")
        page.wait_for_function("() => !location.hash.includes('=')")

        expect(box(page, "sag", "nej")).to_be_checked()
        assert chosen == listed(page)

    def test_back(self, page: Page, kalundborg: Site) -> None:
        """Back takes back one choice; the digits of an age are one. From an offer it leads to the same list."""
        box(page, "sag", "nej").check()
        page.get_by_label("Barnets alder").press_sequentially("12")
        both = listed(page)
        assert {"alder": ["12"], "sag": ["nej"]} == address_of(page)
        page.locator(".table a:visible").first.click()
        page.wait_for_url("**/tilbud/*/")
        page.go_back()
        expect(page.get_by_label("Barnets alder")).to_have_value("12")
        assert both == listed(page)
        page.go_back()
        expect(page.get_by_label("Barnets alder")).to_have_value("")
        expect(box(page, "sag", "nej")).to_be_checked()
        page.go_back()
        expect(box(page, "sag", "nej")).not_to_be_checked()

        assert sorted(marks_of(kalundborg)) == listed(page)

    def test_nothing_sent_or_stored(self, page: Page) -> None:
        """Choosing asks the network for nothing and leaves nothing in the browser."""
        seen = watch(page)
        box(page, "sag", "nej").check()
        page.get_by_label("Barnets alder").fill("4")
        press(page, "Enter")

        # The browser asks for the icon of an address that is new to it.
        asked = [url for url in seen.requests if not url.endswith("favicon.svg")]

        assert ([], []) == (asked, seen.errors)
        assert NOTHING_STORED == stored(page)
