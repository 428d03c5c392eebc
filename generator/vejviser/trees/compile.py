"""The rules of a tree as the browser gets them: plain data, nothing to evaluate."""

import json
from typing import Any

from vejviser.records.tree import Tree
from vejviser.trees.paths import target_of


def compiled(tree: Tree) -> dict[str, Any]:
    """Questions with resolved targets and outcomes with their gravity (0 is the mildest level)."""
    gravity = {level.id: index for index, level in enumerate(tree.levels)}
    return {
        "id": tree.id,
        "title": tree.title,
        "version": tree.version,
        "start": tree.nodes[0].choice,
        "nodes": {
            node.choice: {
                "number": number,
                "ask": node.ask,
                "options": [
                    {
                        "id": option.id,
                        "label": option.label,
                        "go": target_of(node, option),
                        "counts_as": option.counts_as,
                        "why": option.why,
                    }
                    for option in node.options
                ],
            }
            for number, node in enumerate(tree.nodes, 1)
        },
        "outcomes": {
            key: {
                "title": outcome.title,
                "level": gravity[outcome.level],
                "continue": {"at": outcome.continue_at, "label": outcome.continue_label or "Gå videre"}
                if outcome.continue_at
                else None,
            }
            for key, outcome in tree.outcomes.items()
        },
    }


def as_script(tree: Tree) -> str:
    """The compiled tree as one line of JSON that is safe inside a script element."""
    text = json.dumps(compiled(tree), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
