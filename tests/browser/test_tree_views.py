"""Other ways to see a tree: whole, from a link, with a thumb and on paper."""

import re
from datetime import datetime
from statistics import median_low

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage
from browser.reader import answer, at, place, press, press_button, tab_to, wait_for_tree
from vejviser.pages.book import Book
from vejviser.records.tree import Tree
from vejviser.trees.paths import follow, paths

pytestmark = pytest.mark.browser

MIN_TARGET = 48
TREES = ("jeg-er-bekymret", "skal-jeg-underrette")


@pytest.fixture(name="tree")
def _tree(book: Book) -> Tree:
    record = book.get("jeg-er-bekymret").record
    assert isinstance(record, Tree)
    return record


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
        press_button(page, "Start spørgsmålene", key="Shift+Tab")

        at(page, "fare")
        expect(page.locator(".outcome:visible")).to_have_count(0)


@pytest.mark.parametrize("id_", TREES)
def test_targets(id_: str, address: str, open_page: OpenPage) -> None:
    """Answers and buttons are easy to hit with a thumb."""
    page = open_page(f"{address}beslutningstrae/{id_}/", width=360, height=640)
    wait_for_tree(page)
    targets = page.locator(".choice, .tree .button")
    heights = [box["height"] for target in targets.all() if (box := target.bounding_box())]
    answer(page, 0)
    expect(page.locator(".outcome:visible")).to_have_count(1)
    heights += [box["height"] for target in targets.all() if (box := target.bounding_box())]

    assert len(heights) > 5
    assert min(heights) >= MIN_TARGET


def test_paper(address: str, open_page: OpenPage, tree: Tree) -> None:
    """A path of median length prints on one sheet, with outcome, answers, date and version."""
    plain = [path for path in paths(tree) if not path.passed]
    length = median_low(len(path.answers) for path in plain)
    path = next(path for path in plain if len(path.answers) == length)
    assert (path.outcome, [question for question, _ in path.answers]) == follow(tree, dict(path.answers))
    page = open_page()
    page.clock.set_fixed_time(datetime(2026, 11, 21, 12, 0))
    page.goto(f"{address}beslutningstrae/jeg-er-bekymret/")
    wait_for_tree(page)
    nodes = {node.choice: node for node in tree.nodes}
    for question, chosen in path.answers:
        answer(page, [option.id for option in nodes[question].options].index(chosen))
    at(page, path.outcome)

    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))

    page.emulate_media(media="print")
    on_paper = page.locator("main").inner_text()
    wanted = [tree.outcomes[path.outcome].title, f"version {tree.version}", "21. november 2026"]
    wanted += [nodes[question].ask for question, _ in path.answers]
    assert len(sheets) == 1
    assert not [words for words in wanted if words not in on_paper]
    expect(page.get_by_role("button").locator("visible=true")).to_have_count(0)
