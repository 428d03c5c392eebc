"""A browser that runs no scripts: everything is still there to read and to reach with keys."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.reader import press, tab_to
from vejviser.pages.book import Book
from vejviser.records.tree import Tree
from vejviser.trees.paths import target_of

pytestmark = pytest.mark.browser

OpenPlain = Callable[..., Page]


@pytest.fixture(name="open_plain")
def _open_plain(address: str, open_page: OpenPage) -> OpenPlain:
    """Open a page of the site without scripts, on a phone unless told otherwise."""

    def open_plain(uri: str, width: int = 360) -> Page:
        return open_page(address + uri, width=width, height=640, java_script_enabled=False)

    return open_plain


@pytest.mark.parametrize("id_", ["jeg-er-bekymret", "skal-jeg-underrette"])
def test_tree(id_: str, book: Book, open_plain: OpenPlain) -> None:
    """Every question, answer and outcome is visible, and every answer is a link to where it leads."""
    tree = book.get(id_).record
    assert isinstance(tree, Tree)
    page = open_plain(f"beslutningstrae/{id_}/")
    expected = [(option.label, f"#{target_of(node, option)}") for node in tree.nodes for option in node.options]
    links = page.locator(".question > ul:last-child a").all()

    assert expected == [(link.inner_text(), link.get_attribute("href")) for link in links if link.is_visible()]
    for target in {href for _, href in expected}:
        expect(page.locator(f".tree h2{target}")).to_be_visible()
    expect(page.locator(".question:visible")).to_have_count(len(tree.nodes))
    expect(page.locator(".outcome:visible")).to_have_count(len(tree.outcomes))
    for outcome in tree.outcomes.values():
        expect(page.locator(".outcome h2").get_by_text(outcome.title, exact=True)).to_be_visible()


def test_following_a_path(open_plain: OpenPlain) -> None:
    """An answer's link leads with a key press to the next question, and in the end to an outcome."""
    page = open_plain("beslutningstrae/jeg-er-bekymret/")
    for target in ("vold", "overgreb"):
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
