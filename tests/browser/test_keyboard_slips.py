"""Keys that are pressed by mistake or spoken, and parts that focus has left: none may act or lie in the way."""

import string

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage
from browser.reader import press, tab_to

pytestmark = pytest.mark.browser

_MENU = '() => document.querySelector(".menu").matches(":popover-open")'
_FRAMES = """() => [...document.querySelectorAll(".table, .scroll")].map((frame) => [
  frame.scrollWidth > frame.clientWidth && getComputedStyle(frame).overflowX !== "visible",
  frame.tabIndex === 0, frame.getAttribute("role") === "region", frame.hasAttribute("aria-label")])"""
TABLES = "moeder/"
PAGES = (TABLES, "frister/", "kilder/", "tilbud/", "beslutningstrae/jeg-er-bekymret/opbygning/")


def test_no_key_alone(address: str, open_page: OpenPage) -> None:
    """No single character acts outside a field (WCAG 2.1.4): whoever speaks to the screen says many."""
    page = open_page(address + TABLES)
    press(page, *string.ascii_letters, *string.digits, *string.punctuation)

    expect(page.get_by_role("dialog")).to_have_count(0)
    assert address + TABLES == page.url


def test_search_is_a_button(address: str, open_page: OpenPage) -> None:
    """What opens a dialog is a button, also for the space bar, which scrolls the page at a link."""
    page = open_page(address + TABLES)
    expect(page.get_by_role("button", name="Søg", exact=True)).to_have_attribute("aria-haspopup", "dialog")
    tab_to(page, ".vv-search")
    press(page, "Space")

    expect(page.get_by_role("dialog", name="Søg i Vejviser")).to_be_visible()
    assert 0 == page.evaluate("scrollY")


def test_menu_closes_behind(address: str, open_page: OpenPage) -> None:
    """On a phone the menu does not lie over what has focus."""
    page = open_page(address, width=360, height=640)
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    assert page.evaluate(_MENU)
    page.locator(".menu a").last.focus()
    press(page, "Tab")

    assert not page.evaluate(_MENU)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "uri", [TABLES, "frister/", "kilder/", "tilbud/", "beslutningstrae/jeg-er-bekymret/opbygning/"]
)
def test_frames(uri: str, width: int, address: str, open_page: OpenPage) -> None:
    """A frame is a stop and a named region when it scrolls, and only then."""
    page = open_page(address + uri, width=width, height=640)
    page.evaluate('() => { for (const details of document.querySelectorAll("details")) details.open = true; }')
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    frames = page.evaluate(_FRAMES)

    assert frames
    assert [] == [frame for frame in frames if len(set(frame)) > 1]
