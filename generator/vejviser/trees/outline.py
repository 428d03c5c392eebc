"""A tree as a list of questions, answers and ways on: what the page, the diagram and the terminal are drawn from."""

from dataclasses import dataclass

from vejviser.records.question import Item, Node, Raise
from vejviser.trees.edges import branches
from vejviser.trees.rules import Flow
from vejviser.trees.words import branch_words, place_words, rule_words


@dataclass(frozen=True, slots=True)
class Way:
    """Where an answer leads, and when: empty words for the only way."""

    when: str
    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Branch:
    """An option of a choice or a level of a checklist, with its ways on; `counts_as` holds another option's words."""

    id: str
    words: str
    help: str
    counts_as: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its branches; for a checklist also its items by level, gravest first, and its thresholds."""

    number: int
    node: Node
    branches: tuple[Branch, ...]
    items: tuple[tuple[str, tuple[Item, ...]], ...]
    thresholds: tuple[str, ...]


def outline(flow: Flow) -> list[Question]:
    """Every question of a tree in its order."""
    return [_question(flow, number, node) for number, node in enumerate(flow.tree.nodes, 1)]


def _question(flow: Flow, number: int, node: Node) -> Question:
    counts = {option.id: option.counts_as for option in node.options if option.counts_as}
    helps = {option.id: option.help or "" for option in node.options}
    made = [
        Branch(
            id_,
            branch_words(flow, node, id_),
            helps.get(id_, ""),
            branch_words(flow, node, counts[id_]) if id_ in counts else "",
            tuple(
                Way(rule_words(flow, rules, number), rule.target, place_words(flow, rule.target))
                for number, rule in enumerate(rules)
            ),
        )
        for id_, rules in branches(node)
    ]
    if node.checklist:
        made.sort(key=lambda branch: -flow.gravity[branch.id])
    by_level = [
        (flow.level_title(level), tuple(item for item in node.items if item.level == level))
        for level in reversed(flow.gravity)
    ]
    return Question(
        number,
        node,
        tuple(made),
        tuple(group for group in by_level if group[1]),
        tuple(_threshold(flow, rule) for rule in node.raises),
    )


def _threshold(flow: Flow, rule: Raise) -> str:
    of = f" på »{flow.level_title(rule.count.level)}« eller derover" if rule.count.level else ""
    return f"Mindst {rule.count.min} krydser{of} tæller som »{flow.level_title(rule.to)}«."


def as_text(flow: Flow) -> str:
    """The whole tree as indented lines."""
    lines = [f"{flow.tree.title} (version {flow.tree.version})"]
    for question in outline(flow):
        lines.append(f"\n{question.number}. {question.node.ask}  [{question.node.id}]")
        for level, items in question.items:
            lines += [f"   {level}:", *(f"     [ ] {item.label}" for item in items)]
        lines += [f"   {words}" for words in question.thresholds]
        for branch in question.branches:
            if branch.counts_as:
                lines.append(f"   - {branch.words}: tæller som »{branch.counts_as}«")
                continue
            for way in branch.ways:
                when = f" {way.when}" if way.when else ""
                lines.append(f"   - {branch.words}{when} → {way.words}  [{way.target}]")
    lines.append("\nResultater")
    for key, outcome in flow.tree.outcomes.items():
        after = f" → fortsæt ved {place_words(flow, outcome.continue_at)}" if outcome.continue_at else ""
        lines.append(f"   {flow.level_title(outcome.level)} · {outcome.force} · {outcome.title}  [{key}]{after}")
    return "\n".join(lines)
