"""Danger in the search: what is heard and what is not, and how the dialog shows it on a phone and a wide screen."""

import re
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from browser.axe import violations
from browser.conftest import OpenPage
from browser.reader import NOTHING_STORED, press, search_field, stored, watch
from projects import ROOT

pytestmark = pytest.mark.browser

PLANTED: dict[str, list[str]] = yaml.safe_load((ROOT / "tests/search/danger/planted.yml").read_text(encoding="utf-8"))
DANGER = yaml.safe_load((ROOT / "content/faelles/thesaurus/fare.yml").read_text(encoding="utf-8"))["danger"]
LISTED: list[str] = [word for theme in DANGER for word in theme["words"]]
SCREENS = [(360, 330), (360, 740), (1280, 900)]
# What is asked of a server, other than which version of a file.
_ASKED = re.compile(r"\?(?![0-9a-f]{10}$)")
BOX, ROW, UNSURE = "far slår mig", "kniv", "hvordan får jeg fat i den gule løbehjulsmand"


@pytest.fixture(name="page")
def _page(address: str, open_page: OpenPage) -> Page:
    return open_page(f"{address}moeder/teammoede/", width=360, height=740)


def look_for(page: Page, words: str) -> None:
    """Type words into the open search and wait for the results."""
    search_field(page).fill(words)
    expect(page.locator(".search__status")).to_have_text(re.compile("resultat|begynde"))


def hear(page: Page, queries: list[str]) -> dict[str, Any]:
    """How sure the engine of the page is of danger, by query."""
    press(page, "Control+k")
    look_for(page, "møde")
    heard = page.evaluate("(queries) => Promise.all(queries.map((query) => __danger(query)))", queries)
    return dict(zip(queries, heard, strict=True))


class TestHeard:
    """By the lists of words and the model, on the whole site."""

    @pytest.mark.parametrize("kind", ["grave", "folded", "implied"])
    def test_planted(self, kind: str, page: Page) -> None:
        """What people say of danger gives the box, in other spellings too."""
        assert [] == [query for query, level in hear(page, PLANTED[kind]).items() if level != "box"]

    def test_listed(self, page: Page) -> None:
        """Everything on the list gives the box by itself and in a sentence, whatever the model thinks of it."""
        listed = [word.replace("BARN", "barnet").replace("VOKSEN", "far") for word in LISTED]
        said = [*listed, *(f"jeg tror {words} i dag" for words in listed)]

        assert len(said) > 1000
        assert [] == [query for query, level in hear(page, said).items() if level != "box"]

    def test_harmless(self, page: Page) -> None:
        """Everyday words do not, though they look alike."""
        assert [] == [query for query, level in hear(page, PLANTED["harmless"]).items() if level == "box"]


