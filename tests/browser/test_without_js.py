"""A browser that runs no scripts: everything is still there to read and to reach with keys."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site
from browser.reader import press, tab_to
from browser.trees import MAIN, flow_of
from vejviser.trees.outline import outline
from vejviser.trees.words import level_words

pytestmark = pytest.mark.browser

OpenPlain = Callable[..., Page]


@pytest.fixture(name="open_plain")
def _open_plain(address: str, open_page: OpenPage) -> OpenPlain:
    """Open a page of the site without scripts, on a phone unless told otherwise."""

    def open_plain(uri: str, width: int = 360) -> Page:
        return open_page(address + uri, width=width, height=640, java_script_enabled=False)

    return open_plain


@pytest.mark.parametrize("id_", MAIN)
def test_tree(id_: str, site: Site, open_plain: OpenPlain) -> None:
    """Every question, answer and outcome is visible, and every way on is a link with the words of its rule."""
    flow = flow_of(site, id_)
    page = open_plain(f"beslutningstrae/{id_}/")
    for question in outline(flow):
        part = page.locator(".question").filter(has=page.locator(f'h2[id="{question.node.id}"]'))
        expect(part.locator("h2")).to_have_text(f"{question.number}. {question.node.ask}")
        shown = part.inner_text()
        links = part.locator(".answers a[href^='#']").locator("visible=true").all()
        ways = [way for branch in question.branches for way in branch.ways]

        assert [f"#{way.target}" for way in ways] == [link.get_attribute("href") for link in links]
        assert not [branch.words for branch in question.branches if branch.words not in shown]
        assert not [branch.counts_as for branch in question.branches if branch.counts_as not in shown]
        assert not [way.when for way in ways if way.when not in shown]
        assert not [item.label for _, items in question.items for item in items if item.label not in shown]
        assert not [words for words in question.thresholds if words not in shown]
    expect(page.locator(".question:visible")).to_have_count(len(flow.nodes))
    expect(page.locator(".outcome:visible")).to_have_count(len(flow.tree.outcomes))
    for key, outcome in flow.tree.outcomes.items():
        part = page.locator(".outcome").filter(has=page.locator(f'h2[id="{key}"]'))
        expect(part.locator("h2")).to_have_text(outcome.title)
        expect(part).to_contain_text(f"Du {outcome.force}")
        expect(part).to_contain_text(level_words(flow, outcome.level))
        if outcome.continue_at:
            expect(part.locator(f'a[href="#{outcome.continue_at}"]')).to_be_visible()


def test_following_a_path(open_plain: OpenPlain) -> None:
    """An answer's link leads with a key press to the next question, and in the end to an outcome."""
    page = open_plain("beslutningstrae/jeg-er-bekymret/")
    for target in ("vold", "position", "alder", "tegn-0-1", "akut"):
        tab_to(page, f'a[href="#{target}"]')
        press(page, "Enter")
        expect(page.locator(f"h2#{target}")).to_be_in_viewport()


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
