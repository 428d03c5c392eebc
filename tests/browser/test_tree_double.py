"""A second tap never answers: real double clicks, double taps and a held key, at every edge of every tree."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path as File
from time import sleep
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, SiteOf
from browser.firefox import firefox, installed
from browser.reader import SETTLE, answer, at, go_back, settle, tab_to
from browser.trees import (
    ANSWER,
    RESTART,
    SHIPPED,
    TICK,
    WIDTHS,
    first_steps,
    flow_of,
    open_tree,
    places,
    taken,
    values,
    walk_to_checklist,
)
from vejviser.trees.paths import Path
from vejviser.trees.rules import Flow

pytestmark = pytest.mark.browser

Run = Callable[..., Any]

MAIN_TREE = "jeg-er-bekymret"
# Presses are held in real time, so all of it takes twenty minutes: one tree is tried in `make test`.
EVERY = [
    pytest.param(*place, width, marks=[] if (place, width) == (SHIPPED[1], WIDTHS[1]) else pytest.mark.slow)
    for place in SHIPPED
    for width in WIDTHS
]
# Longer than presses are held after a step, in milliseconds.
HELD = 550
_BUTTON = ".tree-form > .button"
_BUTTON_PLACE = """() => {
  const button = document.querySelector(".tree-form > .button");
  button.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = button.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""
# What lies at a place, and where the numbers of the line stand.
_UNDER = """([x, y]) => document.elementFromPoint(x, y)?.closest("a, button, .choice")?.className ?? null"""
_LINE = """() => [...document.querySelectorAll(".acute--line a")]
  .flatMap((link) => { const { x, y } = link.getBoundingClientRect(); return [Math.round(x), Math.round(y)]; })"""
# Presses that nothing has stopped, with what they would open, start or tick; the first one is the reader's own.
_NOTE = """() => {
  window.pressed = [];
  addEventListener("click", ({ defaultPrevented, target, detail }) => {
    const part = target.closest("a, button, .choice");
    // The button and a held press are stopped by the tree itself; what comes here was not.
    if (detail && part) window.pressed.push(part.outerHTML.slice(0, 80) + (defaultPrevented ? " (stopped)" : ""));
  });
}"""
_STATE = """() => ({
  step: document.querySelector(".tree").dataset.step,
  ticked: [...document.querySelectorAll(".tree-form input:checked")].map(({ value }) => value),
  faults: document.querySelectorAll(".error-summary").length,
  whole: !document.body.matches(".tree--steps"),
  pressed: window.pressed.splice(0).length,
})"""


def come_to(run: Run, flow: Flow, path: Path, number: int) -> tuple[list[str], str]:
    """Come to a step from the start, and tick its answer; gives what is ticked and the place that it leads to."""
    run(RESTART)
    way = [*pairwise(places(flow, path))]
    for (here, given), (following, _) in way:
        if given is not None and here == path.steps[number].question:
            ticked = values(flow, here, given)
            run(TICK, ticked)
            # On a busy machine the step before is seen late, and presses are held from then on.
            run(SETTLE)
            return ticked, following
        if given is None:
            run("() => document.querySelector('.tree-after > .tree-actions > .button').click()")
        else:
            run(ANSWER, values(flow, here, given))
    raise AssertionError(f"{path} has no step {number}")


def press_twice(page: Page, width: int) -> tuple[float, float]:
    """Press the button twice where it stands: a double click, two taps, or two clicks; gives the place."""
    button = page.locator(_BUTTON)
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    if width == WIDTHS[0]:
        page.mouse.dblclick(x, y)
    elif width == WIDTHS[1]:
        page.touchscreen.tap(x, y)
        page.touchscreen.tap(x, y)
    else:
        page.mouse.click(x, y)
        settle(page)
        page.mouse.click(x, y)
    return x, y


@pytest.mark.parametrize(("municipality", "id_", "width"), EVERY)
def test_every_edge(municipality: str, id_: str, width: int, site_of: SiteOf, open_page: OpenPage) -> None:
    """The second press does nothing whatever lies under it, and the numbers have one place from step to step."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    page = open_tree(site, id_, open_page, width=width, height=740, has_touch=True)
    page.evaluate(_NOTE)
    faults, under, lines = [], [], set()
    for path, number in taken(flow, width):
        ticked, following = come_to(page.evaluate, flow, path, number)
        page.wait_for_timeout(HELD)
        x, y = press_twice(page, width)
        under.append(page.evaluate(_UNDER, [x, y]))
        at(page, following)
        settle(page)
        state = page.evaluate(_STATE)
        lines.add(tuple(page.evaluate(_LINE)))
        wanted = {"step": following, "ticked": [], "faults": 0, "whole": False, "pressed": 1}
        if wanted != state:
            faults.append((path.steps[number].question, ticked, state))

    assert [] == faults
    assert 1 == len(lines)
    # Nothing would be shown if nothing had lain there, as in a tree whose answers are all short.
    assert id_ != MAIN_TREE or any(part == "choice" for part in under)


@pytest.mark.slow
@pytest.mark.skipif(not installed(), reason="no Firefox on this machine")
@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_firefox(municipality: str, id_: str, site_of: SiteOf, tmp_path: File) -> None:
    """So it is with real double clicks in Firefox."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    faults = []
    with firefox(tmp_path) as window:
        window.open(f"{site.address}beslutningstrae/{id_}/")
        window.run(_NOTE)
        for path, number in taken(flow, WIDTHS[0]):
            ticked, following = come_to(window.run, flow, path, number)
            sleep(HELD / 1000)
            window.press(*window.run(_BUTTON_PLACE), times=2)
            sleep(0.1)
            state = window.run(_STATE)
            if state != {"step": following, "ticked": [], "faults": 0, "whole": False, "pressed": 1}:
                faults.append((path.steps[number].question, ticked, state))

    assert [] == faults


@pytest.fixture(name="page")
def _page(address: str, open_page: OpenPage) -> Page:
    page = open_page(f"{address}beslutningstrae/{MAIN_TREE}/", width=360, height=640)
    expect(page.locator(".tree[data-step]")).to_be_visible()
    page.evaluate(_NOTE)
    return page


def test_held_enter(site: Site, page: Page) -> None:
    """Enter held down goes one step, also where later questions have been answered before."""
    flow = flow_of(site, MAIN_TREE)
    second = _take(page, flow, 2)[0]
    for step in (second, flow.start):
        go_back(page)
        at(page, step)
    tab_to(page, "input:checked")
    for _ in range(30):
        page.keyboard.down("Enter")
    settle(page)

    assert page.evaluate(_STATE)["step"] == second
    expect(page.locator(".error-summary")).to_have_count(0)


def test_missing_answer(site: Site, page: Page) -> None:
    """A double click without an answer says so, and the second press ticks nothing of what has moved under it."""
    press_twice(page, WIDTHS[0])
    settle(page)
    state = page.evaluate(_STATE)

    assert ([], 1, flow_of(site, MAIN_TREE).start) == (state["ticked"], state["faults"], state["step"])


def test_back_twice(site: Site, page: Page) -> None:
    """A double click on "‹ Tilbage" goes one step back and stays on the page."""
    second = _take(page, flow_of(site, MAIN_TREE), 2)[0]
    page.wait_for_timeout(HELD)
    page.get_by_role("button", name="‹ Tilbage").dblclick()
    at(page, second)
    page.wait_for_timeout(HELD)

    at(page, second)


def test_a_tick_stays(site: Site, page: Page) -> None:
    """A double click on a sign ticks it, and does not take the tick away again."""
    walk_to_checklist(page, flow_of(site, MAIN_TREE))
    page.wait_for_timeout(HELD)
    page.locator(".choice").nth(1).dblclick()

    expect(page.locator(".tree-form input:checked")).to_have_count(1)


def test_not_held_for_long(site: Site, page: Page) -> None:
    """Half a second after a step the next answer can be pressed, and keys wait for nothing."""
    flow = flow_of(site, MAIN_TREE)
    _take(page, flow, 1)
    (ticked, third) = first_steps(flow, 2)[1]
    page.wait_for_timeout(HELD)
    page.locator(f".choice:has(input[value='{ticked[0]}'])").click()
    page.locator(_BUTTON).click()
    at(page, third)
    answer(page, 0)

    expect(page.locator(".tree")).not_to_have_attribute("data-step", third)


def _take(page: Page, flow: Flow, steps: int) -> list[str]:
    """Take the first steps of a long way; gives the questions that they led to."""
    led_to = []
    for ticked, following in first_steps(flow, steps):
        page.evaluate(ANSWER, ticked)
        at(page, following)
        led_to.append(following)
    return led_to
