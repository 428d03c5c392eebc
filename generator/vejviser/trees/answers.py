"""The answers to a question that no rule can tell apart, one of each sort: what is enough to try."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

from vejviser.records.question import Condition, Count, Item, Node
from vejviser.trees.rules import Answer, Flow, mentioned, question_of

# Items on a checklist that stand on the same level and that no condition names are interchangeable, and more ticks than
# the largest threshold asks for make no difference. Of the mixes that are left, those that give the same level and make
# the same statements true are one sort. So 2**30 ways to tick come down to a handful.

# A checklist with more mixes than this has too many items that rules name one by one.
MOST_ANSWERS = 1_000


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are interchangeable, gravity of their level, and how many ticks among them can matter."""

    items: tuple[str, ...]
    gravity: int
    cap: int


def conditions(flow: Flow) -> Iterator[Condition]:
    """Every condition of a tree: those of its rules and those of its safety rules."""
    for node in flow.tree.nodes:
        yield from (rule.if_ for rule in node.rules if rule.if_)
    for must in flow.tree.must:
        yield from (condition for condition in (must.when, must.parents_only_if) if condition)


def groups(flow: Flow) -> dict[str, list[Group]]:
    """The groups of each checklist, mildest first."""
    statements = [statement for condition in conditions(flow) for statement in mentioned(condition)]
    return {node.id: _groups(flow, node, statements) for node in flow.tree.nodes if node.checklist}


def _groups(flow: Flow, node: Node, statements: list[Condition]) -> list[Group]:
    own = [statement for statement in statements if question_of(statement) == node.id]
    singled = {statement.has[1] for statement in own if statement.has}
    counts = [statement.count for statement in own if statement.count] + [rule.count for rule in node.raises]
    made: list[Group] = []
    for level, gravity in flow.gravity.items():
        here = [item for item in node.items if item.level == level]
        made += [Group((item.id,), gravity, 1) for item in here if item.id in singled]
        alike = tuple(item.id for item in here if item.id not in singled)
        if alike:
            made.append(Group(alike, gravity, min(len(alike), _cap(flow, here[0], counts))))
    return made


def _cap(flow: Flow, item: Item, counts: list[Count]) -> int:
    """How many ticks of an item's level can make a difference: as many as the largest threshold it counts towards."""
    mine = [count.min for count in counts if flow.gravity[count.level or item.level] <= flow.gravity[item.level]]
    return max([1, *mine])


def how_many(of: list[Group]) -> int:
    """The number of mixes of ticks."""
    return prod(group.cap + 1 for group in of)


def mixes(of: list[Group]) -> Iterator[frozenset[str]]:
    """The first items of each group in every number that can matter."""
    for ticks in product(*(range(group.cap + 1) for group in of)):
        yield frozenset(id_ for group, number in zip(of, ticks, strict=True) for id_ in group.items[:number])


def distinct(flow: Flow, of: dict[str, list[Group]]) -> dict[str, list[Answer] | None]:
    """For each question one answer of each sort, fewest ticks first; None when there are too many to try."""
    statements = [statement for condition in conditions(flow) for statement in mentioned(condition)]
    found: dict[str, list[Answer] | None] = {}
    for node in flow.tree.nodes:
        if node.choice:
            found[node.id] = [option.id for option in node.options]
        elif how_many(of[node.id]) > MOST_ANSWERS:
            found[node.id] = None
        else:
            own = [statement for statement in statements if question_of(statement) == node.id]
            sorts: dict[object, Answer] = {}
            for ticked in sorted(mixes(of[node.id]), key=len):
                says = tuple(flow.holds(statement, {node.id: ticked}) for statement in own)
                sorts.setdefault((flow.level(node, ticked), says), ticked)
            found[node.id] = list(sorts.values())
    return found


def graver(answer: Answer, of: list[Group]) -> Iterator[Answer]:
    """The answers with one tick more, or with one tick moved to a graver item."""
    assert isinstance(answer, frozenset)
    ticks = [sum(id_ in answer for id_ in group.items) for group in of]
    for up, group in enumerate(of):
        if ticks[up] == len(group.items):
            continue
        # Where one more of a group makes no difference, a tick moved to it still takes one from a milder item.
        more = answer | {group.items[ticks[up]]}
        if ticks[up] < group.cap:
            yield more
        for down, milder in enumerate(of):
            if ticks[down] and milder.gravity < group.gravity:
                yield more - {milder.items[ticks[down] - 1]}
