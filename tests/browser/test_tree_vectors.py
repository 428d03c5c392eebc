"""The rules in the browser and in Python are two programs: they agree on every path of every tree."""

import json
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Error, Page, Route

from browser.conftest import OpenPage
from browser.trees import SHIPPED
from new_condition import SCRIPT, spoken
from projects import ROOT
from random_trees import checklist, choice, flow_of, forms, forms_in, random_tree, tree
from shipped import checked_of
from vejviser.records.tree import Tree
from vejviser.trees.compile import as_script
from vejviser.trees.paths import Path, paths
from vejviser.trees.rules import Flow
from vejviser.trees.signs import with_signs

pytestmark = pytest.mark.browser

RANDOM, BATCHES = 200, 4
# For each path where it ends, the outcomes passed, and for each step its question, level or option, rule and target.
_FOLLOW = """async (json) => {
  const { counted, follow, levelOf, readTree } = await import("/assets/tree_rules.js");
  const differences = [];
  let paths = 0;
  for (const { script, vectors } of JSON.parse(json)) for (const { answers, expected } of vectors) {
    const tree = readTree(script);
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


def agree(flows: list[Flow], page: Page) -> int:
    """Run every path of the trees in the browser; returns how many."""
    found = [(flow, list(paths(flow))) for flow in flows]
    batch = [{"script": as_script(flow), "vectors": [vector(flow, path) for path in ways]} for flow, ways in found]
    told = page.evaluate(_FOLLOW, json.dumps(batch))

    assert [] == told["differences"]
    assert sum(len(ways) for _, ways in found) == told["paths"]
    return int(told["paths"])


@pytest.mark.parametrize("municipality", sorted({municipality for municipality, _ in SHIPPED}))
def test_shipped_trees(municipality: str, address: str, open_page: OpenPage) -> None:
    """Outcome, outcomes passed, levels and rules are the same on all paths of a municipality's trees."""
    project = checked_of(municipality).project
    records = [entry.record for entry in project.of_kind("tree")]
    flows = [Flow(with_signs(record, project)) for record in records if isinstance(record, Tree)]

    assert {id_ for owner, id_ in SHIPPED if owner == municipality} <= {flow.tree.id for flow in flows}
    assert agree(flows, open_page(address)) > len(flows)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_trees(batch: int, address: str, open_page: OpenPage) -> None:
    """They are the same in trees that use all of the language in ways that no editor would."""
    flows = [flow_of(random_tree(Random(seed))) for seed in range(batch, RANDOM, BATCHES)]

    assert forms() == set[str]().union(*(forms_in(flow) for flow in flows))
    assert agree(flows, open_page(address)) > RANDOM


def test_new_condition(address: str, open_page: OpenPage) -> None:
    """One that only a test speaks is tried at once: the browser fails without its meaning and agrees with it."""
    rules = (ROOT / "site_overrides/assets/tree_rules.js").read_text(encoding="utf-8")
    start = "const statements = {\n"
    taught = rules.replace(start, f"{start}  {SCRIPT}\n")

    def answer(route: Route) -> None:
        route.fulfill(body=taught, content_type="text/javascript")

    with spoken():
        flows = [flow_of(random_tree(Random(seed))) for seed in range(RANDOM)]
        own = [flow for flow in flows if "only_on" in forms_in(flow)]
        with pytest.raises(Error):
            agree(own, open_page(address))
        page = open_page(address)
        page.route("**/tree_rules.js*", answer)

        assert agree(own, page) > len(own)


@pytest.mark.parametrize("id_", ["constructor"])
def test_names_that_every_object_has(id_: str, address: str, open_page: OpenPage) -> None:
    """A question, a list, an option, an item, a level and an outcome may be called as what every object has."""
    kinds = {
        "choice": [choice(id_, ja=[{"else": "u0"}], nej=[{"else": "u1"}])],
        "checklist": [
            checklist(id_, {id_: "mild"}, {"mild": [{"if": {"has": [id_, id_]}, "to": "u0"}, {"else": "u1"}]})
        ],
        "option": [choice("q", **{id_: [{"else": "u0"}]}, nej=[{"else": "u1"}])],
    }
    flows = [flow_of(tree(nodes, {"u0": "mild", "u1": "gul"})) for nodes in kinds.values()]
    flows.append(flow_of(tree([choice("q", ja=[{"else": id_}], nej=[{"else": "u1"}])], {id_: "mild", "u1": "gul"})))

    assert 2 * len(flows) == agree(flows, open_page(address))
