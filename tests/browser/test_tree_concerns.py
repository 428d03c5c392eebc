"""Several concerns in one run: the gravest outcome stands on top, whatever their order."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site
from browser.reader import NOTHING_STORED, click, stored, wait_for_tree
from browser.trees import MAIN, flow_of, shortest, walk
from vejviser.trees.paths import paths
from vejviser.trees.rules import Flow

pytestmark = pytest.mark.browser

MORE, RESTART = "Jeg har en bekymring mere", "Start forfra"


def press(page: Page, words: str) -> None:
    click(page.get_by_role("button", name=words, exact=True))


def shown(page: Page) -> str:
    """The id of the outcome on top."""
    return page.locator(".outcome h2:visible").get_attribute("id") or ""


def level(flow: Flow, outcome: str) -> int:
    return flow.gravity[flow.tree.outcomes[outcome].level]


@pytest.mark.parametrize("id_", MAIN)
def test_gravest_on_top(id_: str, site: Site, open_page: OpenPage) -> None:
    """Of any two concerns the graver outcome is shown, the other one is one press away, and both orders agree."""
    flow = flow_of(site, id_)
    ways = {place: path for place, path in shortest(flow).items() if place == path.outcome and not path.passed}
    page = open_page(f"{site.address}beslutningstrae/{id_}/")
    wait_for_tree(page)
    # A round through the outcomes, one step and some five steps apart, so that graver ones come first and last.
    order = list(ways)
    far = [(one, order[(order.index(one) + 5) % len(order)]) for one in order[::3]]
    couples = [*pairwise([*order, order[0]]), *far]
    assert {(level(flow, one) > level(flow, two)) for one, two in couples} == {True, False}
    for one, two in couples:
        walk(page, flow, ways[one])
        press(page, MORE)
        expect(page.get_by_role("status")).to_have_text("Svar nu for den næste bekymring.")
        expect(page.locator("input:checked, .tree-answer")).to_have_count(0)
        walk(page, flow, ways[two])
        top = shown(page)
        other = one if top == two else two
        offered = page.locator(".tree-after .tree-passed").get_by_role("button")

        assert (top in (one, two), max(level(flow, one), level(flow, two))) == (True, level(flow, top))
        expect(offered).to_have_text([flow.tree.outcomes[other].title])
        click(offered)
        assert other == shown(page)
        press(page, RESTART)


def test_three_concerns(site: Site, open_page: OpenPage) -> None:
    """The gravest of three stands on top, in the middle of them too, and the other two are named below it."""
    flow = flow_of(site, MAIN[0])
    ways = shortest(flow)
    page = open_page(f"{site.address}beslutningstrae/{MAIN[0]}/")
    wait_for_tree(page)
    for place in ("teammoede", "uden-foraeldre"):
        walk(page, flow, ways[place])
        press(page, MORE)
    walk(page, flow, ways["almen"])

    assert shown(page) == "uden-foraeldre"
    titles = [flow.tree.outcomes[place].title for place in ("teammoede", "almen")]
    expect(page.locator(".tree-after .tree-passed").get_by_role("button")).to_have_text(titles)


def test_start_over_forgets_concerns(site: Site, open_page: OpenPage) -> None:
    """Starting over leaves nothing of an earlier concern, neither in the page nor in the browser."""
    flow = flow_of(site, MAIN[0])
    ways = shortest(flow)
    page = open_page(f"{site.address}beslutningstrae/{MAIN[0]}/")
    wait_for_tree(page)
    walk(page, flow, ways["akut"])
    press(page, MORE)
    walk(page, flow, ways["almen"])
    press(page, RESTART)
    walk(page, flow, ways["almen"])

    assert shown(page) == "almen"
    expect(page.locator(".tree-passed")).to_have_count(0)
    assert NOTHING_STORED == stored(page)


def test_an_outcome_passed_counts(site: Site, open_page: OpenPage) -> None:
    """What the first concern came to on its way is not forgotten when its own end was milder."""
    flow = flow_of(site, MAIN[0])
    way = next(path for path in paths(flow) if path.passed == ("underret",) and path.outcome == "teammoede")
    page = open_page(f"{site.address}beslutningstrae/{MAIN[0]}/")
    wait_for_tree(page)
    walk(page, flow, way)
    assert shown(page) == "teammoede"
    press(page, MORE)
    walk(page, flow, shortest(flow)["almen"])

    assert shown(page) == "underret"
