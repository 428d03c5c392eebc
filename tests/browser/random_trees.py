"""Trees made by chance, the same ones each time, that use every part of the language."""

from random import Random
from typing import Any

from vejviser.records.tree import Tree
from vejviser.trees.answers import conditions
from vejviser.trees.paths import paths
from vejviser.trees.rules import Flow, mentioned

LEVELS = ("mild", "midt", "alvor")
STATEMENTS = ("is", "has", "count", "level_min")
GROUPS = ("all", "any", "not")
# What a tree may hold, by name, to see that a sample of trees holds all of it.
FORMS = {*STATEMENTS, *GROUPS, "raise", "doubt", "passed"}


def forms_in(flow: Flow) -> set[str]:
    """The parts of the language that the paths of a tree may depend on."""
    every = list(conditions(flow))
    found = {
        name
        for one in (*every, *(part for one in every for part in mentioned(one)))
        for name in one.model_dump(by_alias=True, exclude_unset=True)
    }
    found |= {"raise" for node in flow.tree.nodes if node.raises}
    found |= {"doubt" for node in flow.tree.nodes for option in node.options if option.counts_as}
    return found | {"passed" for path in paths(flow) if path.passed}


def random_tree(seed: int) -> Tree:
    """A tree of two to five questions; every rule points to something later."""
    chance = Random(seed)
    size = chance.randint(2, 5)
    after = {f"slut{number}": chance.choice([None, chance.randrange(1, size)]) for number in range(3)} | {"ende": None}
    nodes: list[dict[str, Any]] = []
    for index in range(size):
        node = _checklist(chance, f"liste{index}") if chance.random() < 0.5 else _choice(chance, f"valg{index}")
        nodes.append(node)
    for index, node in enumerate(nodes):
        # Who goes on after an outcome must come to a later question than the one that led there.
        ends = [key for key, onward in after.items() if onward is None or onward > index]
        targets = [_id(later) for later in nodes[index + 1 :]] * 2 + ends
        for holder, key in _branches(node):
            holder[key] = [
                *(
                    {"if": _condition(chance, nodes[: index + 1]), "to": chance.choice(targets)}
                    for _ in range(chance.choice([0, 0, 1, 2]))
                ),
                {"else": chance.choice(targets)},
            ]
    outcome = {"title": "Gør", "force": "kan", "record": "r", "do": [{"act": "x", "who": "y", "within": "z"}]}
    return Tree.model_validate(
        {
            "id": "t",
            "title": "T",
            "version": 1,
            "intro": "I",
            "closing": ["Husk."],
            "nodes": nodes,
            "levels": [{"id": level, "title": level} for level in LEVELS],
            "outcomes": {
                key: {**outcome, "level": chance.choice(LEVELS), "continue_at": onward and _id(nodes[onward])}
                for key, onward in after.items()
            },
        }
    )


def _id(node: dict[str, Any]) -> str:
    return str(node.get("choice") or node["checklist"])


def _branches(node: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Where the rules of a question go: on its options, and under the levels of its list."""
    if "choice" in node:
        return [(option, "go") for option in node["options"] if "counts_as" not in option]
    return [(node["go"], level) for level in LEVELS]


def _choice(chance: Random, id_: str) -> dict[str, Any]:
    options: list[dict[str, Any]] = [{"id": f"svar{number}", "label": "S"} for number in range(chance.randint(2, 3))]
    if chance.random() < 0.5:
        options.append({"id": "tvivl", "label": "T", "counts_as": chance.choice(options)["id"]})
    return {"choice": id_, "ask": "Hvad?", "options": options}


def _checklist(chance: Random, id_: str) -> dict[str, Any]:
    items = [
        {"id": f"tegn{number}", "label": "P", "level": chance.choice(LEVELS)} for number in range(chance.randint(1, 5))
    ]
    thresholds = [{"count": _count(chance), "to": chance.choice(LEVELS)} for _ in range(chance.randint(0, 2))]
    return {
        "checklist": id_,
        "ask": "Hvilke?",
        "items": items,
        "none": {"label": "Ingen"},
        "raise": thresholds,
        "go": {},
    }


def _count(chance: Random) -> dict[str, Any]:
    level = chance.choice([None, *LEVELS])
    return {"min": chance.randint(1, 3)} | ({"level": level} if level else {})


def _condition(chance: Random, nodes: list[dict[str, Any]], depth: int = 2) -> dict[str, Any]:
    """A condition about questions that may or may not have been asked."""
    if depth and chance.random() < 0.4:
        group = chance.choice(GROUPS)
        if group == "not":
            return {"not": _condition(chance, nodes, depth - 1)}
        return {group: [_condition(chance, nodes, depth - 1) for _ in range(chance.randint(1, 2))]}
    node = chance.choice(nodes)
    if "choice" in node:
        return {"is": [_id(node), chance.choice(node["options"])["id"]]}
    form = chance.choice(STATEMENTS[1:])
    if form == "has":
        return {"has": [_id(node), chance.choice(node["items"])["id"]]}
    if form == "count":
        return {"count": {"of": _id(node), **_count(chance)}}
    return {"level_min": [_id(node), chance.choice(LEVELS)]}
