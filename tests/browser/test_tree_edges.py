"""A tree is shown in four ways; each of them holds the same edges."""

import json

import pytest
from playwright.sync_api import Page

from browser.conftest import OpenPage, SiteOf
from browser.trees import SHIPPED, flow_of
from vejviser.trees.edges import Edge, branches, edges
from vejviser.trees.outline import as_text
from vejviser.trees.rules import Flow
from vejviser.trees.words import branch_words, place_words, rule_words

pytestmark = pytest.mark.browser

_GROUPS = """() => [...document.querySelectorAll("svg .edge")].map(({ dataset: { from, answer, rule, to } }) =>
  [from, answer, Number(rule), to])"""
# For each link its question, the words of the answer or of the line on a checklist, its own words, and its target.
_LINKS = """() => [...document.querySelectorAll(".question .answers a[href^='#']")].map((link) => {
  const row = [...link.closest(".answers").querySelectorAll(":scope > ul > li")].find((one) => one.contains(link));
  const words = row.innerText.trim().split("\\n")[0].trim();
  return [link.closest(".question").querySelector("h2").id, words, link.innerText.trim(), link.hash.slice(1)];
})"""


def from_diagram(page: Page) -> list[Edge]:
    """The edges of the drawing."""
    return [Edge(*group) for group in page.evaluate(_GROUPS)]


def from_data(flow: Flow, page: Page) -> list[Edge]:
    """The edges of the data that the browser follows; doubt has those that it counts as."""
    nodes = json.loads(page.locator(".tree-logic").text_content() or "")["nodes"]
    levels = [level.id for level in flow.tree.levels]
    found = []
    for id_, node in nodes.items():
        rules = {option["id"]: option.get("go") for option in node.get("options", ())}
        rules = {option["id"]: rules[option.get("as", option["id"])] for option in node.get("options", ())}
        rules |= {levels[int(level)]: of_level for level, of_level in node.get("go", {}).items()}
        found += [Edge(id_, branch, number, one["to"]) for branch in rules for number, one in enumerate(rules[branch])]
    return found


def from_page(flow: Flow, page: Page) -> list[Edge]:
    """The edges that the links of the page stand for, by their words; a line on a checklist ends with its edge's."""
    said: dict[tuple[str, str, str], list[tuple[str, Edge]]] = {}
    for edge in edges(flow):
        node = flow.nodes[edge.question]
        rules = dict(branches(node))[edge.branch]
        when, target = rule_words(flow, rules, edge.rule), place_words(flow, edge.target)
        words = branch_words(flow, node, edge.branch)
        if node.checklist:
            row, link = f"{words}{when and ', '}{when}: {target}", target
        else:
            row = f"^{words}{_doubt(flow, edge)}{_help(flow, edge)}"
            link = words if len(rules) == 1 else f"{when}: {target}"
        said.setdefault((edge.question, link, edge.target), []).append((_unquoted(row), edge))
    return [
        edge
        for question, row, link, target in page.evaluate(_LINKS)
        for words, edge in said[question, link, target]
        if f"^{_unquoted(row)}".endswith(words)
    ]


def _unquoted(words: str) -> str:
    return words.replace("»", "").replace("«", "")


def _help(flow: Flow, edge: Edge) -> str:
    """What stands after an answer that says what else it covers."""
    covered = next((option.help for option in flow.nodes[edge.question].options if option.id == edge.branch), None)
    return f" {covered}" if covered else ""


def _doubt(flow: Flow, edge: Edge) -> str:
    """What stands after an answer of doubt."""
    node = flow.nodes[edge.question]
    counts = next((option.counts_as for option in node.options if option.id == edge.branch), None)
    return f" (tæller som »{branch_words(flow, node, counts)}«)" if counts else ""


def from_outline(flow: Flow) -> list[Edge]:
    """The edges of the text for the terminal, line by line."""
    said: dict[str, dict[str, list[Edge]]] = {node.id: {} for node in flow.tree.nodes}
    for edge in edges(flow):
        node = flow.nodes[edge.question]
        words = branch_words(flow, node, edge.branch)
        when = rule_words(flow, dict(branches(node))[edge.branch], edge.rule)
        line = f"{words} {when}".strip() + f" → {place_words(flow, edge.target)}  [{edge.target}]"
        if doubt := _doubt(flow, edge):
            line = f"{words}:{doubt.replace(' (', ' ').removesuffix(')')}"
        said[edge.question].setdefault(line, []).append(edge)
    found, question = [], ""
    for line in as_text(flow).split("\nResultater")[0].splitlines():
        if line[:1].isdigit():
            question = line.rsplit("[", 1)[1].rstrip("]")
        elif line.startswith("   - "):
            found += said[question][line.removeprefix("   - ")]
    return found


@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_same_edges(municipality: str, id_: str, site_of: SiteOf, open_page: OpenPage) -> None:
    """Page, diagram, outline and data hold every edge of the tree, each once, and no other."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    page = open_page(f"{site.address}beslutningstrae/{id_}/", java_script_enabled=False)
    built = open_page(f"{site.address}beslutningstrae/{id_}/opbygning/", java_script_enabled=False)
    expected = sorted(map(repr, edges(flow)))

    assert expected == sorted(map(repr, from_page(flow, page)))
    assert expected == sorted(map(repr, from_diagram(built)))
    assert expected == sorted(map(repr, from_outline(flow)))
    assert expected == sorted(map(repr, from_data(flow, page)))
