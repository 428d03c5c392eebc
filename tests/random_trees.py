"""Random decision trees as the plain data of their files, in which every answer leads on."""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations
from math import prod
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from vejviser.records.tree import Tree
from vejviser.trees.rules import Flow

Raw = dict[str, Any]
LEVELS = ["mild", "gul", "alvor"]
# More ways to answer than this take too long to try one by one.
MOST_WAYS = 500


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


@st.composite
def raw_trees(draw: st.DrawFn) -> Raw:
    """A tree of a few questions, small enough to try every way to answer it."""
    size = draw(st.integers(1, 4))
    outcomes = {f"u{number}": draw(st.sampled_from(LEVELS)) for number in range(draw(st.integers(2, 4)))}
    nodes: list[Raw] = []
    for index in range(size):
        node: Raw = draw(_choices(f"q{index}") if draw(st.booleans()) else _checklists(f"q{index}"))
        nodes.append(node)
        later = [f"q{number}" for number in range(index + 1, size)] + list(outcomes)
        places = node.get("options") or [{"level": level} for level in {level_of(node, one) for one in subsets(node)}]
        for place in places:
            if "counts_as" in place:
                continue
            rules = draw(_rules(nodes, later))
            if "level" in place:
                node["go"][place["level"]] = rules
            else:
                place["go"] = rules
    ways = prod(len(node["options"]) if "choice" in node else 2 ** len(node["items"]) for node in nodes)
    assume(ways <= MOST_WAYS)
    must = [
        {
            "name": "Regel",
            "when": draw(_conditions(nodes)),
            **draw(
                st.sampled_from(
                    [
                        {"outcome_level_min": "gul"},
                        {"outcome_level_min": "alvor"},
                        {"outcome": ["u0"]},
                        {"outcome_level_min": "gul", "outcome": ["u0", "u1"]},
                    ]
                )
            ),
        }
    ]
    return tree(nodes, {key: draw(_going_on(nodes, key, level)) for key, level in outcomes.items()}, must=must)


@st.composite
def _going_on(draw: st.DrawFn, nodes: list[Raw], key: str, level: str) -> str | tuple[str, str]:
    """An outcome; of some one goes on to a question after all those that lead to it."""

    def leads(node: Raw) -> bool:
        places = [*(option.get("go", []) for option in node.get("options", ())), *node.get("go", {}).values()]
        return any(key in rule.values() for rules in places for rule in rules)

    last = max((index for index, node in enumerate(nodes) if leads(node)), default=len(nodes))
    later = [node.get("choice") or node["checklist"] for node in nodes[last + 1 :]]
    goes_on = draw(st.booleans())
    return (level, draw(st.sampled_from(later))) if later and goes_on else level


@st.composite
def _choices(draw: st.DrawFn, id_: str) -> Raw:
    own = [f"s{number}" for number in range(draw(st.integers(2, 3)))]
    doubts = {"tvivl": draw(st.sampled_from(own))} if draw(st.booleans()) else {}
    return choice(id_, **dict.fromkeys(own), **doubts)


@st.composite
def _checklists(draw: st.DrawFn, id_: str) -> Raw:
    levels = draw(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=4))
    counts = st.fixed_dictionaries({"min": st.integers(1, 3)}, optional={"level": st.sampled_from(LEVELS)})
    raises = draw(st.lists(st.fixed_dictionaries({"count": counts, "to": st.sampled_from(LEVELS)}), max_size=2))
    return checklist(id_, {f"p{number}": level for number, level in enumerate(levels)}, {}, *raises)


@st.composite
def _rules(draw: st.DrawFn, nodes: list[Raw], later: list[str]) -> list[Raw]:
    targets = st.sampled_from(later)
    rules = [{"if": draw(_conditions(nodes)), "to": draw(targets)} for _ in range(draw(st.sampled_from([0, 0, 1, 2])))]
    return [*rules, {"else": draw(targets)}]


@st.composite
def _conditions(draw: st.DrawFn, nodes: list[Raw], deep: int = 2) -> Raw:
    """A condition on the questions given; now and then made of others."""
    sort = draw(st.sampled_from(["plain", "plain", "plain", "not", "all", "any"])) if deep else "plain"
    if sort == "not":
        return {"not": draw(_conditions(nodes, deep - 1))}
    if sort in ("all", "any"):
        return {sort: draw(st.lists(_conditions(nodes, deep - 1), min_size=2, max_size=2))}
    node = draw(st.sampled_from(nodes))
    if "choice" in node:
        own = [option["id"] for option in node["options"] if "counts_as" not in option]
        return {"is": [node["choice"], draw(st.sampled_from(own))]}
    id_, form = node["checklist"], draw(st.sampled_from(["has", "count", "level_min"]))
    if form == "has":
        return {"has": [id_, draw(st.sampled_from([item["id"] for item in node["items"]]))]}
    if form == "level_min":
        return {"level_min": [id_, draw(st.sampled_from(LEVELS))]}
    level = {"level": draw(st.sampled_from(LEVELS))} if draw(st.booleans()) else {}
    return {"count": {"of": id_, "min": draw(st.integers(1, 3)), **level}}
