"""The decision trees of this repository, and what the browser gets of any tree."""

import json
import re

import pytest
from hypothesis import given

from projects import MUNICIPALITY
from random_trees import Raw, choice, flow_of, raw_trees, tree
from shipped import shipped_site
from vejviser.checked import Checked
from vejviser.checks.trees import flows
from vejviser.records.clause import Answer
from vejviser.trees.compile import as_script, compiled
from vejviser.trees.coverage import covered, given_answers
from vejviser.trees.diagram import svg
from vejviser.trees.edges import edges
from vejviser.trees.outline import outline
from vejviser.trees.paths import follow, paths
from vejviser.trees.proof import Proof
from vejviser.trees.rules import Flow


@pytest.fixture(name="flow", params=["jeg-er-bekymret", "skal-jeg-underrette"])
def _flow(request: pytest.FixtureRequest, shipped: Checked) -> Flow:
    return next(flow for entry, flow in flows(shipped.project) if entry.id == request.param)


class TestShipped:
    """Both trees of Ringsted."""

    def test_every_place(self, flow: Flow) -> None:
        """Every question and every outcome is reached."""
        assert {*flow.nodes, *flow.tree.outcomes} == set(Proof(flow).states.at)

    def test_forward_only(self, flow: Flow) -> None:
        """Every path asks in the tree's order, no question twice."""
        for path in paths(flow):
            asked = [flow.order[question] for question in path.answers]

            assert sorted(set(asked)) == asked == [flow.order[step.question] for step in path.steps]

    def test_follow_agrees(self, flow: Flow) -> None:
        """Following the answers of a path ends where the path ends."""
        for path in paths(flow):
            assert (path.outcome, list(path.answers)) == follow(flow, path.answers)

    def test_what_to_write_down(self, flow: Flow, shipped: Checked) -> None:
        """An outcome that is a notification says what to write down."""
        uri = f"beslutningstrae/{flow.tree.id}.md"
        page = next(page.text for page in shipped_site(MUNICIPALITY).pages if page.uri == uri)
        lists = [
            list(getattr(shipped.project.entries[outcome.record].record, "write_down", []))
            for outcome in flow.tree.outcomes.values()
        ]

        assert any(lists)
        assert sum(map(bool, lists)) == page.count("### Skriv ned")

    def test_acute_first(self, flow: Flow) -> None:
        """The first question is about acute danger, and one of its answers leads to the gravest level at once."""
        first = flow.tree.nodes[0]
        targets = [rule.target for option in first.options for rule in option.go or []]

        assert first.acute
        assert flow.tree.levels[-1].id in {
            flow.tree.outcomes[target].level for target in targets if target in flow.tree.outcomes
        }

    def test_cases(self, flow: Flow) -> None:
        """Every example ends where it says; together they show every outcome and nearly every answer."""
        assert [case.expect for case in flow.tree.cases] == [
            follow(flow, given_answers(flow, case))[0] for case in flow.tree.cases
        ]
        assert () == covered(flow)["outcomes"].missing
        assert covered(flow)["answers"].share >= 0.95

    def test_safety_rules(self, flow: Flow) -> None:
        """Each tree has safety rules to be proved."""
        assert flow.tree.must


def drawn(flow: Flow) -> set[tuple[str, ...]]:
    """The edges of a diagram."""
    return set(re.findall(r'data-from="(.*?)" data-answer="(.*?)" data-rule="(.*?)" data-to="(.*?)"', svg(flow)))


@given(raw_trees())
def test_same_edges_everywhere(raw: Raw) -> None:
    """The diagram, the outline and the browser's data have the edges of the tree, no more and no fewer."""
    flow = flow_of(raw)
    data = compiled(flow)
    expected = {(edge.question, edge.branch, str(edge.rule), edge.target) for edge in edges(flow)}
    levels = list(flow.gravity)
    compiled_edges = set()
    for id_, node in data["nodes"].items():
        go = {option["id"]: option["go"] for option in node.get("options", ())}
        # Doubt has no rules of its own there: it is looked up as what it counts as.
        go.update({option["id"]: go[option["as"]] for option in node.get("options", ()) if option["as"]})
        go.update({levels[int(gravity)]: rules for gravity, rules in node.get("go", {}).items()})
        compiled_edges |= {
            (id_, branch, str(number), rule["to"]) for branch, rules in go.items() for number, rule in enumerate(rules)
        }

    assert expected == drawn(flow)
    assert expected == compiled_edges
    assert expected == {
        (question.node.id, branch.id, str(number), way.target)
        for question in outline(flow)
        for branch in question.branches
        for number, way in enumerate(branch.ways)
    }


@given(raw_trees())
def test_script_is_safe(raw: Raw) -> None:
    """No text of a tree can end the script element it stands in, and no text is lost."""
    raw["nodes"][0]["ask"] = "</script><b>&"
    script = as_script(flow_of(raw))

    assert not set("<>&") & set(script)
    assert raw["nodes"][0]["ask"] == json.loads(script)["nodes"]["q0"]["ask"]


class TestGoingOn:
    """An outcome that one can go on from."""

    flow = flow_of(
        tree(
            [
                choice("q", ja=[{"else": "foerst"}], nej=[{"else": "slut"}]),
                choice("r", ja=[{"else": "slut"}], nej=[{"else": "slut"}], tvivl="ja"),
            ],
            {"foerst": ("alvor", "r"), "slut": "mild"},
        )
    )

    def test_paths(self) -> None:
        """One path ends there; the others pass it, and it stays the gravest on their way."""
        found = [(path.passed, path.outcome, path.gravest(self.flow)) for path in paths(self.flow)]

        assert [((), "foerst", "foerst"), *[(("foerst",), "slut", "foerst")] * 3, ((), "slut", "slut")] == found

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({"q": "ja"}, ("foerst", ["q"])),
            ({"q": "ja", "r": "tvivl"}, ("slut", ["q", "r"])),
            ({"q": "nej", "r": "ja"}, ("slut", ["q"])),
            ({"r": "ja"}, (None, ["q"])),
            ({"q": "måske"}, (None, ["q"])),
        ],
    )
    def test_follow(self, answers: dict[str, Answer], expected: object) -> None:
        """Answers are followed as far as they go; a missing or unknown one ends nowhere."""
        assert expected == follow(self.flow, answers)
