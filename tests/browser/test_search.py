"""The search: what it fetches and when, how it opens, what it finds and how the keys work."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.reader import is_focused, press, search_field, tab_to, watch

pytestmark = pytest.mark.browser

PAGE = "moeder/teammoede/"
FINDS = {
    "samarbejdsmøde": "moeder/samarbejdsmoede/",
    "samarb": "moeder/samarbejdsmoede/",
    "dialogmøde": "moeder/tvaerfagligt-dialogmoede/",
    "hvad er PAF": "metoder/paf/",
    "underretning": "underretning/underretning/",
    "underretninger": "underretning/underretning/",
    "er barnet i fare": "beslutningstrae/jeg-er-bekymret/#fare",
    "KE": "ordliste/#ord-ke",
    "trivselsvurdering": "modeller/trivselsvurdering/",
}
# Of so many results the wanted one must stand among the first few, which fit on a phone.
AMONG = 8


@pytest.fixture(name="page")
def _page(address: str, open_page: OpenPage) -> Page:
    return open_page(address + PAGE, width=360, height=640)


def look_for(page: Page, words: str) -> list[str]:
    """Type words into the open search; returns where the results lead, best first."""
    search_field(page).fill(words)
    expect(page.locator(".search__status")).to_have_text(re.compile("resultat"))
    return [str(link.get_attribute("href")) for link in page.locator(".search__hits a").all()]


def test_nothing_before_use(address: str, open_page: OpenPage) -> None:
    """No part of the search is fetched until the reader asks for it."""
    page = open_page()
    seen = watch(page)
    page.goto(address + PAGE, wait_until="networkidle")
    fetched = [url.removeprefix(address) for url in seen.requests]
    assert [] == [name for name in fetched if "search" in name and not name.endswith(".css")]
    press(page, "/")
    look_for(page, "møde")

    assert address + "search/search_index.json" in seen.requests


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_opens_by_key(key: str, page: Page) -> None:
    """The key opens the search with focus in its field, and Escape gives focus back."""
    tab_to(page, ".top__name")
    press(page, key)
    expect(search_field(page)).to_be_focused()
    press(page, "Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    assert is_focused(page, ".top__name")


def test_opens_by_link(page: Page) -> None:
    """The link in the header opens the search on the page, empty each time."""
    for _ in range(2):
        tab_to(page, "a.vv-search")
        press(page, "Enter")
        expect(search_field(page)).to_have_value("")
        expect(page.locator(".search__hits a")).to_have_count(0)
        page.keyboard.type("møde")
        press(page, "Escape")

    assert page.url.endswith(PAGE)


@pytest.mark.parametrize("words", FINDS)
def test_finds(words: str, page: Page, address: str) -> None:
    """Pages, questions of a tree and explained words are found, and stand among the first."""
    press(page, "/")
    found = look_for(page, words)

    assert address + FINDS[words] in found[:AMONG]


def test_keys(page: Page) -> None:
    """Arrows walk through the results and back to the field, and Enter follows the one in focus."""
    press(page, "/")
    found = look_for(page, "samarbejdsmøde")
    press(page, "ArrowDown", "ArrowDown")
    expect(page.locator(".search__hits a").nth(1)).to_be_focused()
    press(page, "ArrowUp", "ArrowUp")
    expect(search_field(page)).to_be_focused()
    press(page, "ArrowDown", "Enter")

    page.wait_for_url(found[0])


def test_enter_in_the_field(page: Page) -> None:
    """Enter while typing follows the best result."""
    press(page, "/")
    found = look_for(page, "samarbejdsmøde")
    press(page, "Enter")

    page.wait_for_url(found[0])


def test_status(page: Page, address: str) -> None:
    """The reader hears how many results there are, and where to look when there are none."""
    press(page, "/")
    status = page.locator(".search__status")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_have_text("Skriv mindst to bogstaver.")
    found = look_for(page, "trivselsvurdering")
    expect(status).to_have_text(f"{len(found)} resultater")
    look_for(page, "qqqqq")
    expect(status).to_contain_text("Ingen resultater")

    assert f"{address}a-aa/" == status.get_by_role("link").evaluate("link => link.href")


def test_no_worker(address: str, open_page: OpenPage) -> None:
    """When the search cannot start, the reader is told where to look instead."""
    page = open_page()
    page.route("**/search/worker.js", lambda route: route.abort())
    page.goto(address + PAGE)
    press(page, "/")
    search_field(page).fill("møde")

    expect(page.locator(".search__status")).to_contain_text("alle sider fra A til Å")
