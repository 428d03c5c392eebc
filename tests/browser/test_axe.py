"""Accessibility rules of axe-core on every page and in every state, on a wide screen and a phone, light and dark."""

import pytest
from playwright.sync_api import expect

from browser.axe import LOOKS, NARROWEST, PHONE, TOO_WIDE, WIDE, look, violations
from browser.conftest import OpenPage, SiteOf
from browser.reader import click, press, search_field, wait_for_tree
from browser.trees import SHIPPED

pytestmark = pytest.mark.browser

CHUNKS = 12
# The keyboard's stops before the content, without the skip link itself, and how many are too many.
_BEFORE_CONTENT = """() => [...document.querySelectorAll("a[href], button, [tabindex='0']")].filter((stop) =>
  stop.checkVisibility() && !stop.matches(".skip") &&
  stop.compareDocumentPosition(document.querySelector("main")) === Node.DOCUMENT_POSITION_FOLLOWING).length"""
TOO_MANY_BEFORE_CONTENT = 32


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_pages(chunk: int, urls: list[str], open_page: OpenPage) -> None:
    """No page breaks a rule at any size or in any colours, nor scrolls sideways on the narrowest phone.

    On every one the content is not far away, even for who misses the skip link.
    """
    page = open_page()
    found = []
    for url in urls[chunk::CHUNKS]:
        page.goto(url)
        assert 3 < page.evaluate(_BEFORE_CONTENT) < TOO_MANY_BEFORE_CONTENT, url
        # Both sizes and both schemes on every page; all four together where things open, in TestStates.
        for size, scheme in ((WIDE, "light"), (PHONE, "dark")):
            look(page, size, scheme)
            found += violations(page)
        look(page, NARROWEST, "light")
        found += [f"{url} too wide: {part}" for part in page.evaluate(TOO_WIDE)]

    assert [] == found


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
class TestStates:
    """What opens over a page, and the steps of a tree."""

    def test_over_a_page(self, size: tuple[int, int], scheme: str, address: str, open_page: OpenPage) -> None:
        """The menu, an explained word, and the search with and without results break no rule."""
        page = open_page(f"{address}moeder/samarbejdsmoede/")
        look(page, size, scheme)
        found = []
        if size == PHONE:
            page.get_by_role("button", name="Menu", exact=True).click()
            expect(page.locator("#menu")).to_be_visible()
            found += violations(page)
            press(page, "Escape")
        page.locator(".term").first.click()
        expect(page.locator(".term-note:popover-open")).to_be_visible()
        found += violations(page)
        press(page, "Escape", "Control+k")
        search_field(page).fill("samarbejdsmøde")
        expect(page.locator(".search__hits a").first).to_be_visible()
        found += violations(page)
        search_field(page).fill("qqqqq")
        expect(page.locator(".search__status")).to_contain_text("Her kan du begynde")

        assert [] == found + violations(page)

    def test_in_a_tree(self, size: tuple[int, int], scheme: str, address: str, open_page: OpenPage) -> None:
        """A question, a missing answer, an outcome, a step after it and the whole tree break no rule."""
        page = open_page(f"{address}beslutningstrae/jeg-er-bekymret/")
        look(page, size, scheme)
        wait_for_tree(page)
        go_on = page.get_by_role("button", name="Fortsæt")
        found = violations(page)
        click(go_on)
        found += violations(page)
        # Violence is what a reader comes to at once, and can go on from.
        click(page.locator(".choice input").nth(3))
        click(go_on)
        expect(page.locator(".outcome:visible")).to_have_count(1)
        found += violations(page)
        click(page.locator(".tree-after .button").first)
        expect(page.locator(".tree-passed")).to_be_visible()
        found += violations(page)
        click(page.get_by_role("button", name="Vis hele træet"))

        assert [] == found + violations(page)


@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_whole_trees(municipality: str, id_: str, site_of: SiteOf, open_page: OpenPage) -> None:
    """A whole tree breaks no rule and fits on screens of three widths."""
    page = open_page(f"{site_of(municipality).address}beslutningstrae/{id_}/")
    wait_for_tree(page)
    page.get_by_role("button", name="Vis hele træet").click()
    found = []
    for size in (WIDE, PHONE, NARROWEST):
        look(page, size, "light")
        found += [*violations(page), *page.evaluate(TOO_WIDE)]

    assert [] == found


@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_how_trees_are_built(municipality: str, id_: str, site_of: SiteOf, open_page: OpenPage) -> None:
    """The page on how a tree is built breaks no rule and fits either."""
    page = open_page(f"{site_of(municipality).address}beslutningstrae/{id_}/opbygning/")
    found = []
    for size in (WIDE, PHONE, NARROWEST):
        look(page, size, "light")
        found += [*violations(page, contrast=size == PHONE), *page.evaluate(TOO_WIDE)]

    assert [] == found
