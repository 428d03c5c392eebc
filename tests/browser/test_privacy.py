"""What the site promises about its readers: nobody else hears of them, and nothing is kept."""

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage
from browser.reader import NOTHING_STORED, press, search_field, stored, watch

pytestmark = pytest.mark.browser

# Whatever a strict policy would stop: inline scripts and styles, and attributes that run code.
_INLINE = """() => [...document.querySelectorAll("*")].filter((part) =>
    part.matches("style, [style], script:not([src]):not([type='application/json']), form[action]") ||
    part.getAttributeNames().some((name) => name.startsWith("on")))
  .map((part) => part.outerHTML.slice(0, 80))"""
_POLICY = "document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''"


def test_every_page(urls: list[str], address: str, open_page: OpenPage) -> None:
    """Every page asks this site only, stores nothing, holds nothing inline, and never breaks its own policy."""
    page = open_page()
    seen = watch(page)
    for url in urls:
        page.goto(url)
        policy = page.evaluate(_POLICY)

        assert "default-src 'none'" in policy, url
        assert "unsafe" not in policy, url
        assert [] == page.evaluate(_INLINE), url
        assert NOTHING_STORED == stored(page), url
    assert [] == page.context.cookies()
    assert [] == seen.errors
    assert [] == [request for request in seen.requests if not request.startswith(address)]
    assert len(seen.requests) > len(urls)


def test_search_keeps_nothing(address: str, open_page: OpenPage) -> None:
    """What a reader searches for is neither stored nor sent."""
    page = open_page(address)
    seen = watch(page)
    press(page, "/")
    search_field(page).fill("overgreb")
    expect(page.locator(".search__hits a").first).to_be_visible()

    assert NOTHING_STORED == stored(page)
    assert [] == seen.errors
    assert [] == [request for request in seen.requests if "overgreb" in request or not request.startswith(address)]
