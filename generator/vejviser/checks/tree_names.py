"""The names inside a decision tree: levels, and what its conditions say about earlier questions."""

from collections.abc import Iterator

from vejviser.entry import Entry
from vejviser.findings import Finding, suggestion
from vejviser.records.condition import Condition
from vejviser.records.question import Node, Rule
from vejviser.records.tree import Tree
from vejviser.schema import Loc
from vejviser.trees.edges import always_asked
from vejviser.trees.rules import Flow


def levels(entry: Entry, flow: Flow) -> Iterator[Finding]:
    """E509: a level that the tree does not have."""
    for loc, level in _levels(flow.tree):
        if level not in flow.gravity:
            yield _unknown_level(entry, flow, loc, level)


def _unknown_level(entry: Entry, flow: Flow, loc: Loc, level: str) -> Finding:
    return entry.finding(
        loc,
        "E509",
        f"Træet har ikke niveauet `{level}`.",
        suggestion(level, flow.gravity) or "Skriv id'et på et af træets niveauer.",
        key=loc[-2] == "go",
    )


def _levels(tree: Tree) -> Iterator[tuple[Loc, str]]:
    """Every place outside conditions where a tree names one of its levels."""
    for key, outcome in tree.outcomes.items():
        yield ("outcomes", key, "level"), outcome.level
    for number, must in enumerate(tree.must):
        if must.outcome_level_min:
            yield ("must", number, "outcome_level_min"), must.outcome_level_min
    for index, node in enumerate(tree.nodes):
        for loc, level in _levels_of(node):
            yield ("nodes", index, *loc), level


def _levels_of(node: Node) -> Iterator[tuple[Loc, str]]:
    picked = node.items_from.levels if node.items_from else {}
    singled = node.items_from.signs if node.items_from else {}
    for number, item in enumerate(node.items):
        # An item that comes from a sign has the level that `items_from` gives it, and is reported there.
        if item.level not in (*picked.values(), *singled.values()):
            yield ("items", number, "level"), item.level
    for sign_level, level in picked.items():
        yield ("items_from", "levels", sign_level), level
    for sign, level in singled.items():
        yield ("items_from", "signs", sign), level
    for number, rule in enumerate(node.raises):
        yield ("raise", number, "to"), rule.to
        if rule.count.level:
            yield ("raise", number, "count", "level"), rule.count.level
    for level in node.go:
        yield ("go", level), level


def references(entry: Entry, flow: Flow) -> Iterator[Finding]:
    """E517, E518: conditions on what does not exist, or on a question that some reader was not asked."""
    asked = always_asked(flow)
    for index, node in enumerate(flow.tree.nodes):
        before = asked.get(node.id, set(flow.nodes)) | {node.id}
        for loc, condition in _conditions(flow.tree, index):
            yield from _faults(entry, flow, loc, condition, before)
    for number, must in enumerate(flow.tree.must):
        for field, said in (("when", must.when), ("parents_only_if", must.parents_only_if)):
            if said:
                yield from _faults(entry, flow, ("must", number, field), said, set(flow.nodes))
        named = [("outcome", *item) for item in enumerate(must.outcome)]
        named += [("never", *item) for item in enumerate(must.never)]
        for ends, place, outcome in named:
            if outcome not in flow.tree.outcomes:
                yield entry.finding(
                    ("must", number, ends, place),
                    "E518",
                    f"Træet har ikke resultatet `{outcome}`.",
                    suggestion(outcome, flow.tree.outcomes) or "Skriv id'et på et af træets resultater.",
                )


def _conditions(tree: Tree, index: int) -> Iterator[tuple[Loc, Condition]]:
    node = tree.nodes[index]
    places: list[tuple[Loc, list[Rule]]] = [
        (("nodes", index, "options", number, "go"), option.go or []) for number, option in enumerate(node.options)
    ]
    places += [(("nodes", index, "go", level), rules) for level, rules in node.go.items()]
    for loc, rules in places:
        for number, rule in enumerate(rules):
            if rule.if_:
                yield (*loc, number, "if"), rule.if_


def _faults(entry: Entry, flow: Flow, loc: Loc, condition: Condition, asked: set[str]) -> Iterator[Finding]:
    """What the statements of a condition say is wrong with them."""
    for part, statement in condition.statements():
        for fault in statement.faults(flow, asked):
            hint = suggestion(fault.word, fault.known) or fault.hint
            yield entry.finding((*loc, *part, *fault.loc), fault.code, fault.message, hint)
