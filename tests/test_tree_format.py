"""What a tree says to the browser has a number, so that an old script leaves a new page's whole tree standing."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from projects import ROOT
from shipped import checked_of
from vejviser.folders import municipalities
from vejviser.records.tree import Tree
from vejviser.trees.compile import FORMAT, as_script
from vejviser.trees.rules import Flow
from vejviser.trees.signs import with_signs

# Whatever a script must know to follow a tree. When this changes, so that an old script would follow a new tree
# otherwise, or a new script an old tree, raise FORMAT in trees/compile.py and in tree_rules.js, and note it here.
KEYS = {
    1: """
    format title version start levels nodes outcomes
    nodes.ask nodes.number nodes.options nodes.items nodes.none nodes.raise nodes.go
    options.id options.label options.help options.why options.as options.go
    items.id items.label items.level items.help items.law
    none.label none.why raise.level raise.min raise.to
    go.to go.why go.if
    if.is if.has if.count if.level_min if.at_most if.all if.any if.not
    count.of count.level count.min at_most.of at_most.level at_most.max
    outcomes.title outcomes.level outcomes.next
    """
}
_NAMED = {"nodes", "outcomes"}
_CONDITIONS = {"if", "all", "any", "not"}


def keys(part: Any, under: str = "") -> Iterator[str]:
    """The keys of a tree with the key that they stand under; ids and gravities are passed over."""
    if isinstance(part, list):
        for item in part:
            yield from keys(item, under)
    elif isinstance(part, dict):
        for key, value in part.items():
            if under in _NAMED and isinstance(value, dict):
                yield from (f"{under}.{name}" for name in value)
                for name, inner in value.items():
                    yield from keys(inner, name)
            elif under == "go" and key.isdigit():
                yield from keys(value, "go")
            else:
                place = "if" if under in _CONDITIONS else under
                yield f"{place}.{key}" if place else key
                yield from keys(value, key)


@pytest.mark.parametrize("municipality", municipalities(ROOT))
def test_known_keys(municipality: str) -> None:
    """Every tree says only what its format knows."""
    checked = checked_of(municipality)
    trees = [entry.record for entry in checked.project.of_kind("tree") if isinstance(entry.record, Tree)]
    said = {key for tree in trees for key in keys(json.loads(as_script(Flow(with_signs(tree, checked.project)))))}

    assert trees
    assert set() == said - set(KEYS[FORMAT].split())


def test_same_number() -> None:
    """The browser's rules have the same number as what is written for them."""
    rules = (ROOT / "site_overrides/assets/tree_rules.js").read_text(encoding="utf-8")

    assert f"export const FORMAT = {FORMAT};" in rules
    assert FORMAT == max(KEYS)
