"""A small phone: what matters most is on the first screen, before any scrolling."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenPage
from browser.reader import wait_for_tree
from browser.trees import MAIN
from vejviser.pages.book import Book
from vejviser.records.offer import Offer

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 360, 640
TREE_SCRIPTS = ("tree.js", "tree_rules.js")
# The goal is 5 KiB. Safety takes up 0.8 more: no second tap answers, answers are forgotten out of sight and on the way
# out, and a script that fails or does not know the page leaves the whole tree standing.
MOST_BYTES = 6 * 1024
# What would run text as code, take text for markup, or set a timer.
UNWANTED = re.compile(r"\b(?:eval|Function|setTimeout|setInterval|innerHTML|outerHTML|insertAdjacentHTML|write)\b")
# The one timer forgets the answers of who has gone away.
FORGETTING = {"tree.js": ["setTimeout"]}
_LOADED = "() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1).split('?')[0])"
GRAVEST = ("akut-hjaelp", "underretning-overgreb")


@pytest.fixture(name="page")
def _page(open_page: OpenPage) -> Page:
    return open_page(width=WIDTH, height=HEIGHT)


def is_on_first_screen(part: Locator) -> bool:
    """Whether all of it is seen without scrolling."""
    box = part.bounding_box()
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= HEIGHT and box["x"] + box["width"] <= WIDTH


def test_front_page(page: Page, address: str) -> None:
    """The acute number is there at once."""
    page.goto(address)

    assert is_on_first_screen(page.locator('main a[href^="tel:"]').first)


@pytest.mark.parametrize("id_", MAIN)
def test_tree(id_: str, page: Page, address: str) -> None:
    """The acute number and the first question are there at once, and the number stays at every step."""
    page.goto(f"{address}beslutningstrae/{id_}/")
    wait_for_tree(page)
    number = page.locator('.acute--line a[href^="tel:"]').first
    assert is_on_first_screen(number)
    assert is_on_first_screen(page.locator(".tree-form h2"))
    page.locator(".choice input").last.check()
    page.get_by_role("button", name="Fortsæt").click()

    expect(number).to_be_in_viewport()


def test_meetings(page: Page, address: str, book: Book) -> None:
    """Who calls the meeting is there at once on the page of every meeting that someone calls."""
    meetings = [book.meeting(entry.id) for entry in book.of_kind("meeting_type")]
    called = {meeting.id: meeting.calls.who[0] for meeting in meetings if meeting.calls}
    assert len(called) > 5
    too_low = []
    for id_, who in called.items():
        page.goto(f"{address}moeder/{id_}/")
        answer = page.locator("main .facts dt").get_by_text("Hvem indkalder").locator("xpath=following-sibling::dd[1]")
        expect(answer).to_contain_text(book.get(who).record.title)
        if not is_on_first_screen(answer):
            too_low.append((id_, answer.bounding_box()))

    assert [] == too_low


def test_offers(page: Page, address: str, book: Book) -> None:
    """The number of an offer that has one is there at once."""
    offers = [entry for entry in book.of_kind("offer") if isinstance(entry.record, Offer)]
    known = [
        entry.id
        for entry in offers
        if entry.record.contact and any(phone.number for phone in entry.record.contact.phones)
    ]
    assert known
    for id_ in known:
        page.goto(f"{address}tilbud/{id_}/")

        assert is_on_first_screen(page.locator('main a[href^="tel:"]').first), id_


def test_name_of_the_accessibility_page(page: Page, address: str) -> None:
    """Only a link to the statement that the law demands is named so; the municipality has none yet."""
    page.goto(address)

    expect(page.locator("footer a", has_text="Tilgængelighed")).to_have_text("Tilgængelighed")


@pytest.mark.parametrize("id_", GRAVEST)
def test_gravest(id_: str, page: Page, address: str) -> None:
    """A number to call is there at once."""
    page.goto(f"{address}underretning/{id_}/")

    assert is_on_first_screen(page.locator('main a[href^="tel:"]').first)


def test_weight(site_folder: Path) -> None:
    """All scripts of a tree are small enough for a phone on a bad line, and no other script is named after trees."""
    scripts = {path.name: path.read_bytes() for path in (site_folder / "assets").glob("tree*.js")}

    assert set(TREE_SCRIPTS) == set(scripts)
    assert sum(len(gzip.compress(script)) for script in scripts.values()) <= MOST_BYTES


@pytest.mark.parametrize("name", TREE_SCRIPTS)
def test_plain_scripts(name: str, site_folder: Path) -> None:
    """They run no text as code, take no text for markup, set no timer but one, and import only each other."""
    script = (site_folder / "assets" / name).read_text(encoding="utf-8")

    assert FORGETTING.get(name, []) == UNWANTED.findall(script)
    assert {f"./{other}" for other in TREE_SCRIPTS} >= set(re.findall(r'(?:from|import)\s*\(?"([^"?]+)', script))


def test_loaded_with_trees_only(page: Page, urls: list[str], address: str) -> None:
    """A page asks for the scripts of a tree only when it has one."""
    for uri in ("", "akut/", "moeder/samarbejdsmoede/", "tegn/", "beslutningstrae/jeg-er-bekymret/opbygning/"):
        assert address + uri in urls
        page.goto(address + uri, wait_until="networkidle")
        assert not set(TREE_SCRIPTS) & set(page.evaluate(_LOADED)), uri
    page.goto(f"{address}beslutningstrae/jeg-er-bekymret/", wait_until="networkidle")

    assert set(TREE_SCRIPTS) <= set(page.evaluate(_LOADED))
