"""Keys alone: skip link, menu, and that every stop can be seen and is marked."""

from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage
from browser.reader import is_focused, press, tab_to

pytestmark = pytest.mark.browser

PAGES = ("", "moeder/samarbejdsmoede/", "frister/")
WIDTHS = (360, 1280)
# Some part of it on the screen must be on top, and it or a box around it must have an outline.
_STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const seen = [...element.getClientRects()].some(({ left, width, top, bottom }) => {
    const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    return [0.03, 0.25, 0.5, 0.75, 0.97].some((part) =>
      element.contains(document.elementFromPoint(left + width * part, middle)));
  });
  const isMarked = (part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  let box = element;
  while (box && !isMarked(box)) box = box.parentElement;
  const name = `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 40)}`;
  return { name, seen, marked: Boolean(box) };
}"""


def test_skip_link(address: str, open_page: OpenPage) -> None:
    """The first stop leads past header and menu to the content."""
    page = open_page(f"{address}moeder/samarbejdsmoede/")
    press(page, "Tab")
    assert is_focused(page, ".skip")
    expect(page.locator(".skip")).to_be_in_viewport()
    press(page, "Enter")
    assert is_focused(page, "main")
    press(page, "Tab")

    assert is_focused(page, "main *")


def test_skip_link_in_a_tree(address: str, open_page: OpenPage) -> None:
    """In a tree it does the same and leaves the address alone."""
    page = open_page(f"{address}beslutningstrae/jeg-er-bekymret/")
    expect(page.locator(".tree[data-step]")).to_be_visible()
    press(page, "Tab", "Enter")

    assert is_focused(page, "main")
    assert page.url.endswith("/jeg-er-bekymret/")


@pytest.mark.parametrize("uri", PAGES)
def test_menu(uri: str, address: str, open_page: OpenPage) -> None:
    """On a phone the menu is near, opens with a key, closes with Escape and gives focus back."""
    page = open_page(address + uri, width=360, height=640)
    tab_to(page, "button", "Menu", most=3)
    press(page, "Enter")
    expect(page.locator("#menu")).to_be_visible()
    tab_to(page, "#menu a", most=2)
    press(page, "Escape")

    expect(page.locator("#menu")).to_be_hidden()
    assert is_focused(page, ".top__menu")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("uri", PAGES)
def test_every_stop(uri: str, width: int, address: str, open_page: OpenPage) -> None:
    """Every stop is on the screen, not wholly covered, and marked."""
    page = open_page(address + uri, width=width, height=640)
    stops: list[dict[str, Any]] = []
    while True:
        press(page, "Tab")
        stop = page.evaluate(_STOP)
        if stop is None or len(stops) > 500:
            break
        stops.append(stop)

    assert [] == [stop["name"] for stop in stops if not (stop["seen"] and stop["marked"])]
    assert 10 < len(stops) < 500
