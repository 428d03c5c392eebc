"""The emergency numbers are large enough for a shaking thumb, and in sight on a low screen too."""

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage, Site
from browser.reader import at, settle
from browser.trees import ANSWER, first_steps, flow_of, open_tree

pytestmark = pytest.mark.browser

# The target that WCAG 2.2 (2.5.5, AAA) asks for, in CSS pixels.
LEAST = 44
TREE = "skal-jeg-underrette"
LOW = 480
_HEIGHTS = """() => [...document.querySelectorAll(".phone, .top__acute, .top__button")]
  .filter((link) => link.checkVisibility())
  .map((link) => [link.textContent.trim(), Math.round(link.getBoundingClientRect().height)])"""
# Whether the link for 112 can be pressed where it stands.
_IN_SIGHT = """() => {
  const link = document.querySelector(".acute--line a[href='tel:112']");
  const { x, y, width, height } = link.getBoundingClientRect();
  return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", ["", "akut/", "beslutningstrae/jeg-er-bekymret/", "underretning/selvskade-og-selvmordstanker/"]
)
def test_large_enough(address: str, open_page: OpenPage, path: str, width: int) -> None:
    """Every number that can be rung, and the way to them, is at least as high as a finger is wide."""
    page = open_page(address + path, width=width, height=740)
    heights = page.evaluate(_HEIGHTS)

    assert len(heights) > 1
    assert [] == [(words, height) for words, height in heights if height < LEAST]


@pytest.mark.parametrize(("width", "height"), [(640, 360), (320, 256), (360, 740)])
def test_in_sight(site: Site, open_page: OpenPage, width: int, height: int) -> None:
    """At every step 112 can be pressed without scrolling; on a low screen the page's own head stands over the first."""
    flow = flow_of(site, TREE)
    page = open_tree(site, TREE, open_page, width=width, height=height)
    assert page.evaluate(_IN_SIGHT) or height < LOW
    for ticked, following in first_steps(flow, 20):
        page.evaluate(ANSWER, ticked)
        at(page, following)
        settle(page)
        assert page.evaluate(_IN_SIGHT), following


def test_forced_colours(address: str, open_page: OpenPage) -> None:
    """Where the reader's colours take the place of ours, the menu still says where one is."""
    page = open_page(f"{address}akut/", forced_colors="active")
    style = "(link) => getComputedStyle(link).outlineStyle"

    assert "solid" == page.locator(".menu a[aria-current]").first.evaluate(style)
    assert "none" == page.locator(".menu a:not([aria-current])").first.evaluate(style)


def test_more_contrast(address: str, open_page: OpenPage) -> None:
    """Who asks for more contrast gets the strong lines everywhere."""
    line = "() => getComputedStyle(document.documentElement).getPropertyValue('--line')"
    strong = line.replace("--line", "--line-strong")
    usual, more = (open_page(f"{address}akut/", contrast=contrast) for contrast in ("no-preference", "more"))

    assert usual.evaluate(line) != usual.evaluate(strong)
    assert more.evaluate(line) == more.evaluate(strong)


def test_no_empty_region(address: str, open_page: OpenPage) -> None:
    """The notes on words stand in no region of their own: it would be announced, and nothing is in it."""
    page = open_page(f"{address}metoder/paf/")
    expect(page.locator(".terms")).to_have_count(1)

    expect(page.get_by_role("region", name="Ord på siden")).to_have_count(0)
