"""The rules in the browser and in Python are two programs: they agree on every path of every tree."""

import json
from typing import Any

import pytest

from browser.conftest import OpenPage
from browser.random_trees import FORMS, forms_in, random_tree
from browser.trees import SHIPPED, data_of
from shipped import checked_of
from vejviser.records.tree import Tree
from vejviser.trees.paths import Path, paths
from vejviser.trees.rules import Flow
from vejviser.trees.signs import filled

pytestmark = pytest.mark.browser

RANDOM, BATCHES = 200, 4
# For each path where it ends, the outcomes passed, and for each step its question, level or option, rule and target.
_FOLLOW = """async (json) => {
  const { counted, follow, levelOf } = await import("/assets/tree_rules.js");
  const differences = [];
  let paths = 0;
  for (const { tree, vectors } of JSON.parse(json)) for (const { answers, expected } of vectors) {
    const { at, passed, steps } = follow(tree, new Map(answers), new Set(expected.passed));
    const told = steps.map(({ id, node, answer, rule }) => {
      const branch = node.items ? levelOf(node, answer) : counted(node, answer);
      const rules = node.items ? node.go[branch] : node.options.find((option) => option.id === branch).go;
      return [id, branch, rules.indexOf(rule), rule.to];
    });
    const actual = { steps: told, passed, outcome: at };
    paths += 1;
    if (JSON.stringify(actual) !== JSON.stringify(expected)) differences.push({ answers, expected, actual });
  }
  return { paths, differences: differences.slice(0, 3) };
}"""


def vector(flow: Flow, path: Path) -> dict[str, Any]:
    """The answers of a path as the page holds them, and what Python says of them."""
    answers = path.answers.items()
    return {
        "answers": [(id_, answer if isinstance(answer, str) else sorted(answer)) for id_, answer in answers],
        "expected": {
            "steps": [
                (
                    step.question,
                    step.branch if isinstance(step.answer, str) else flow.gravity[step.branch],
                    step.rule,
                    step.target,
                )
                for step in path.steps
            ],
            "passed": path.passed,
            "outcome": path.outcome,
        },
    }


def agree(flows: list[Flow], address: str, open_page: OpenPage) -> int:
    """Run every path of the trees in the browser; returns how many."""
    found = [(flow, list(paths(flow))) for flow in flows]
    batch = [{"tree": data_of(flow), "vectors": [vector(flow, path) for path in ways]} for flow, ways in found]
    told = open_page(address).evaluate(_FOLLOW, json.dumps(batch))

    assert [] == told["differences"]
    assert sum(len(ways) for _, ways in found) == told["paths"]
    return int(told["paths"])


@pytest.mark.parametrize("municipality", sorted({municipality for municipality, _ in SHIPPED}))
def test_shipped_trees(municipality: str, address: str, open_page: OpenPage) -> None:
    """Outcome, outcomes passed, levels and rules are the same on all paths of a municipality's trees."""
    project = checked_of(municipality).project
    records = [entry.record for entry in project.of_kind("tree")]
    flows = [Flow(filled(record, project)) for record in records if isinstance(record, Tree)]

    assert {id_ for owner, id_ in SHIPPED if owner == municipality} <= {flow.tree.id for flow in flows}
    assert agree(flows, address, open_page) > len(flows)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_trees(batch: int, address: str, open_page: OpenPage) -> None:
    """They are the same in trees that use all of the language in ways that no editor would."""
    flows = [Flow(random_tree(seed)) for seed in range(batch, RANDOM, BATCHES)]

    assert FORMS == set[str]().union(*(forms_in(flow) for flow in flows))
    assert agree(flows, address, open_page) > RANDOM
