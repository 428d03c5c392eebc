"""The way out: where it is, what it leaves, and that it works however it is pressed."""

import pytest
from playwright.sync_api import Page, Route, expect

from browser.axe import NARROWEST, PHONE, WIDE, look, violations
from browser.conftest import OpenPage, Site
from browser.reader import answer, at, press, settle, tab_to, tick, wait_for_tree

pytestmark = pytest.mark.browser

TREE = "beslutningstrae/jeg-er-bekymret/"
THERE = (
    TREE,
    "akut/",
    "underretning/",
    "underretning/underretning/",
    "roller/barn/",
    "roller/foraeldre/",
    "roller/netvaerk/",
)
NOT_THERE = ("", "moeder/", "roller/laerer/", "tilbud/", "tegn/")
SIZES = (WIDE, PHONE, NARROWEST, (320, 256))
# Whether the link is whole on the screen with nothing over it, and what of the text lies under the bar.
_PLACE = """() => {
  const box = document.querySelector(".exit a").getBoundingClientRect();
  const at = (x, y) => document.elementFromPoint(x, y)?.closest(".exit a") !== null;
  const corners = [[box.left + 4, box.top + 4], [box.right - 4, box.bottom - 4]];
  return {
    seen: corners.every(([x, y]) => at(x, y)) && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
    tall: box.height >= 40,
    place: [box.left, box.top],
    words: document.querySelector(".exit p").scrollWidth <= document.querySelector(".exit p").clientWidth,
  };
}"""
_COVERED = """() => {
  const bar = document.querySelector(".exit").getBoundingClientRect();
  const next = document.querySelector(".top").getBoundingClientRect();
  return scrollY === 0 && next.top < bar.bottom - 1;
}"""


@pytest.fixture(name="website")
def _website(site: Site) -> str:
    """The municipality's own website, which is not asked in a test."""
    return site.book.municipality.website


@pytest.fixture(name="page")
def _page(open_page: OpenPage, website: str) -> Page:
    """A phone; the municipality's website stands ready."""
    page = open_page(width=PHONE[0], height=PHONE[1])

    def answer_for(route: Route) -> None:
        route.fulfill(body="<!doctype html><title>Kommunen</title><p>Kommunen", content_type="text/html")

    page.context.route(f"{website.rstrip('/')}/**", answer_for)
    return page


def has_left(page: Page, website: str) -> None:
    """The website stands there instead."""
    page.wait_for_url(f"{website.rstrip('/')}/**")
    expect(page).to_have_title("Kommunen")


@pytest.mark.parametrize("uri", THERE)
def test_where(uri: str, page: Page, address: str, website: str) -> None:
    """It is whole on the screen in one place, wherever the page is scrolled to, covers nothing, and breaks no rule."""
    page.goto(address + uri)
    for size in SIZES:
        look(page, size, "light")
        places = []
        for top in (0, 300, 100_000):
            page.evaluate("(top) => scrollTo(0, top)", top)
            found = page.evaluate(_PLACE)
            assert found["seen"], (size, top, found)
            assert found["tall"], (size, top, found)
            assert not page.evaluate(_COVERED), size
            places.append(found["place"])
        assert places[0] == places[1] == places[2]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), size
    link = page.get_by_role("link", name="Forlad siden")

    assert website == link.get_attribute("href")
    expect(link).to_have_accessible_description(
        "Viser kommunens hjemmeside" + (" og sletter dine svar." if uri == TREE else ".")
    )
    assert [] == violations(page)
    page.emulate_media(media="print")
    expect(page.locator(".exit")).to_be_hidden()


@pytest.mark.parametrize("uri", NOT_THERE)
def test_nowhere_else(uri: str, page: Page, address: str) -> None:
    """Other pages neither have it nor listen for Shift."""
    page.goto(address + uri)
    press(page, "Shift", "Shift", "Shift")

    expect(page.locator(".exit")).to_have_count(0)
    assert address + uri == page.url


def to_an_outcome(page: Page, address: str) -> None:
    """From the front page into the tree, and some answers on."""
    page.goto(address)
    page.goto(address + TREE)
    wait_for_tree(page)
    for position, step in ((4, "hvem"), (0, "alder"), (1, "tegn-0-1")):
        answer(page, position)
        at(page, step)
    tick(page, [page.locator(".choice input").count() - 1])
    at(page, "saerlig-stoette")
    settle(page)


@pytest.mark.parametrize("way", ["press", "keys", "shift"])
def test_leaves(way: str, page: Page, address: str, website: str) -> None:
    """One press, or Shift three times, shows the website; Back finds no answer, and Forward nothing of the tree."""
    to_an_outcome(page, address)
    before = page.evaluate("history.length")
    if way == "press":
        page.locator(".exit a").click()
    elif way == "keys":
        page.locator(".skip").focus()
        tab_to(page, ".exit a", most=1)
        press(page, "Enter")
    else:
        press(page, "Shift", "Shift", "Shift")
    has_left(page, website)

    assert before == page.evaluate("history.length")
    for _ in range(3):
        page.go_back()
        wait_for_tree(page)
        at(page, "fare")
        expect(page.locator("input:checked, .tree-answer, .outcome:visible")).to_have_count(0)


def test_at_once(page: Page, address: str, website: str) -> None:
    """A press right after a step is never held back."""
    to_an_outcome(page, address)
    answer(page, 1)
    page.locator(".exit a").click()

    has_left(page, website)


def test_nothing_to_see(page: Page, address: str, website: str) -> None:
    """Until the website is there, neither the page nor its title tells where the reader was."""
    to_an_outcome(page, address)
    words, title = page.evaluate("""() => {
      document.querySelector(".exit a").click();
      return [document.body.innerText, document.title];
    }""")

    assert ("", website.split("/")[2]) == (words, title)
    has_left(page, website)


def test_other_keys(page: Page, address: str) -> None:
    """Shift for capital letters, to go backwards, with the mouse, held down or only twice does not leave."""
    to_an_outcome(page, address)
    press(page, "Shift", "Shift", "a", "Shift", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift")
    for _ in range(4):
        page.keyboard.down("Shift")
        page.mouse.click(PHONE[0] / 2, PHONE[1] - 4)
        page.keyboard.up("Shift")
    for _ in range(5):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")
    settle(page)

    at(page, "saerlig-stoette")


def test_slowly(page: Page, address: str, website: str) -> None:
    """Three presses that lie far apart are not meant; three close ones after them are."""
    page.goto(f"{address}akut/")
    press(page, "Shift", "Shift")
    page.wait_for_timeout(5100)
    press(page, "Shift")
    expect(page.locator(".exit")).to_be_visible()
    press(page, "Shift", "Shift")

    has_left(page, website)


def test_without_scripts(site: Site, open_page: OpenPage, website: str) -> None:
    """It is a plain link, said and seen."""
    page = open_page(f"{site.address}{TREE}", java_script_enabled=False)
    page.context.route(
        f"{website.rstrip('/')}/**",
        lambda route: route.fulfill(body="<title>Kommunen</title>", content_type="text/html"),
    )
    page.get_by_role("link", name="Forlad siden").click()

    has_left(page, website)
