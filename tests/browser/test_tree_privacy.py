"""What a reader answers stays in the page: every path of every tree, walked by clicks, leaves no trace."""

import json
from itertools import groupby
from pathlib import Path as File
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage, SiteOf
from browser.reader import NOTHING_STORED, at, go_back, stored, watch
from browser.trees import SHIPPED, flow_of, labels, open_tree, share, values
from vejviser.trees.paths import Path, Step, paths
from vejviser.trees.rules import Flow

pytestmark = pytest.mark.browser

_WALK = (File(__file__).parent / "walker.js").read_text(encoding="utf-8")
# The main tree has thousands of paths.
CHUNKS = {"jeg-er-bekymret": 4}
WALKS = [(*tree, chunk) for tree in SHIPPED for chunk in range(CHUNKS.get(tree[1], 1))]


def job(flow: Flow, walked: list[Path]) -> dict[str, Any]:
    """Paths for the walker, grouped by the outcomes that they pass: who has gone on after one stays beyond it."""
    nodes = flow.tree.nodes
    return {
        "asks": {node.id: node.ask for node in nodes},
        "labels": {node.id: labels(flow, node.id) for node in nodes},
        "titles": {key: outcome.title for key, outcome in flow.tree.outcomes.items()},
        "groups": [
            {
                "passed": passed,
                "paths": [
                    {"steps": [step_of(flow, step) for step in path.steps], "outcome": path.outcome} for path in group
                ],
            }
            for passed, group in groupby(walked, key=lambda path: path.passed)
        ],
    }


def step_of(flow: Flow, step: Step) -> dict[str, Any]:
    """A step as the walker takes it, with the words of the level that ticks must be said to give."""
    ticked = isinstance(step.answer, frozenset) and step.answer
    level = flow.tree.levels[flow.gravity[step.branch]].title if ticked else None
    return {"question": step.question, "values": values(flow, step.question, step.answer), "level": level}


@pytest.mark.parametrize(("municipality", "id_", "chunk"), WALKS)
def test_every_path(municipality: str, id_: str, chunk: int, site_of: SiteOf, open_page: OpenPage) -> None:
    """Each path ends where it must; nothing is asked for, stored, in the address, or left."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    walked = share(sorted(paths(flow), key=lambda path: path.passed), chunk, CHUNKS.get(id_, 1))
    page = open_tree(site, id_, open_page)
    seen = watch(page)
    url = page.url

    told = page.evaluate(_WALK, json.dumps(job(flow, walked)))

    assert "" == "\n".join(told["faults"])
    assert len(walked) == told["reached"]
    assert url == page.url
    assert ([], []) == (seen.requests, seen.errors)
    assert NOTHING_STORED == stored(page)
    for _ in range(3):
        go_back(page)
        at(page, flow.start)
        expect(page.locator("input:checked, .tree-answer, .tree-passed, .outcome:visible")).to_have_count(0)
    assert ([], url) == (seen.requests, page.url)