class TestShown:
    """What the reader sees, and hears first."""

    @pytest.mark.parametrize(("width", "height"), SCREENS)
    def test_numbers_always(self, width: int, height: int, address: str, open_page: OpenPage) -> None:
        """The numbers and the way to all of them stand in the dialog before anything is typed, and stay."""
        page = open_page(address, width=width, height=height)
        press(page, "Control+k")
        dialog = page.get_by_role("dialog")
        for words in ("", "møde", BOX):
            search_field(page).fill(words)
            for number in ("112", "114"):
                expect(dialog.locator(".search__now").get_by_role("link", name=number)).to_be_in_viewport()
        press(page, *["ArrowUp"] * 3)
        expect(dialog.locator(".search__now").get_by_role("link", name="Alle numre")).to_be_in_viewport()
        expect(dialog.locator(".search__now").get_by_role("link", name="112")).to_have_attribute("href", "tel:112")

    @pytest.mark.parametrize(("width", "height"), SCREENS)
    @pytest.mark.parametrize("words", [BOX, ROW, UNSURE, "mit barn vil ikke i skole"])
    def test_a_result_is_seen(self, words: str, width: int, height: int, address: str, open_page: OpenPage) -> None:
        """With a keyboard up there is still room for the help and for the best result."""
        page = open_page(address, width=width, height=height)
        press(page, "Control+k")
        look_for(page, words)
        expect(page.get_by_role("option").first).to_be_in_viewport()

        assert [] == violations(page)

    def test_box(self, page: Page) -> None:
        """The help that fits the theme stands first, then the numbers; a screen reader hears of it before the count."""
        press(page, "Control+k")
        look_for(page, BOX)
        box = page.locator(".search__acute")
        expect(box.get_by_role("link").first).to_have_text("Underretning ved vold eller overgreb")
        expect(box).to_contain_text("Vold: Er et barn i fare nu?")
        expect(box.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")
        look_for(page, "hun har skrevet et afskedsbrev")
        expect(box.get_by_role("link").first).to_have_text("Selvskade og selvmordstanker")

        expect(page.get_by_role("status")).to_have_text(re.compile("^Er et barn i fare nu\\? Ring 112\\..*resultat"))

    def test_row(self, page: Page) -> None:
        """Where it is less sure one quiet line asks, without the box."""
        press(page, "Control+k")
        look_for(page, ROW)
        expect(page.locator(".search__row")).to_contain_text("Kan et barn være i fare?")
        expect(page.locator(".search__row").get_by_role("link")).to_have_text("Akut hjælp")

        expect(page.locator(".search__acute")).to_have_count(0)

    def test_unsure(self, page: Page) -> None:
        """Of what is hardly found it says so, gives the numbers, the tree, then the results."""
        press(page, "Control+k")
        look_for(page, UNSURE)
        aside = page.locator(".search__aside")
        expect(aside).to_contain_text(re.compile("Vi er ikke sikre på.*112.*114.*Jeg er bekymret for et barn"))
        look_for(page, "teammøde")

        expect(aside).to_be_empty()


class TestReader:
    """Phone and history."""

    def test_enter_on_touch(self, address: str, open_page: OpenPage) -> None:
        """The keyboard's search key takes the keyboard away and opens nothing unseen."""
        page = open_page(address, width=360, height=330, has_touch=True, is_mobile=True)
        page.locator(".vv-search").tap()
        look_for(page, "samarbejdsmøde")
        press(page, "Enter")
        expect(search_field(page)).not_to_be_focused()

        assert page.url == address
        expect(page.get_by_role("option").first).to_be_in_viewport()

    def test_back(self, page: Page, address: str) -> None:
        """Going back from a result shows the words and the list again; no address and no store has held them."""
        seen = watch(page)
        press(page, "Control+k")
        look_for(page, "samarbejdsmøde")
        press(page, "Enter")
        page.wait_for_url("**/moeder/samarbejdsmoede/")
        page.go_back()
        expect(search_field(page)).to_have_value("samarbejdsmøde")
        expect(page.get_by_role("option").first).to_be_visible()
        press(page, "Escape")
        page.reload()
        expect(page.get_by_role("dialog")).to_have_count(0)

        assert [] == [url for url in (*seen.requests, page.url) if "samarbejdsmøde" in url or _ASKED.search(url)]
        assert NOTHING_STORED == stored(page)
        assert address in page.url

    def test_danger_is_not_remembered(self, page: Page) -> None:
        """Whoever has sought help leaves no trace of it in the entry that Back goes to."""
        press(page, "Control+k")
        look_for(page, BOX)
        press(page, "Enter")
        page.wait_for_url("**/underretning/**")
        page.go_back()
        expect(page.get_by_role("dialog")).to_have_count(0)

        assert "search" not in page.evaluate("Object.keys(history.state ?? {})")

    def test_long_text(self, page: Page) -> None:
        """A text of a hundred thousand letters is cut, and does not hold up the page."""
        press(page, "Control+k")
        look_for(page, "møde")
        took = page.evaluate(
            """async () => {
                const start = performance.now();
                await __search("bekymret for barnet ".repeat(5000));
                return performance.now() - start;
            }"""
        )

        assert took < 1000
