"""Answers of who has gone away: kept for a while for the same person, then forgotten, in memory and on the screen."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site
from browser.reader import answer, at, go_back, press, settle, wait_for_tree

pytestmark = pytest.mark.browser

# "Nej, intet af det", and then "Det handler om mig selv".
NO, MYSELF = 4, 2
NINE, ELEVEN = 9 * 60_000, 11 * 60_000
TITLE = "Jeg er bekymret for et barn"
# The browser's own events when another tab comes in front, and when it comes back.
_SIGHT = """(state) => {
  Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}"""
# The same when another page comes, and when Back brings this one again out of the browser's memory.
_PAGE = """(name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true }))"""
_LEFT = "input:checked, .tree-answer, .tree-passed, .outcome:visible"


@pytest.fixture(name="page")
def _page(site: Site, open_page: OpenPage) -> Page:
    """At an outcome, after two answers, with a clock that the test can move."""
    page = open_page()
    page.clock.install()
    page.goto(f"{site.address}beslutningstrae/jeg-er-bekymret/")
    wait_for_tree(page)
    for position in (NO, MYSELF):
        answer(page, position)
    expect(page.locator(".outcome:visible")).to_have_count(1)
    settle(page)
    assert page.title().startswith("Resultat – ")
    return page


def is_clean(page: Page) -> None:
    """Nothing is left of the answers, neither here nor at any step before; the page has its own title."""
    expect(page.locator(_LEFT)).to_have_count(0)
    assert page.title().startswith(TITLE)
    expect(page.get_by_role("status")).to_have_text("Svarene er ryddet.")
    for _ in range(2):
        go_back(page)
        settle(page)
        expect(page.locator(_LEFT)).to_have_count(0)


class TestAnotherTab:
    """The page is out of sight, and its clock goes on."""

    def test_soon(self, page: Page) -> None:
        """Who comes back within ten minutes finds the outcome."""
        page.evaluate(_SIGHT, "hidden")
        page.clock.run_for(NINE)
        page.evaluate(_SIGHT, "visible")
        page.clock.run_for(NINE)

        expect(page.locator(".outcome:visible")).to_have_count(1)
        expect(page.locator(".tree-answer")).to_have_count(2)

    def test_late(self, page: Page) -> None:
        """After ten minutes the answers are gone while nobody looks."""
        page.evaluate(_SIGHT, "hidden")
        page.clock.run_for(ELEVEN)
        expect(page.locator(_LEFT)).to_have_count(0)
        page.evaluate(_SIGHT, "visible")

        is_clean(page)


class TestAnotherPage:
    """The page waits in the browser's memory with its timers stopped."""

    def test_soon(self, page: Page) -> None:
        """Back from a linked page leads to the outcome."""
        page.evaluate(_PAGE, "pagehide")
        page.clock.run_for(NINE)
        page.evaluate(_PAGE, "pageshow")

        expect(page.locator(".outcome:visible")).to_have_count(1)
        expect(page.locator(".tree-answer")).to_have_count(2)

    def test_late(self, page: Page) -> None:
        """After ten minutes it leads to the first question, though no timer has run."""
        page.evaluate("() => { window.clearTimeout(0); window.setTimeout = () => 0; }")
        page.evaluate(_PAGE, "pagehide")
        page.clock.run_for(ELEVEN)
        expect(page.locator(".outcome:visible")).to_have_count(1)
        page.evaluate(_PAGE, "pageshow")

        is_clean(page)


def test_begins_again(page: Page) -> None:
    """Who comes back late can answer at once."""
    page.evaluate(_SIGHT, "hidden")
    page.clock.run_for(ELEVEN)
    page.evaluate(_SIGHT, "visible")
    answer(page, NO)
    press(page, "Tab")

    expect(page.locator(".tree-answer")).to_have_count(1)
    at(page, page.locator(".tree").get_attribute("data-step") or "")
