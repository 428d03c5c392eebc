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
# Addresses as the search data of a site that is not ours might have them.
_FOREIGN = (
    "javascript:alert(1)",
    "JavaScript:alert(1)//#x",
    " \tjavascript:alert(1)",
    "data:text/html,x",
    "//ond.example/x/",
    "/\\ond.example/",
    "https://ond.example/",
    "https:ond.example",
    "../../ond/",
    "//",
)
# The links of results with these addresses, as the search would draw them for a site.
_DRAWN = """([urls, root]) => {
  const hit = (url) => ({ url, kind: "offer", title: "Tilbud", facts: [], lead: "" });
  const of = (url) => [
    ...vejviser.searchView.groups(
      { hits: [{ ...hit(url), section: { anchor: "a", heading: "b" } }], isMarked: () => false }, new URL(root)),
    ...vejviser.searchView.groupsOfAll({ isMarked: () => false, own: [], others: [
      { ...hit(url), copies: [{ name: "By", root: new URL(root) }] },
      { ...hit(url), copies: [{ name: "By", root: new URL(root) }, { name: "Land", root: new URL(root) }] },
    ] }, { root: new URL(root), isPortal: false }),
  ];
  return urls.map((url) => of(url).flatMap((part) => [...part.querySelectorAll("[href]")]).map(({ href }) => href));
}"""
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
    press(page, "Control+k")
    search_field(page).fill("overgreb")
    expect(page.locator(".search__hits a").first).to_be_visible()

    assert NOTHING_STORED == stored(page)
    assert [] == seen.errors
    assert [] == [request for request in seen.requests if "overgreb" in request or not request.startswith(address)]


def test_search_leads_nowhere_else(address: str, open_page: OpenPage) -> None:
    """An address in search data that does not lie in its site makes no link; one that does makes one wherever it is."""
    page = open_page(address)
    page.get_by_role("button", name="Søg", exact=True).click()
    expect(search_field(page)).to_be_visible()
    root = f"{address}kommune/"
    none = page.evaluate(_DRAWN, [_FOREIGN, root])
    some = page.evaluate(_DRAWN, [["tilbud/x/", "tilbud/#a", ""], root])

    assert [[]] * len(_FOREIGN) == none
    assert [5, 5, 5] == [len(links) for links in some]
    assert all(link.startswith(root) for links in some for link in links)
