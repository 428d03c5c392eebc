"""The answers to a question that no rule can tell apart, one of each sort: what is enough to try."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

from vejviser.records.clause import Answer, Statement
from vejviser.records.question import Node
from vejviser.trees.rules import Flow

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


def statements(flow: Flow) -> dict[str, list[Statement]]:
    """What the rules and the safety rules of a tree say of each question."""
    found: dict[str, list[Statement]] = {node.id: [] for node in flow.tree.nodes}
    conditions = [rule.if_ for node in flow.tree.nodes for rule in node.rules if rule.if_]
    safety = [(must.when, must.parents_only_if) for must in flow.tree.must]
    conditions += [condition for pair in safety for condition in pair if condition]
    # Each once: a thousand rules may say the same of one question.
    said = {repr(statement): statement for condition in conditions for _, statement in condition.statements()}
    for statement in said.values():
        found.setdefault(statement.question, []).append(statement)
    return found


def groups(flow: Flow) -> dict[str, list[Group]]:
    """The groups of each checklist, mildest first."""
    said = statements(flow)
    return {node.id: _groups(flow, node, said[node.id]) for node in flow.tree.nodes if node.checklist}


def _groups(flow: Flow, node: Node, said: list[Statement]) -> list[Group]:
    singled = frozenset[str]().union(*(statement.singled() for statement in said))
    # A threshold counts the ticks of its list as a condition does.
    counting: list[Statement] = [*said, *(rule.count for rule in node.raises)]
    made: list[Group] = []
    for level, gravity in flow.gravity.items():
        here = [item.id for item in node.items if item.level == level]
        made += [Group((item,), gravity, 1) for item in here if item in singled]
        alike = tuple(item for item in here if item not in singled)
        if alike:
            # One tick shows the level itself.
            cap = max([1, *(statement.cap(flow, gravity) for statement in counting)])
            made.append(Group(alike, gravity, min(len(alike), cap)))
    return made


def how_many(of: list[Group]) -> int:
    """The number of mixes of ticks."""
    return prod(group.cap + 1 for group in of)


def mixes(of: list[Group]) -> Iterator[frozenset[str]]:
    """The first items of each group in every number that can matter."""
    for ticks in product(*(range(group.cap + 1) for group in of)):
        yield frozenset(id_ for group, number in zip(of, ticks, strict=True) for id_ in group.items[:number])


def distinct(flow: Flow, of: dict[str, list[Group]]) -> dict[str, list[Answer] | None]:
    """For each question one answer of each sort, fewest ticks first; None when there are too many to try."""
    said = statements(flow)
    found: dict[str, list[Answer] | None] = {}
    for node in flow.tree.nodes:
        if node.choice:
            found[node.id] = [option.id for option in node.options]
        elif how_many(of[node.id]) > MOST_ANSWERS:
            found[node.id] = None
        else:
            sorts: dict[object, Answer] = {}
            for ticked in sorted(mixes(of[node.id]), key=len):
                sorts.setdefault(_sort(flow, node.id, said[node.id], ticked), ticked)
            found[node.id] = list(sorts.values())
    return found


def _sort(flow: Flow, question: str, said: list[Statement], ticked: frozenset[str]) -> tuple[object, ...]:
    """All that can be told of ticks by the rules: their level, and which statements are true of them."""
    return flow.level_of(question, ticked), *(statement.holds(flow, {question: ticked}) for statement in said)


def climbs(flow: Flow, question: str, of: list[Group]) -> list[tuple[Answer, Answer]]:
    """Ticks, and the same with one more or graver: one couple for each two sorts that are one such step apart."""
    said = statements(flow)[question]
    sorts = {ticked: _sort(flow, question, said, ticked) for ticked in mixes(of)}
    found: dict[object, tuple[Answer, Answer]] = {}
    for less, sort in sorts.items():
        for more in graver(less, of):
            other = sorts[more] if more in sorts else _sort(flow, question, said, more)
            if sort != other:
                found.setdefault((sort, other), (less, more))
    return list(found.values())


def graver(answer: Answer, of: list[Group]) -> Iterator[frozenset[str]]:
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
