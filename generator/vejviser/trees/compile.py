"""The rules of a tree as the browser gets them: plain data, nothing to evaluate."""

import json
from collections.abc import Callable
from typing import Any

from vejviser.records.question import Node, Rule
from vejviser.trees.rules import Flow
from vejviser.trees.words import rule_words

LawName = Callable[[str], str]
# What the browser's rules must know to follow a tree: one more whenever they would read a tree otherwise than before.
# A reader's browser may hold an old script; it then leaves the whole tree standing (site_overrides/assets/tree.js).
FORMAT = 1


def compiled(flow: Flow, law_name: LawName = str) -> dict[str, Any]:
    """Questions with their answers and rules, and outcomes; a level is its gravity (0 is the mildest).

    `law_name` gives the name of a provision as it may be printed.
    """
    tree = flow.tree
    return {
        "format": FORMAT,
        "title": tree.title,
        "version": tree.version,
        "start": flow.start,
        "levels": [level.title for level in tree.levels],
        "nodes": {
            node.id: {"ask": node.ask, "number": number}
            | (_choice(flow, node) if node.choice else _checklist(flow, node, law_name))
            for number, node in enumerate(tree.nodes, 1)
        },
        "outcomes": {
            key: {
                "title": outcome.title,
                "level": flow.gravity[outcome.level],
                "next": outcome.continue_at,
            }
            for key, outcome in tree.outcomes.items()
        },
    }


def _choice(flow: Flow, node: Node) -> dict[str, Any]:
    return {
        "options": [
            {
                "id": option.id,
                "label": option.label,
                "why": option.why,
                "as": option.counts_as,
                "help": option.help,
                "go": _rules(flow, option.go or []),
            }
            for option in node.options
        ]
    }


def _checklist(flow: Flow, node: Node, law_name: LawName) -> dict[str, Any]:
    assert node.none is not None
    return {
        "items": [
            {
                "id": item.id,
                "label": item.label,
                "level": flow.gravity[item.level],
                "help": item.help,
                "law": ", ".join(map(law_name, item.law)),
            }
            for item in node.items
        ],
        "none": {"label": node.none.label, "why": node.none.why},
        "raise": [
            {"level": rule.count.least(flow), "min": rule.count.min, "to": flow.gravity[rule.to]}
            for rule in node.raises
        ],
        "go": {str(flow.gravity[level]): _rules(flow, rules) for level, rules in node.go.items()},
    }


def _rules(flow: Flow, rules: list[Rule]) -> list[dict[str, Any]]:
    """Targets with their conditions, and with the words for why one was taken when there are several."""
    return [
        {
            "to": rule.target,
            "why": rule_words(flow, rules, number) if rule.if_ else None,
            "if": rule.if_.compiled(flow) if rule.if_ else None,
        }
        for number, rule in enumerate(rules)
    ]


def as_script(flow: Flow, law_name: LawName = str) -> str:
    """The compiled tree as one line of JSON that is safe inside a script element; what is empty is left out."""
    text = json.dumps(_without_empty(compiled(flow, law_name)), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item not in (None, "", [])}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value
