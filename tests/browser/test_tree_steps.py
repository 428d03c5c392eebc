"""One question at a time: going back, changing an answer, starting over and missing answers."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.reader import answer, at, is_focused, press, press_button, tab_to, wait_for_tree

pytestmark = pytest.mark.browser

NO, FIRST = 1, 0


@pytest.fixture(name="page")
def _page(address: str, open_page: OpenPage) -> Page:
    """The main tree on a phone, at its first question."""
    page = open_page(f"{address}beslutningstrae/jeg-er-bekymret/", width=360, height=640)
    wait_for_tree(page)
    return page


def to_underret(page: Page) -> None:
    """Answer no, no, yes: the outcome that the reader can go on from."""
    for position in (NO, NO, FIRST):
        answer(page, position)
    at(page, "underret")


class TestBack:
    """Going back never loses an answer and never leaves the page by surprise."""

    def test_own_button(self, page: Page) -> None:
        """The button leads to the question before, with its answer; the first question has none."""
        expect(page.get_by_role("button", name="Tilbage")).to_be_hidden()
        answer(page, NO)
        press_button(page, "‹ Tilbage", key="Shift+Tab")
        at(page, "fare")

        expect(page.locator("input:checked")).to_have_value("nej")

    def test_browser_buttons(self, page: Page) -> None:
        """Back and forward of the browser walk through the steps without changing the address."""
        url = page.url
        to_underret(page)
        for step in ("saerlig-stoette", "vold", "fare"):
            page.go_back()
            at(page, step)
            expect(page.locator("input:checked")).to_have_count(1)
        for step in ("vold", "saerlig-stoette", "underret"):
            page.go_forward()
            at(page, step)

        assert url == page.url

    def test_start_over(self, page: Page) -> None:
        """After starting over no step back shows an old answer: someone else may be at the screen."""
        to_underret(page)
        press_button(page, "Start forfra")
        expect(page.get_by_role("status")).to_have_text("Svarene er ryddet.")
        for _ in range(4):
            at(page, "fare")
            expect(page.locator("input:checked, .tree-answer, .tree-passed")).to_have_count(0)
            page.go_back()

    def test_reload(self, page: Page) -> None:
        """Loading the page again starts afresh, and so does going back after it."""
        answer(page, NO)
        page.reload()
        wait_for_tree(page)
        at(page, "fare")
        expect(page.locator("input:checked, .tree-answer")).to_have_count(0)
        page.go_back()

        at(page, "fare")
        expect(page.locator("input:checked, .tree-answer")).to_have_count(0)


class TestChange:
    """An answer can be changed, and what still holds is kept."""

    def test_later_answers_stay(self, page: Page) -> None:
        """Changing an answer to itself or back leads to where the path ended, without asking again."""
        to_underret(page)
        press_button(page, "Ret svaret på: Er barnet i fare")
        at(page, "fare")
        expect(page.locator("input:checked")).to_have_value("nej")
        tab_to(page, "input[type=radio]")
        press(page, "Enter")

        at(page, "underret")

    def test_answers_off_the_path_go(self, page: Page) -> None:
        """An answer that leads elsewhere takes the answers that no longer count out of the list."""
        to_underret(page)
        press_button(page, "Ret svaret på: Ved eller tror du")
        tab_to(page, "input[type=radio]")
        press(page, "ArrowUp", "Enter")

        at(page, "overgreb")
        expect(page.locator(".tree-answer")).to_have_count(2)

    def test_going_on_after_an_outcome(self, page: Page) -> None:
        """Who goes on after an outcome is reminded of it at every later step, and can see it again."""
        to_underret(page)
        press_button(page, "Find også det rette møde")
        at(page, "aktiv-sag")
        for position in (NO, FIRST):
            expect(page.locator(".tree-passed")).to_contain_text("Husk: Du er også kommet til: Underret")
            answer(page, position)
        at(page, "almen")
        expect(page.locator(".tree-passed")).to_be_visible()
        press_button(page, "Underret", key="Shift+Tab")

        at(page, "underret")


def test_missing_answer(page: Page) -> None:
    """Going on without an answer says so in the title, on top in focus, and by the answers."""
    press_button(page, "Fortsæt")

    assert page.title().startswith("Fejl: ")
    assert is_focused(page, ".error-summary")
    expect(page.locator("fieldset")).to_have_accessible_description(re.compile("Vælg det svar"))
    press(page, "Tab", "Enter")
    assert is_focused(page, "input[type=radio]")
    press(page, "Space", "ArrowDown", "Enter")
    at(page, "vold")
    assert not page.title().startswith("Fejl: ")
