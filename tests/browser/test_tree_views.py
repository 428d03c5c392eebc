"""Other ways to see a tree: whole, from a link, with a thumb and on paper."""

import re
from datetime import datetime
from statistics import median_low

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage, Site
from browser.reader import at, place, press, press_button, tab_to, wait_for_tree
from browser.trees import MAIN, flow_of, labels, restart, shortest, values, walk
from vejviser.records.tree import Tree
from vejviser.trees.paths import paths

pytestmark = pytest.mark.browser

MIN_TARGET = 48
_SIZES = """() => [...document.querySelectorAll(".tree .choice, .tree .button")]
  .filter((part) => part.checkVisibility())
  .map((part) => part.getBoundingClientRect().height)"""


@pytest.fixture(name="tree")
def _tree(site: Site) -> Tree:
    return flow_of(site, "jeg-er-bekymret").tree


class TestWhole:
    """The whole tree is one press away, and the way back too."""

    def test_toggle(self, address: str, open_page: OpenPage, tree: Tree) -> None:
        """The button shows every question and outcome; the links among them leave the address alone."""
        url = f"{address}beslutningstrae/jeg-er-bekymret/"
        page = open_page(url, width=360, height=640)
        wait_for_tree(page)
        press_button(page, "Vis hele træet")
        expect(page.locator(":is(.question, .outcome):visible")).to_have_count(len(tree.nodes) + len(tree.outcomes))
        tab_to(page, 'a[href="#vold"]')
        press(page, "Enter")
        assert place(page)["heading"] == f"2. {tree.nodes[1].ask}"
        press_button(page, "Ét spørgsmål ad gangen", key="Shift+Tab")

        assert (url, "fare") == (page.url, place(page)["step"])
        expect(page.locator(".question:visible")).to_have_count(0)

    def test_link_to_an_outcome(self, address: str, open_page: OpenPage, tree: Tree) -> None:
        """A link to a part of the tree shows the whole tree with focus there."""
        page = open_page(f"{address}beslutningstrae/jeg-er-bekymret/#underret")
        wait_for_tree(page)
        expect(page.locator(".outcome:visible")).to_have_count(len(tree.outcomes))
        assert place(page)["heading"] == tree.outcomes["underret"].title
        page.get_by_role("button", name="Start spørgsmålene").press("Enter")

        at(page, "fare")
        expect(page.locator(".outcome:visible")).to_have_count(0)


@pytest.mark.parametrize("id_", MAIN)
def test_targets_and_numbers(id_: str, site: Site, open_page: OpenPage) -> None:
    """On every step answers and buttons are easy to hit with a thumb, and the acute number is on the screen."""
    flow = flow_of(site, id_)
    page = open_page(f"{site.address}beslutningstrae/{id_}/", width=360, height=640)
    wait_for_tree(page)
    small = []
    for here, path in shortest(flow).items():
        walk(page, flow, path, here)
        at(page, here)
        small += [(here, size) for size in page.evaluate(_SIZES) if size < MIN_TARGET]
        expect(page.locator('.acute--line a[href^="tel:"]').first).to_be_in_viewport()
        restart(page)

    assert [] == small


def test_paper(site: Site, open_page: OpenPage) -> None:
    """A path of median length prints on one sheet, with outcome, answers, date, version and lines to write on."""
    flow = flow_of(site, "jeg-er-bekymret")
    plain = [path for path in paths(flow) if not path.passed]
    length = median_low(len(path.steps) for path in plain)
    page = open_page()
    page.clock.set_fixed_time(datetime(2026, 11, 21, 12, 0))
    sheets = {}
    for path in {path.outcome: path for path in plain if len(path.steps) == length}.values():
        page.goto(f"{site.address}beslutningstrae/jeg-er-bekymret/")
        wait_for_tree(page)
        walk(page, flow, path)
        at(page, path.outcome)
        sheets[path.outcome] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
        page.emulate_media(media="print")
        on_paper = page.locator("main").inner_text()
        wanted = [flow.tree.outcomes[path.outcome].title, f"version {flow.tree.version}", "21. november 2026", "Noter"]
        for step in path.steps:
            seen = labels(flow, step.question)
            wanted += [flow.nodes[step.question].ask, *(seen[one] for one in values(flow, step.question, step.answer))]
        assert not [words for words in wanted if words not in on_paper]
        expect(page.locator(".tree-print hr:visible")).to_have_count(4)
        expect(page.get_by_role("button").locator("visible=true")).to_have_count(0)
        page.emulate_media(media="screen")

    assert dict.fromkeys(sheets, 1) == sheets
