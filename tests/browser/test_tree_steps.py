"""One question at a time: going back, changing an answer, starting over, missing answers and checklists."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.reader import answer, at, go_back, is_focused, press, press_button, settle, tab_to, tick, wait_for_tree

pytestmark = pytest.mark.browser

# Positions of answers: no danger, the first one, and the youngest age after "not born yet".
NO, FIRST, YOUNGEST = 4, 0, 1
LIST = "tegn-0-1"


@pytest.fixture(name="page")
def _page(address: str, open_page: OpenPage) -> Page:
    """The main tree on a phone, at its first question."""
    page = open_page(f"{address}beslutningstrae/jeg-er-bekymret/", width=360, height=640)
    wait_for_tree(page)
    return page


def to_underret(page: Page) -> None:
    """Answer that the child may need special support and that it is safe: the outcome that one can go on from."""
    to_checklist(page)
    tick(page, [page.locator(".choice input").count() - 1])
    for position in (FIRST, FIRST):
        answer(page, position)
    at(page, "underret")


def to_checklist(page: Page) -> None:
    """Answer no, from work, and the youngest age: the first list of signs of a child."""
    for position in (NO, FIRST, YOUNGEST):
        answer(page, position)
    at(page, LIST)


class TestBack:
    """Going back never loses an answer and never leaves the page by surprise."""

    def test_own_button(self, page: Page) -> None:
        """The button leads to the question before, with its answer; the first question has none."""
        expect(page.get_by_role("button", name="Tilbage")).to_be_hidden()
        answer(page, NO)
        press_button(page, "‹ Tilbage", key="Shift+Tab")
        at(page, "fare")

        expect(page.locator("input:checked")).to_have_value("nej")

    def test_at_once(self, page: Page) -> None:
        """Going back before the browser knows of the step stays on the page."""
        page.evaluate("""() => {
            document.querySelectorAll(".tree input")[4].click();
            document.querySelector(".tree form > button").click();
            document.querySelector(".tree-bar button").click();
        }""")
        settle(page)
        settle(page)

        at(page, "fare")
        expect(page.locator("input:checked")).to_have_value("nej")

    def test_browser_buttons(self, page: Page) -> None:
        """Back and forward of the browser walk through the steps without changing the address."""
        url = page.url
        to_underret(page)
        for step in ("foraeldre-ved", "saerlig-stoette", LIST, "alder", "hvem", "fare"):
            go_back(page)
            at(page, step)
            expect(page.locator("input:checked")).to_have_count(1)
        for step in ("hvem", "alder", LIST, "saerlig-stoette", "foraeldre-ved", "underret"):
            page.go_forward()
            at(page, step)

        assert url == page.url

    def test_start_over(self, page: Page) -> None:
        """After starting over no step back shows an old answer: someone else may be at the screen."""
        to_underret(page)
        press_button(page, "Start forfra")
        expect(page.get_by_role("status")).to_have_text("Svarene er ryddet.")
        for _ in range(5):
            at(page, "fare")
            expect(page.locator("input:checked, .tree-answer, .tree-passed")).to_have_count(0)
            go_back(page)

    def test_reload(self, page: Page) -> None:
        """Loading the page again starts afresh, and so does going back after it."""
        answer(page, NO)
        settle(page)
        page.reload()
        wait_for_tree(page)
        at(page, "fare")
        expect(page.locator("input:checked, .tree-answer")).to_have_count(0)
        go_back(page)

        at(page, "fare")
        expect(page.locator("input:checked, .tree-answer")).to_have_count(0)


class TestChange:
    """An answer can be changed, and what still holds is kept."""

    def test_later_answers_stay(self, page: Page) -> None:
        """Changing an answer to itself or back leads to where the path ended, without asking again."""
        to_underret(page)
        press_button(page, "Ret svaret på: Er der fare")
        at(page, "fare")
        expect(page.locator("input:checked")).to_have_value("nej")
        tab_to(page, "input[type=radio]")
        press(page, "Enter")

        at(page, "underret")

    def test_answers_off_the_path_go(self, page: Page) -> None:
        """An answer that leads elsewhere takes the answers that no longer count out of the list."""
        to_underret(page)
        press_button(page, "Ret svaret på: Er der fare")
        tab_to(page, "input[type=radio]")
        press(page, "ArrowUp", "Enter")

        at(page, "overgreb")
        expect(page.locator(".tree-answer")).to_have_count(1)

    def test_going_on_after_an_outcome(self, page: Page) -> None:
        """Who goes on after an outcome is reminded of it at every later step, and can see it again."""
        to_underret(page)
        press_button(page, "Find også det rette møde")
        at(page, "aktiv-sag")
        expect(page.locator(".tree-passed")).to_contain_text("Husk: Du er også kommet til: Underret")
        answer(page, 1)
        at(page, "position")
        answer(page, FIRST)
        at(page, "almen")
        expect(page.locator(".tree-passed")).to_be_visible()
        press_button(page, "Underret", key="Shift+Tab")

        at(page, "underret")


class TestChecklist:
    """Any number of ticks, or none of them, and the two exclude each other."""

    @pytest.fixture(autouse=True)
    def _list(self, page: Page) -> None:
        to_checklist(page)

    def test_nothing_is_ticked(self, page: Page) -> None:
        """Nothing is chosen for the reader, and "none" stands last, after "or"."""
        expect(page.locator("input:checked")).to_have_count(0)
        expect(page.locator(".tree-form .choice").last).to_contain_text("Nej, ingen af disse tegn")
        expect(page.locator(".tree-or + .choice")).to_have_count(1)

    def test_none_excludes_the_rest(self, page: Page) -> None:
        """A tick takes "none" away, and "none" takes the ticks away."""
        ticks, none = page.locator("input:not([value=''])"), page.locator("input[value='']")
        tab_to(page, "input[type=checkbox]")
        press(page, "Space", "Tab", "Space")
        expect(page.locator("input:checked")).to_have_count(2)
        none.focus()
        press(page, "Space")
        expect(none).to_be_checked()
        expect(page.locator("input:checked")).to_have_count(1)
        ticks.nth(3).focus()
        press(page, "Space")
        expect(ticks.nth(3)).to_be_checked()

        expect(page.locator("input:checked")).to_have_count(1)

    def test_ticks_are_kept(self, page: Page) -> None:
        """Ticks stand as they were after going back and when they are changed, and so does what comes after them."""
        tick(page, [10, 12])
        answer(page, FIRST)
        answer(page, FIRST)
        at(page, "underret")
        go_back(page)
        go_back(page)
        at(page, "saerlig-stoette")
        press_button(page, "Ret svaret på: Hvilke tegn ser du")
        at(page, LIST)
        expect(page.locator("input:checked")).to_have_count(2)
        tick(page, [8])

        at(page, "underret")
        expect(page.locator(".tree-answer dd").filter(has_text="tæller som »Tværfagligt møde«")).to_have_count(1)
        press_button(page, "Ret svaret på: Hvilke tegn ser du")
        expect(page.locator("input:checked")).to_have_count(3)

    def test_none_is_kept(self, page: Page) -> None:
        """No tick at all is an answer that is kept too."""
        none = page.locator(".choice input").count() - 1
        tick(page, [none])
        at(page, "saerlig-stoette")
        expect(page.locator(".tree-answer dd").filter(has_text="Nej, ingen af disse tegn")).to_have_count(1)
        go_back(page)
        at(page, LIST)

        expect(page.locator("input:checked")).to_have_value("")

    def test_why_a_rule_was_followed(self, page: Page) -> None:
        """The outcome says what the ticks count as and which rule led there."""
        tick(page, [0])
        at(page, "akut-foraelder")

        expect(page.locator(".tree-after .tree-answer").last).to_contain_text("Krydserne tæller som »Akut«.")
        expect(page.locator(".tree-after .tree-answer").last).to_contain_text("hvis du satte kryds ved")

    def test_missing_answer(self, page: Page) -> None:
        """Who ticks nothing is told how to say that nothing fits."""
        press_button(page, "Fortsæt")

        assert page.title().startswith("Fejl: ")
        assert is_focused(page, ".error-summary")
        words = "Sæt kryds ved det, der passer, eller ved »Nej, ingen af disse tegn«."
        expect(page.locator(".error-summary a")).to_have_text(words)
        expect(page.locator("fieldset")).to_have_accessible_description(re.compile(f"^{re.escape(words)} Ét tegn"))
        press(page, "Tab", "Enter")
        assert is_focused(page, "input[type=checkbox]")
        press(page, "Space", "Enter")
        at(page, "akut-foraelder")


def test_missing_answer(page: Page) -> None:
    """Going on without an answer says so in the title, on top in focus, and by the answers."""
    press_button(page, "Fortsæt")

    assert page.title().startswith("Fejl: ")
    assert is_focused(page, ".error-summary")
    expect(page.locator("fieldset")).to_have_accessible_description(re.compile("^Vælg det svar"))
    press(page, "Tab", "Enter")
    assert is_focused(page, "input[type=radio]")
    press(page, "Space", *["ArrowDown"] * NO, "Enter")
    at(page, "hvem")
    expect(page).not_to_have_title(re.compile("^Fejl: "))
