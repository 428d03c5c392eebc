"""The search dialog: what it fetches and when, how it opens, what it shows and how the keys work."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from browser.axe import violations
from browser.conftest import OpenPage, SiteOf
from browser.reader import is_focused, press, search_field, tab_to, watch

pytestmark = pytest.mark.browser

PAGE = "moeder/teammoede/"
FINDS = {
    "samarbejdsmøde": "moeder/samarbejdsmoede/",
    "samarb": "moeder/samarbejdsmoede/",
    "dialogmoede": "moeder/tvaerfagligt-dialogmoede/",
    "fritids pulje": "tilbud/fritidspulje/",
    "ungepsykologer": "tilbud/ungepsykolog/",
    "KE": "ordliste/#ord-ke",
    "§ 153": "lov/#bl-133",
}

# Notes what a screen reader is given to read.
HEARD = """() => {
  globalThis.heard = [];
  const status = document.querySelector(".search [role=status]");
  new MutationObserver(() => globalThis.heard.push(status.textContent)).observe(status, { childList: true });
}"""


@pytest.fixture(name="page")
def _page(address: str, open_page: OpenPage) -> Page:
    return open_page(address + PAGE, width=360, height=640)


def look_for(page: Page, words: str) -> list[str]:
    """Type words into the open search; returns where the results lead, as they stand in the list."""
    search_field(page).fill(words)
    expect(page.locator(".search__status")).to_have_text(re.compile("resultat|begynde"))
    # All in one step: the list may be drawn again in between.
    return list(options(page).evaluate_all('links => links.map(link => link.getAttribute("href"))'))


def options(page: Page) -> Locator:
    """The results of the open search."""
    return page.get_by_role("listbox", name="Resultater").get_by_role("option")


def chosen(page: Page) -> Locator:
    """The result that Enter opens."""
    return options(page).and_(page.locator("[aria-selected=true]"))


class TestOpening:
    """Nothing before it is asked for, then by key or link, with focus where it belongs."""

    def test_nothing_before_use(self, address: str, open_page: OpenPage) -> None:
        """No part of the search is fetched until the reader asks for it."""
        page = open_page()
        seen = watch(page)
        page.goto(address + PAGE, wait_until="networkidle")
        fetched = [url.removeprefix(address) for url in seen.requests]
        assert [] == [name for name in fetched if "search" in name and ".css" not in name]
        press(page, "Control+k")
        look_for(page, "møde")

        assert address + "assets/search_data.js" in seen.requests
        assert [] == seen.errors

    @pytest.mark.parametrize("key", ["Control+k", "Meta+k"])
    def test_by_key(self, key: str, page: Page) -> None:
        """The key opens the search with focus in its field, and Escape gives focus back."""
        tab_to(page, ".top__name")
        press(page, key)
        expect(search_field(page)).to_be_focused()
        press(page, "Escape")

        expect(page.get_by_role("dialog")).to_have_count(0)
        assert is_focused(page, ".top__name")

    def test_by_link(self, page: Page) -> None:
        """The link in the header opens the search on the page, empty each time."""
        for _ in range(2):
            tab_to(page, "a.vv-search")
            press(page, "Enter")
            expect(search_field(page)).to_have_value("")
            expect(options(page)).to_have_count(0)
            page.keyboard.type("møde")
            press(page, "Escape")

        assert page.url.endswith(PAGE)

    @pytest.mark.parametrize("opener", ["Control+k", "Enter", " "])
    def test_typed_at_once(self, opener: str, page: Page) -> None:
        """No letter is lost that is typed before the field is there, and it is searched for."""
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/search_dialog.js*", hold)
        tab_to(page, "a.vv-search")
        with page.expect_request("**/search_dialog.js*"):
            press(page, opener)
        page.keyboard.type("ondt i/x")
        press(page, "Backspace", "Backspace")
        held[0].continue_()
        expect(search_field(page)).to_be_focused()
        page.keyboard.type(" maven")

        expect(search_field(page)).to_have_value("ondt i maven")
        expect(options(page).first).to_be_visible()


class TestResults:
    """What the reader sees."""

    @pytest.mark.parametrize("words", FINDS)
    def test_finds(self, words: str, page: Page, address: str) -> None:
        """Pages, explained words and paragraphs are found, and the wanted one stands first."""
        press(page, "Control+k")

        assert address + FINDS[words] == look_for(page, words)[0]

    def test_facts(self, page: Page) -> None:
        """A result says who calls the meeting, or the number to ring."""
        press(page, "Control+k")
        look_for(page, "samarbejdsmøde")
        expect(options(page).first).to_contain_text("Indkalder: ")
        look_for(page, "politiet")
        expect(options(page).first).to_contain_text("114")

    def test_kinds(self, page: Page) -> None:
        """The best three stand first, each with its kind; the others of one kind stand in a named group."""
        press(page, "Control+k")
        look_for(page, "psykolog hjælp til unge")
        groups = page.get_by_role("listbox").get_by_role("group")
        expect(groups.first).to_have_accessible_name("Bedst")
        best = groups.first.get_by_role("option").and_(page.locator(":not(.search__hit--section)"))

        assert 3 == best.count()
        expect(best.first).to_contain_text("Tilbud")
        assert "Tilbud" in [words.split("\n")[0] for words in groups.all_inner_texts()]
        assert 0 == page.locator("[role=listbox] [role=group]:not([aria-labelledby])").count()

    def test_marked(self, page: Page) -> None:
        """The words that were sought are marked where they stand, also in another form."""
        press(page, "Control+k")
        look_for(page, "samarbejdsmøder")

        expect(options(page).first.locator("mark").first).to_have_text("Samarbejdsmøde")

    def test_deadline(self, page: Page) -> None:
        """Of several deadlines the one is shown that is asked for."""
        press(page, "Control+k")
        look_for(page, "kvittering for underretning")
        hit = options(page).and_(page.locator("[href$='underretning/underretning/']"))
        expect(hit).to_contain_text("Frist: kvittering")

    def test_undo(self, page: Page) -> None:
        """A correction can be undone, and focus stays in the field."""
        press(page, "Control+k")
        look_for(page, "ungepsikolog")
        page.get_by_role("button", name="Søg i stedet efter »ungepsikolog«").press("Enter")

        expect(page.locator(".search__status")).not_to_contain_text("Søgte efter")
        expect(search_field(page)).to_be_focused()

    def test_tree_that_asks(self, site_of: SiteOf, open_page: OpenPage) -> None:
        """The way to a tree whose title is a question reads as two sentences."""
        page = open_page(site_of("kalundborg").address)
        press(page, "Control+k")
        look_for(page, "barnet bliver slået")

        expect(page.locator(".search__tree")).to_have_text("Hvilket tilbud passer? Find det næste skridt")

    def test_status(self, page: Page) -> None:
        """The reader is told how many results there are, and what was searched for instead."""
        press(page, "Control+k")
        status = page.locator(".search__status")
        look_for(page, "ungepsikolog")
        expect(status).to_contain_text("»ungepsykolog«")
        found = look_for(page, "qqqqq")
        expect(status).to_contain_text("Her kan du begynde")

        assert "beslutningstrae/jeg-er-bekymret/" in found[0]

    def test_heard(self, page: Page) -> None:
        """A screen reader hears what is told when the letters have come to rest, not at each, and results by titles."""
        press(page, "Control+k")
        search_field(page).wait_for()
        page.evaluate(HEARD)
        search_field(page).press_sequentially("møde", delay=20)
        expect(page.get_by_role("status")).to_contain_text("resultat")
        heard = page.evaluate("() => globalThis.heard")

        assert [page.locator(".search__status").inner_text()] == heard
        best = options(page).first
        expect(best).to_have_accessible_name(best.locator("strong").inner_text())
        expect(best).to_have_accessible_description(re.compile(".+"))

    def test_engine_fails(self, address: str, open_page: OpenPage) -> None:
        """When the search cannot start, the reader is told where to look instead."""
        page = open_page()
        page.route("**/search_data.js*", lambda route: route.abort())
        page.goto(address + PAGE)
        press(page, "Control+k")

        expect(page.locator(".search__status")).to_contain_text("listen fra A til Å")
        expect(page.get_by_role("status")).to_contain_text("listen fra A til Å")
        assert f"{address}a-aa/" == page.get_by_role("link", name="A til Å").first.evaluate("link => link.href")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark"), (320, "light")])
def test_axe(width: int, scheme: str, address: str, open_page: OpenPage) -> None:
    """No rule is broken and nothing is cut off at any width: with results, with danger, with nothing that fits."""
    page = open_page(address + PAGE, width=width, height=640, color_scheme=scheme)
    press(page, "Control+k")
    for words in ("samarbejdsmøde", "vold i hjemmet", "qqqqq"):
        look_for(page, words)
        press(page, "ArrowDown")

        assert [] == violations(page), words
        assert 0 == page.get_by_role("dialog").evaluate("({ scrollWidth, clientWidth }) => scrollWidth - clientWidth")


def test_from_a_disk_without_network(site_folder: Path, open_page: OpenPage) -> None:
    """A page opened as a file, with the network off, searches and leads to the file of the result."""
    page = open_page(offline=True)
    seen = watch(page)
    page.goto((site_folder / PAGE / "index.html").as_uri())
    press(page, "Control+k")
    look_for(page, "ungepsykolog")
    press(page, "Enter")

    page.wait_for_url((site_folder / "tilbud/ungepsykolog/index.html").as_uri())
    assert [] == seen.errors
