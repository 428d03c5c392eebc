"""Other ways to see a tree: whole, from a link and on paper."""

import re
from datetime import datetime
from statistics import median_low

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage, Site, SiteOf
from browser.reader import at, place, press, press_button, tab_to, wait_for_tree
from browser.trees import SHIPPED, flow_of, labels, values, walk
from vejviser.records.tree import Tree
from vejviser.trees.paths import paths

pytestmark = pytest.mark.browser


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
        tab_to(page, 'a[href="#hvem"]')
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
        assert place(page)["heading"] == f"Resultat: {tree.outcomes['underret'].title}"
        page.get_by_role("button", name="Start spørgsmålene").press("Enter")

        at(page, "fare")
        expect(page.locator(".outcome:visible")).to_have_count(0)


@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_paper(municipality: str, id_: str, site_of: SiteOf, open_page: OpenPage) -> None:
    """A path of median length prints on one sheet, with outcome, answers, date, version and lines to write on."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    plain = [path for path in paths(flow) if not path.passed]
    length = median_low(len(path.steps) for path in plain)
    page = open_page()
    page.clock.set_fixed_time(datetime(2026, 11, 21, 12, 0))
    sheets = {}
    ways = list({path.outcome: path for path in plain if len(path.steps) == length}.values())
    # The many offers of one tree look alike.
    for path in ways[:: 1 + len(ways) // 8]:
        page.goto(f"{site.address}beslutningstrae/{id_}/")
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
        expect(page.get_by_role("button").and_(page.locator(":not(.term)")).locator("visible=true")).to_have_count(0)
        page.emulate_media(media="null")

    assert dict.fromkeys(sheets, 1) == sheets
