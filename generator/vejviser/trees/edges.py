"""Where each answer leads, read off the tree without following anybody."""

from collections.abc import Iterator
from dataclasses import dataclass

from vejviser.records.question import Node, Rule
from vejviser.trees.rules import Flow


@dataclass(frozen=True, slots=True)
class Edge:
    """One way on: from an option or a level of a question, by its rule number, to a question or an outcome."""

    question: str
    branch: str
    rule: int
    target: str


def branches(node: Node) -> Iterator[tuple[str, list[Rule]]]:
    """The options of a choice or the levels of a checklist, each with its rules; doubt has those that it counts as."""
    rules = {option.id: option.go or [] for option in node.options}
    for option in node.options:
        yield option.id, rules.get(option.counts_as or "", []) if option.go is None else option.go
    yield from node.go.items()


def edges(flow: Flow) -> Iterator[Edge]:
    """Every edge of a tree, in the order of its questions; where an outcome continues is not one."""
    for node in flow.tree.nodes:
        for branch, rules in branches(node):
            for number, rule in enumerate(rules):
                yield Edge(node.id, branch, number, rule.target)


def reachable(flow: Flow) -> set[str]:
    """The questions and outcomes that some edge leads to, and the first question."""
    onward: dict[str, set[str]] = {}
    for edge in edges(flow):
        onward.setdefault(edge.question, set()).add(edge.target)
    reached: set[str] = set()
    waiting = {flow.start}
    while waiting:
        place = waiting.pop()
        if place in reached:
            continue
        reached.add(place)
        outcome = flow.tree.outcomes.get(place)
        waiting |= onward.get(place, set()) | ({outcome.continue_at} if outcome and outcome.continue_at else set())
    return reached


def always_asked(flow: Flow) -> dict[str, set[str]]:
    """For each question that can be reached: the questions asked before it on every path. Edges only point forward."""
    asked: dict[str, set[str]] = {flow.start: set()}
    onward: dict[str, set[str]] = {}
    for edge in edges(flow):
        outcome = flow.tree.outcomes.get(edge.target)
        onward.setdefault(edge.question, set()).add((outcome.continue_at or "") if outcome else edge.target)
    for node in flow.tree.nodes:
        if node.id not in asked:
            continue
        for target in onward.get(node.id, ()):
            before = asked[node.id] | {node.id}
            asked[target] = asked[target] & before if target in asked else before
    return asked
