"""The trees of the published sites: their rules, what the page gets of them, and how their answers are given."""

import json
from collections.abc import Iterator
from functools import cache
from heapq import heapify, heapreplace
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

from attacks.turns import takes_all
from browser.conftest import OpenPage, Site
from browser.reader import at, click, wait_for_tree
from vejviser.records.clause import Answer
from vejviser.records.tree import Tree
from vejviser.trees.compile import as_script
from vejviser.trees.paths import Path, Step, paths
from vejviser.trees.rules import Flow
from vejviser.trees.signs import with_signs

# Municipality and tree; the shared tree is walked in one of the places that have it.
SHIPPED = (
    ("ringsted", "jeg-er-bekymret"),
    ("ringsted", "skal-jeg-underrette"),
    ("kalundborg", "hvilket-tilbud-passer"),
    ("rudersdal", "trivselsguiden"),
)
# Of the screens that they are tried on.
WIDTHS = (1280, 360, 320)
MAIN = tuple(id_ for municipality, id_ in SHIPPED if municipality == "ringsted")

# Ticks, by clicks, what an answer ticks and no more; the question that is laid out behind is left alone.
TICK = """(values) => {
  for (const field of document.querySelectorAll(".tree-form > fieldset:first-of-type input")) {
    if (field.checked !== values.includes(field.value)) field.click();
  }
}"""
# The same, and goes on at once.
ANSWER = f"""(values) => {{
  ({TICK})(values);
  document.querySelector(".tree-form > .button").click();
}}"""
RESTART = """() => [...document.querySelectorAll(".tree-actions button")]
  .find((button) => button.textContent === "Start forfra")?.click()"""
# An answer in the page: the values of the fields that are ticked. The field for "none of them" has no value.
NONE = ""
# A question, the option or level that the answer comes to, and the number of the rule that is followed.
Edge = tuple[str, str, int]


@cache
def flow_of(site: Site, id_: str) -> Flow:
    """A tree of a site with its signs filled in."""
    record = site.book.get(id_).record
    assert isinstance(record, Tree)
    return Flow(with_signs(record, site.book.project))


def open_tree(site: Site, id_: str, open_page: OpenPage, **settings: Any) -> Page:
    """A tree of a site at its first question, with nothing left to fetch."""
    page = open_page(f"{site.address}beslutningstrae/{id_}/", **settings)
    wait_for_tree(page)
    page.wait_for_load_state("networkidle")
    return page


def share(every: list[Path], part: int, parts: int) -> list[Path]:
    """One of several parts of equal size, counted from 0; paths that begin alike stay together."""
    return every[len(every) * part // parts : len(every) * (part + 1) // parts]


def data_of(flow: Flow) -> dict[str, Any]:
    """A tree as the page gets it."""
    return dict(json.loads(as_script(flow)))


def headings(flow: Flow) -> dict[str, str]:
    """The heading of every question and outcome on a walk."""
    questions = {node.id: node.ask for node in flow.tree.nodes}
    return questions | {key: f"Resultat: {outcome.title}" for key, outcome in flow.tree.outcomes.items()}


def fields(flow: Flow, question: str) -> list[str]:
    """The values of the fields of a question, in order."""
    node = flow.nodes[question]
    return [item.id for item in node.items] + [NONE] if node.checklist else [option.id for option in node.options]


def labels(flow: Flow, question: str) -> dict[str, str]:
    """What the reader sees beside each field of a question, by its value."""
    node = flow.nodes[question]
    none = {NONE: node.none.label} if node.none else {}
    return {option.id: option.label for option in node.options} | {item.id: item.label for item in node.items} | none


def values(flow: Flow, question: str, answer: Answer) -> list[str]:
    """The values of the fields that an answer ticks, in order."""
    if isinstance(answer, str):
        return [answer]
    return [value for value in fields(flow, question) if value in answer] or [NONE]


def places(flow: Flow, path: Path) -> Iterator[tuple[str, Answer | None]]:
    """The questions and outcomes of a path in order, each with the answer given there; None at an outcome."""
    passed = list(path.passed)
    for step in path.steps:
        while passed and flow.tree.outcomes[passed[0]].continue_at == step.question:
            yield passed.pop(0), None
        yield step.question, step.answer
    yield path.outcome, None


def walk(page: Page, flow: Flow, path: Path, stop: str = "") -> None:
    """Walk a path by clicks, to its end or to a place on the way."""
    for here, given in places(flow, path):
        if here in (stop, path.outcome):
            return
        if given is None:
            click(page.locator(".tree-after > .tree-actions > .button:not(.button--quiet)"))
        else:
            page.evaluate(ANSWER, values(flow, here, given))


def restart(page: Page) -> None:
    """Forget the answers, if there are any."""
    page.evaluate(RESTART)


@cache
def shortest(flow: Flow) -> dict[str, Path]:
    """For each question and outcome a shortest path by which a reader comes to it."""
    found: dict[str, Path] = {}
    for path in sorted(paths(flow), key=lambda path: len(path.steps) + len(path.passed)):
        for here, _ in places(flow, path):
            found.setdefault(here, path)
    return found


def first_steps(flow: Flow, most: int) -> list[tuple[list[str], str]]:
    """The first steps of a long way: the values that are ticked at each, and the question that it leads to."""
    path = max((path for path in shortest(flow).values() if not path.passed), key=lambda path: len(path.steps))
    steps = [
        (values(flow, here, given), following)
        for (here, given), (following, _) in pairwise(places(flow, path))
        if given is not None
    ]
    return steps[:most]


def walk_to_checklist(page: Page, flow: Flow) -> None:
    """Walk by clicks to the list of signs that is nearest to the start."""
    here, path = next(
        found for found in shortest(flow).items() if found[0] in flow.nodes and flow.nodes[found[0]].checklist
    )
    walk(page, flow, path, here)
    at(page, here)


def edge_of(step: Step) -> Edge:
    """The edge that a step takes. An answer of doubt is an edge of its own, though it leads where another one leads."""
    return step.question, step.answer if isinstance(step.answer, str) else step.branch, step.rule


@cache
def edge_cover(flow: Flow) -> list[Path]:
    """Few paths that together take every edge and come to every outcome, by passing it where it can be passed too."""
    parts = {path: {*map(edge_of, path.steps), *path.passed, path.outcome} for path in paths(flow)}
    left = set[object]().union(*parts.values())
    chosen: list[Path] = []
    # By what each path was last seen to add. That only falls, so who is on top with what it adds now is the best.
    waiting = [(-len(parts[path]), len(path.steps), number, path) for number, path in enumerate(parts)]
    heapify(waiting)
    while left:
        _, steps, number, path = waiting[0]
        now = (-len(parts[path] & left), steps, number, path)
        heapreplace(waiting, now)
        if waiting[0] == now:
            chosen.append(path)
            left -= parts[path]
    return chosen


def edges_in_order(flow: Flow) -> Iterator[tuple[Path, int]]:
    """Each edge once: a path that takes it, and which of the path's steps does."""
    seen = set()
    for path in edge_cover(flow):
        for number, step in enumerate(path.steps):
            if edge_of(step) not in seen:
                seen.add(edge_of(step))
                yield path, number


def taken(flow: Flow, width: int) -> list[tuple[Path, int]]:
    """A third of the edges at each width, so that each is tried at one; `VEJVISER_ATTACKS=all` tries each at all."""
    edges = list(edges_in_order(flow))
    return edges if takes_all() else edges[WIDTHS.index(width) :: len(WIDTHS)]
