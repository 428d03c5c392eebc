"""Accessibility rules of axe-core on every page and in every state, on a wide screen and a phone, light and dark."""

from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, SiteOf
from browser.reader import at, press, search_field, wait_for_tree
from browser.trees import SHIPPED, flow_of, restart, shortest, walk
from projects import MUNICIPALITY

pytestmark = pytest.mark.browser

CHUNKS = 12
# Steps of trees: how many parts each tree is shared out in, so that all processes have something to do.
TREE_CHUNKS = {"jeg-er-bekymret": 3, "skal-jeg-underrette": 1, "hvilket-tilbud-passer": 4, "trivselsguiden": 1}
STEPS = [(*tree, chunk) for tree in SHIPPED for chunk in range(TREE_CHUNKS[tree[1]])]
WIDE, PHONE, NARROWEST = (1280, 900), (360, 640), (320, 640)
LOOKS = [(size, scheme) for size in (WIDE, PHONE) for scheme in ("light", "dark")]
# Every size and both schemes, for what is the same in each but for its width or its colours.
EACH_ONCE = [(WIDE, "light"), (PHONE, "dark"), (NARROWEST, "light")]
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
_RUN = """async ([where, tags]) => {
  const options = { runOnly: tags, resultTypes: ["violations"] };
  const { violations } = await axe.run(document.querySelector(where), options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" | ")}`);
}"""
# What sticks out to the right, for the message; a wide table scrolls inside its own frame.
_TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
  .filter((part) => part.getBoundingClientRect().right > innerWidth && !part.closest(".table, .scroll"))
  .map((part) => part.outerHTML.slice(0, 80)).slice(0, 3)"""

# The keyboard's stops before the content, without the skip link itself, and how many are too many.
_BEFORE_CONTENT = """() => [...document.querySelectorAll("a[href], button, [tabindex='0']")].filter((stop) =>
  stop.checkVisibility() && !stop.matches(".skip") &&
  stop.compareDocumentPosition(document.querySelector("main")) === Node.DOCUMENT_POSITION_FOLLOWING).length"""
TOO_MANY_BEFORE_CONTENT = 32


def look(page: Page, size: tuple[int, int], scheme: str) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")


def violations(page: Page, where: str = "html") -> list[str]:
    """What axe finds in the page, or in a part of it, as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [f"{page.url} {page.viewport_size} {item}" for item in page.evaluate(_RUN, [where, TAGS])]


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
        found += [f"{url} too wide: {part}" for part in page.evaluate(_TOO_WIDE)]

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
        press(page, "Escape", "/")
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
        go_on.click()
        found += violations(page)
        for choice in (1, 1, 0, 0):
            page.locator(".choice input").nth(choice).check()
            go_on.click()
        expect(page.locator(".outcome:visible")).to_have_count(1)
        found += violations(page)
        page.locator(".tree-after .button").first.click()
        expect(page.locator(".tree-passed")).to_be_visible()
        found += violations(page)
        page.get_by_role("button", name="Vis hele træet").click()

        assert [] == found + violations(page)


@pytest.mark.parametrize(("municipality", "id_", "chunk"), STEPS)
def test_every_step(municipality: str, id_: str, chunk: int, site_of: SiteOf, open_page: OpenPage) -> None:
    """Every question and every outcome of every tree breaks no rule and fits, as a step on screens of three widths."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    page = open_page(f"{site.address}beslutningstrae/{id_}/")
    wait_for_tree(page)
    found = []
    for here, path in list(shortest(flow).items())[chunk::TREE_CHUNKS[id_]]:
        walk(page, flow, path, here)
        at(page, here)
        for size in (WIDE, PHONE, NARROWEST):
            look(page, size, "light")
            # The frame around the tree is the same on every step; `test_pages` looks at it.
            seen = violations(page, ".tree")
            found += [f"{here} {item}" for item in (*seen, *page.evaluate(_TOO_WIDE))]
        restart(page)

    assert [] == found


@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_whole_trees(municipality: str, id_: str, site_of: SiteOf, open_page: OpenPage) -> None:
    """A whole tree breaks no rule and fits on screens of three widths, and so does the page on how it is built."""
    address = f"{site_of(municipality).address}beslutningstrae/{id_}/"
    page = open_page(address)
    wait_for_tree(page)
    page.get_by_role("button", name="Vis hele træet").click()
    found = []
    # The second page of the main site's trees is one of those that `test_pages` looks at.
    for url in (address, f"{address}opbygning/")[:1 if municipality == MUNICIPALITY else 2]:
        if url != address:
            page.goto(url)
        for size in (WIDE, PHONE, NARROWEST):
            look(page, size, "light")
            found += [*violations(page), *page.evaluate(_TOO_WIDE)]

    assert [] == found
