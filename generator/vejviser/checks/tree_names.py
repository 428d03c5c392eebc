"""The names inside a decision tree: levels, and what its conditions say about earlier questions."""

from collections.abc import Iterator

from vejviser.entry import Entry
from vejviser.findings import Finding, suggestion
from vejviser.records.question import Condition, Node, Rule
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
    for number, item in enumerate(node.items):
        # An item that comes from a sign has the level that `items_from` gives it, and is reported there.
        if item.level not in picked.values():
            yield ("items", number, "level"), item.level
    for sign_level, level in picked.items():
        yield ("items_from", "levels", sign_level), level
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
            for part, statement in _statements(loc, condition):
                yield from _statement_faults(entry, flow, part, statement, before)
    for number, must in enumerate(flow.tree.must):
        for field, said in (("when", must.when), ("parents_only_if", must.parents_only_if)):
            for part, statement in _statements(("must", number, field), said) if said else ():
                yield from _statement_faults(entry, flow, part, statement, set(flow.nodes))
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


def _statements(loc: Loc, condition: Condition) -> Iterator[tuple[Loc, Condition]]:
    """The statements that a condition is made of, each with its place."""
    if condition.all or condition.any:
        name, parts = ("all", condition.all) if condition.all else ("any", condition.any)
        for number, part in enumerate(parts or ()):
            yield from _statements((*loc, name, number), part)
    elif condition.not_:
        yield from _statements((*loc, "not"), condition.not_)
    else:
        yield loc, condition


def _statement_faults(entry: Entry, flow: Flow, loc: Loc, statement: Condition, before: set[str]) -> Iterator[Finding]:
    if statement.count:
        yield from _count_faults(entry, flow, loc, statement, before)
        return
    name = "is" if statement.is_ else "has" if statement.has else "level_min"
    question, value = statement.is_ or statement.has or statement.level_min or ["", ""]
    kind = "choice" if name == "is" else "checklist"
    if (fault := _question_fault(flow, question, kind, before)) is not None:
        yield entry.finding((*loc, name, 0), *fault)
        return
    node = flow.nodes[question]
    if name == "level_min":
        if value not in flow.gravity:
            yield _unknown_level(entry, flow, (*loc, name, 1), value)
        return
    known = [option.id for option in node.options if option.counts_as is None] or list(flow.items[question])
    if value not in known:
        counted = flow.counted(node, value) if name == "is" else value
        hint = f"Svaret tæller som `{counted}`; skriv det." if counted != value else suggestion(value, known)
        yield entry.finding(
            (*loc, name, 1),
            "E518",
            f"`{value}` kan ikke være et svar på `{question}`.",
            hint or "Skriv id'et på et af svarene.",
        )


def _count_faults(entry: Entry, flow: Flow, loc: Loc, statement: Condition, before: set[str]) -> Iterator[Finding]:
    count = statement.count
    assert count is not None
    if count.of is None:
        yield entry.finding(
            (*loc, "count"),
            "E518",
            "Reglen siger ikke, hvilken tjekliste krydserne står på.",
            "Skriv `of:` og id'et på tjeklisten.",
        )
    elif (fault := _question_fault(flow, count.of, "checklist", before)) is not None:
        yield entry.finding((*loc, "count", "of"), *fault)
    elif count.level and count.level not in flow.gravity:
        yield _unknown_level(entry, flow, (*loc, "count", "level"), count.level)


def _question_fault(flow: Flow, question: str, kind: str, before: set[str]) -> tuple[str, str, str] | None:
    """Code, message and hint when a statement is about no such question, or about one that was not asked."""
    node = flow.nodes.get(question)
    alike = [other.id for other in flow.tree.nodes if getattr(other, kind)]
    if node is None or not getattr(node, kind):
        return (
            "E518",
            f"`{question}` er ikke en `{kind}` i træet.",
            suggestion(question, alike) or f"Skriv id'et på en `{kind}` i træet.",
        )
    if question not in before:
        return (
            "E517",
            f"Ikke alle læsere har svaret på `{question}`, når de kommer hertil.",
            "Brug et spørgsmål, som alle veje hertil går igennem.",
        )
    return None
