"""A browser that runs no scripts: everything is still there to read and to reach with keys."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, SiteOf
from browser.reader import press, tab_to
from browser.trees import SHIPPED, WIDTHS, flow_of
from vejviser.trees.outline import outline

pytestmark = pytest.mark.browser

OpenPlain = Callable[..., Page]

# Every question and outcome that can be seen, with its words and the links to others that can be seen in it.
_PARTS = """() => [...document.querySelectorAll(".question, .outcome")].filter((part) => part.checkVisibility())
  .map((part) => ({
    id: part.querySelector("h2").id,
    heading: part.querySelector("h2").innerText.trim(),
    words: part.innerText,
    links: [...part.querySelectorAll(part.matches(".question") ? ".answers a[href^='#']" : "a[href^='#']")]
      .filter((link) => link.checkVisibility()).map((link) => link.getAttribute("href")),
  }))"""

# Sets the clock of the page's only animation: so many milliseconds after the page was shown.
_WAITED = """(time) => {
  const [appear, ...more] = document.getAnimations();
  if (more.length) throw new Error("more than one animation");
  appear.pause();
  appear.currentTime = time;
}"""


@pytest.fixture(name="open_plain")
def _open_plain(address: str, open_page: OpenPage) -> OpenPlain:
    """Open a page of the site without scripts, on a phone unless told otherwise."""

    def open_plain(uri: str, width: int = 360) -> Page:
        return open_page(address + uri, width=width, height=640, java_script_enabled=False)

    return open_plain


@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_tree(municipality: str, id_: str, site_of: SiteOf, open_page: OpenPage) -> None:
    """Every question, answer and outcome is visible at each width, and every way on is a link with its rule's words."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    page = open_page(f"{site.address}beslutningstrae/{id_}/", java_script_enabled=False)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        parts = {part["id"]: part for part in page.evaluate(_PARTS)}

        assert width >= page.evaluate("document.documentElement.scrollWidth")
        assert set(flow.nodes) | set(flow.tree.outcomes) == set(parts)
        for question in outline(flow):
            part = parts[question.node.id]
            ways = [way for branch in question.branches for way in branch.ways]
            words = [
                *(word for branch in question.branches for word in (branch.words, branch.counts_as)),
                *(way.when for way in ways),
                *(item.label for _, items in question.items for item in items),
                *question.thresholds,
            ]
            assert f"{question.number}. {question.node.ask}" == part["heading"]
            assert [f"#{way.target}" for way in ways] == part["links"]
            assert not [word for word in words if word not in part["words"]]
        for key, outcome in flow.tree.outcomes.items():
            part = parts[key]
            assert outcome.title == part["heading"]
            assert f"Du {outcome.force}" in part["words"]
            assert flow.level_title(outcome.level) in part["words"]
            assert not outcome.continue_at or f"#{outcome.continue_at}" in part["links"]


def test_following_a_path(open_plain: OpenPlain) -> None:
    """An answer's link leads with a key press to the next question, and in the end to an outcome."""
    page = open_plain("beslutningstrae/jeg-er-bekymret/")
    for target in ("hvem", "alder", "tegn-0-1", "akut-foraelder"):
        tab_to(page, f'a[href="#{target}"]')
        press(page, "Enter")
        expect(page.locator(f"h2#{target}")).to_be_in_viewport()


def test_script_that_never_comes(address: str, open_page: OpenPage) -> None:
    """Only the first question shows while the script is awaited; when it never comes, the whole tree shows."""
    page = open_page(width=360, height=640)
    page.route("**/assets/tree.js*", lambda route: route.abort())
    page.goto(f"{address}beslutningstrae/jeg-er-bekymret/")
    page.evaluate(_WAITED, 0)
    assert ["fare"] == [part["id"] for part in page.evaluate(_PARTS)]
    page.evaluate(_WAITED, 5000)

    assert page.locator(".question, .outcome").count() == len(page.evaluate(_PARTS))


@pytest.mark.parametrize("uri", ["", "moeder/samarbejdsmoede/"])
def test_page(uri: str, open_plain: OpenPlain) -> None:
    """The page is whole, and its menu opens and closes with keys."""
    page = open_plain(uri)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    tab_to(page, "button", "Menu", most=3)
    press(page, "Enter")
    expect(page.locator("#menu").get_by_role("link", name="Møder", exact=True)).to_be_visible()
    press(page, "Escape")

    expect(page.locator("#menu")).to_be_hidden()


def test_explained_word(open_plain: OpenPlain) -> None:
    """An abbreviation explains itself when it is pressed."""
    page = open_plain("moeder/samarbejdsmoede/")
    tab_to(page, "button.term")
    press(page, "Enter")
    expect(page.locator(".term-note:visible")).to_contain_text("står for")
    press(page, "Escape")

    expect(page.locator(".term-note:visible")).to_have_count(0)


def test_search(open_plain: OpenPlain) -> None:
    """The search link leads to the list of everything from A to Å."""
    page = open_plain("moeder/samarbejdsmoede/", width=1280)
    tab_to(page, "a.vv-search")
    press(page, "Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("A")
    assert page.url.endswith("/a-aa/")
