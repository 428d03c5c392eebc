"""When an answer is ticked, the question that it leads to is laid out unseen, so that it can be shown at once."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, SiteOf
from browser.reader import answer, at, click, is_focused, press, press_button, settle, watch
from browser.trees import ANSWER, SHIPPED, TICK, flow_of, open_tree, values
from vejviser.trees.paths import Step, paths
from vejviser.trees.rules import Flow

pytestmark = pytest.mark.browser

NO = 4
_SHOWN, _NEXT = ".tree-form > fieldset:first-child", ".tree-next"
# The heading has a tabindex while it is in focus.
_QUESTION = """(selector) => {
  const question = document.querySelector(selector);
  const ticked = [...question.elements].filter(({ checked }) => checked);
  return [question.innerHTML.replace(' tabindex="-1"', ""), ticked.map(({ value }) => value)];
}"""
_HEIGHT = "() => document.querySelector('.tree-form').offsetHeight"
# A mark is lost when the question is made anew.
_MARK = "() => { document.querySelector('.tree-next h2').marked = true; }"
_IS_MARKED = "() => document.querySelector('.tree-form h2').marked === true"


@pytest.fixture(name="page")
def _page(site: Site, open_page: OpenPage) -> Page:
    """The main tree at its first question, on a phone."""
    return open_tree(site, "jeg-er-bekymret", open_page, width=360, height=640)


def tick(page: Page, *ticked: str, go_on: bool = False) -> None:
    """Tick an answer, and either go on at once or wait until what it leads to is ready."""
    page.evaluate(ANSWER if go_on else TICK, ticked)
    settle(page)


def test_unseen(page: Page) -> None:
    """It is not on the screen, not read aloud, not reached by keys and takes no room."""
    height = page.evaluate(_HEIGHT)
    page.locator("input[value=nej]").focus()
    tick(page, "nej")

    expect(page.locator(f"{_NEXT} h2")).to_have_count(1)
    expect(page.locator(f"{_NEXT} h2")).to_be_hidden()
    assert height == page.evaluate(_HEIGHT)
    assert 1 == page.locator(".tree-form").aria_snapshot().count("heading")
    press(page, "Tab")
    assert is_focused(page, ".tree-form > button", "Fortsæt")


def test_shown(page: Page) -> None:
    """The very question that was made ready is the one that is shown."""
    tick(page, "nej")
    page.evaluate(_MARK)
    click(page.get_by_role("button", name="Fortsæt"))
    at(page, "hvem")

    assert page.evaluate(_IS_MARKED)
    assert is_focused(page, ".tree-form fieldset", "Hvem er du")
    expect(page.locator(".tree-form h2")).to_be_visible()
    expect(page.locator(_NEXT)).to_have_count(0)


def test_changed_answer(page: Page) -> None:
    """Another answer makes another question ready."""
    answer(page, NO)
    at(page, "hvem")
    ready = []
    for value in ("arbejde", "privat"):
        tick(page, value)
        ready.append(page.locator(f"{_NEXT} h2").text_content())
        expect(page.locator(_NEXT)).to_have_count(1)

    assert 2 == len(set(ready))


def test_outcome(page: Page) -> None:
    """When the answer now leads to an outcome, the outcome is shown, and on the way back the question is as it was."""
    tick(page, "nej")
    tick(page, "fare-nu")
    click(page.get_by_role("button", name="Fortsæt"))
    expect(page.locator(".outcome h2")).to_be_focused()
    press_button(page, "‹ Tilbage", key="Shift+Tab")
    at(page, "fare")

    expect(page.locator(_NEXT)).to_have_count(0)
    expect(page.locator("input:checked")).to_have_value("fare-nu")


def test_at_once(page: Page) -> None:
    """Who goes on before it is ready comes to the same question, and nothing else is made ready behind it."""
    seen = watch(page)
    tick(page, "nej", go_on=True)
    at(page, "hvem")

    assert [] == seen.errors
    assert is_focused(page, ".tree-form fieldset", "Hvem er du")
    expect(page.locator(".tree-form fieldset")).to_have_count(1)


def test_nothing_ticked(page: Page) -> None:
    """A checklist whose ticks are all taken away again leads nowhere yet."""
    for position in (NO, 0, 1):
        answer(page, position)
    at(page, "tegn-0-1")
    seen = watch(page)
    first = page.locator(f"{_SHOWN} input").first
    click(first)
    settle(page)
    click(first)
    settle(page)
    click(page.get_by_role("button", name="Fortsæt"))

    expect(page.locator(".error-summary")).to_be_focused()
    assert [] == seen.errors


def test_start_over(page: Page) -> None:
    """Starting over takes it away with the answers."""
    answer(page, NO)
    at(page, "hvem")
    tick(page, "arbejde")
    expect(page.locator(_NEXT)).to_have_count(1)
    press_button(page, "Start forfra")
    at(page, "fare")
    settle(page)

    expect(page.locator(_NEXT)).to_have_count(0)
    expect(page.locator("input:checked")).to_have_count(0)


@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_longest_path(municipality: str, id_: str, site_of: SiteOf, open_page: OpenPage) -> None:
    """What is made ready is what would be made at once, without an answer and with one from before."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    way = max((path.steps for path in paths(flow) if not path.passed), key=len)
    page = open_tree(site, id_, open_page)
    made = [*questions(page, flow, way, is_ready=False)]
    click(page.get_by_role("button", name="Start forfra"))

    assert made == [*questions(page, flow, way, is_ready=True)]
    assert len(way) == len(made)
    for _ in way:
        click(page.get_by_role("button", name="‹ Tilbage"))
        settle(page)
    # The ready question keeps its answer, and that does not take the answer of the one on the screen away.
    for step, following in pairwise(way):
        given = values(flow, step.question, step.answer)
        page.evaluate(TICK, given)
        page.locator(f"{_SHOWN} input:checked").last.dispatch_event("change")
        settle(page)
        assert set(given) == set(page.evaluate(_QUESTION, _SHOWN)[1])
        assert set(values(flow, following.question, following.answer)) == set(page.evaluate(_QUESTION, _NEXT)[1])
        click(page.get_by_role("button", name="Fortsæt"))


def questions(page: Page, flow: Flow, way: Sequence[Step], *, is_ready: bool) -> Iterator[list[object]]:
    """Answer the questions on a way, and tell of each what it holds as it is shown."""
    ready = None
    for step in way:
        shown = page.evaluate(_QUESTION, _SHOWN)
        assert ready in (None, shown)
        yield shown
        tick(page, *values(flow, step.question, step.answer), go_on=not is_ready)
        if is_ready:
            # All but the last answer lead to a question.
            ready = page.evaluate(_QUESTION, _NEXT) if step != way[-1] else None
            click(page.get_by_role("button", name="Fortsæt"))
