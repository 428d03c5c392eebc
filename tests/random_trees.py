"""Random decision trees as the plain data of their files, in which every answer leads on.

The conditions come from the language itself, so one that is added to it is tried by every proof and in the browser.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations
from random import Random
from typing import Any, get_args

from hypothesis import strategies as st

from vejviser.records.clause import Asked, Clause, Group, Statement
from vejviser.records.condition import Condition
from vejviser.records.tree import Tree
from vejviser.trees.paths import paths
from vejviser.trees.rules import Flow

Raw = dict[str, Any]
LEVELS = ["mild", "gul", "alvor"]
# More ways to answer than this take too long to try one by one.
MOST_WAYS = 500
# What a safety rule may promise.
PROMISES: list[Raw] = [
    {"outcome_level_min": "gul"},
    {"outcome_level_min": "alvor"},
    {"outcome": ["u0"]},
    {"outcome_level_min": "gul", "outcome": ["u0", "u1"]},
]


def flow_of(raw: Raw) -> Flow:
    """A tree of plain data as the generator sees it."""
    return Flow(Tree.model_validate(raw))


def tree(nodes: list[Raw], outcomes: Mapping[str, str | tuple[str, str]], **fields: Any) -> Raw:
    """A whole tree: its questions, and its outcomes as their level or as level and the question they go on to."""
    return {
        "id": "t",
        "title": "T",
        "version": 1,
        "intro": "I",
        "closing": ["Husk."],
        "levels": [{"id": level, "title": level.capitalize()} for level in LEVELS],
        "nodes": nodes,
        "outcomes": {
            key: {
                "title": key.capitalize(),
                "force": "kan",
                "record": "r",
                "level": given if isinstance(given, str) else given[0],
                "continue_at": None if isinstance(given, str) else given[1],
                "do": [{"act": "Ring", "who": "Du", "within": "straks"}],
            }
            for key, given in outcomes.items()
        },
        **fields,
    }


def choice(id_: str, **go: Any) -> Raw:
    """A question with one answer; an option whose name starts with `tvivl` counts as the option given."""
    options = [
        {"id": option, "label": option.capitalize(), "counts_as" if option.startswith("tvivl") else "go": target}
        for option, target in go.items()
    ]
    return {"choice": id_, "ask": f"Hvad med {id_}?", "options": options}


def checklist(id_: str, items: dict[str, str], go: Raw, *raises: Raw) -> Raw:
    """A question with items to tick, given as their levels."""
    return {
        "checklist": id_,
        "ask": f"Hvad ser du i {id_}?",
        "none": {"label": "Ingen"},
        "raise": list(raises),
        "go": go,
        "items": [{"id": item, "label": item.capitalize(), "level": level} for item, level in items.items()],
    }


def subsets(node: Raw) -> Iterator[frozenset[str]]:
    """Every way to tick a checklist."""
    ids = [item["id"] for item in node["items"]]
    for ticked in chain.from_iterable(combinations(ids, size) for size in range(len(ids) + 1)):
        yield frozenset(ticked)


def level_of(node: Raw, ticked: frozenset[str]) -> str:
    """The level of ticks: the gravest of theirs and of the thresholds reached."""
    graveness = [LEVELS.index(item["level"]) for item in node["items"] if item["id"] in ticked]
    raised = [
        LEVELS.index(rule["to"])
        for rule in node["raise"]
        if sum(level >= LEVELS.index(rule["count"].get("level", LEVELS[0])) for level in graveness)
        >= rule["count"]["min"]
    ]
    return LEVELS[max([0, *graveness, *raised])]


def language() -> dict[str, type[Clause]]:
    """Every condition that a tree can be written with: the class behind each name."""
    return {
        info.alias or name: next(part for part in get_args(info.annotation) if part is not type(None))
        for name, info in Condition.model_fields.items()
    }


def raw_trees() -> st.SearchStrategy[Raw]:
    """Trees small enough to try every way to answer them."""
    return st.builds(random_tree, st.randoms(use_true_random=False))


def random_tree(chance: Random) -> Raw:
    """A tree of a few questions that uses all of the language; every rule points to something later."""
    size = chance.randint(1, 5)
    nodes: list[Raw] = []
    ways = 1
    while len(nodes) < size:
        node = (_choice if chance.randint(0, 1) else _checklist)(chance, f"q{len(nodes)}")
        ways *= len(node["options"]) if "choice" in node else 2 ** len(node["items"])
        if ways > MOST_WAYS:
            break
        nodes.append(node)
    ends = {f"u{number}": chance.choice(LEVELS) for number in range(chance.randint(2, 4))}
    for index, node in enumerate(nodes):
        targets = [_id(later) for later in nodes[index + 1 :]] + list(ends)
        for place, key in _places(node):
            rules = [{"if": condition(chance, nodes[: index + 1]), "to": chance.choice(targets)} for _ in _few(chance)]
            place[key] = [*rules, {"else": chance.choice(targets)}]
    outcomes = {key: _going_on(chance, nodes, key, level) for key, level in ends.items()}
    must = {"name": "Regel", "when": condition(chance, nodes), **chance.choice(PROMISES)}
    return tree(nodes, outcomes, must=[must])


def condition(chance: Random, nodes: list[Raw], deep: int = 2) -> Raw:
    """A condition on the questions given, asked or not; now and then made of others."""
    spoken = language()
    groups = {name: clause for name, clause in spoken.items() if issubclass(clause, Group)}
    if deep and not chance.randint(0, 2):
        name = chance.choice(sorted(groups))
        return {name: groups[name].of([condition(chance, nodes, deep - 1) for _ in range(chance.randint(1, 2))])}
    asked = _asked(chance.choice(nodes))
    ways = {name: list(clause.examples(asked)) for name, clause in spoken.items() if issubclass(clause, Statement)}
    name = chance.choice(sorted(name for name, written in ways.items() if written))
    return {name: chance.choice(ways[name])}


def _asked(node: Raw) -> Asked:
    if "choice" in node:
        return Asked(_id(node), "choice", [one["id"] for one in node["options"] if "counts_as" not in one], LEVELS)
    return Asked(_id(node), "checklist", [item["id"] for item in node["items"]], LEVELS)


def _few(chance: Random) -> range:
    return range(chance.choice([0, 0, 1, 2]))


def _id(node: Raw) -> str:
    return str(node.get("choice") or node["checklist"])


def _places(node: Raw) -> list[tuple[Raw, str]]:
    """Where the rules of a question go: on its options, and under the levels that its items can give."""
    if "choice" in node:
        return [(option, "go") for option in node["options"] if "counts_as" not in option]
    given = {level_of(node, ticked) for ticked in subsets(node)}
    return [(node["go"], level) for level in LEVELS if level in given]


def _choice(chance: Random, id_: str) -> Raw:
    own = [f"s{number}" for number in range(chance.randint(2, 3))]
    doubts = {"tvivl": chance.choice(own)} if chance.randint(0, 1) else {}
    return choice(id_, **dict.fromkeys(own), **doubts)


def _checklist(chance: Random, id_: str) -> Raw:
    items = {f"p{number}": chance.choice(LEVELS) for number in range(chance.randint(1, 5))}
    return checklist(id_, items, {}, *({"count": _count(chance), "to": chance.choice(LEVELS)} for _ in _few(chance)))


def _count(chance: Random) -> Raw:
    level = chance.choice([None, *LEVELS])
    return {"min": chance.randint(1, 3), **({"level": level} if level else {})}


def _going_on(chance: Random, nodes: list[Raw], key: str, level: str) -> str | tuple[str, str]:
    """An outcome; of some one goes on to a question after all those that lead to it."""
    leads = [any(key in rule.values() for place, go in _places(node) for rule in place[go]) for node in nodes]
    last = max((index for index, there in enumerate(leads) if there), default=len(nodes))
    later = [_id(node) for node in nodes[last + 1 :]]
    return (level, chance.choice(later)) if later and chance.randint(0, 1) else level


def forms() -> set[str]:
    """What a tree may hold, by name, to see that a sample of trees holds all of it."""
    return {*language(), "raise", "counts_as", "passed"}


def forms_in(flow: Flow) -> set[str]:
    """The parts of the language that the paths of a tree may depend on."""
    nodes = flow.tree.nodes
    conditions = [rule.if_ for node in nodes for rule in node.rules if rule.if_]
    found = {"raise" for node in nodes if node.raises}
    found |= {"counts_as" for node in nodes for option in node.options if option.counts_as}
    found |= {step for one in conditions for loc, _ in one.statements() for step in loc if isinstance(step, str)}
    return found | {"passed" for path in paths(flow) if path.passed}
