"""Fills the checklists of a tree with the sign records that they take their items from."""

from vejviser.project import Project
from vejviser.records.question import Item, Node
from vejviser.records.sign import Sign
from vejviser.records.tree import Tree


def with_signs(tree: Tree, project: Project) -> Tree:
    """The tree with an item for each sign that it asks for, gravest first; the tree itself when it asks for none."""
    if not any(node.items_from for node in tree.nodes):
        return tree
    signs = [entry.record for entry in project.of_kind("sign")]
    own = [sign for sign in signs if isinstance(sign, Sign)]
    return tree.model_copy(update={"nodes": [_filled(tree, node, own) for node in tree.nodes]})


def _filled(tree: Tree, node: Node, signs: list[Sign]) -> Node:
    pick = node.items_from
    if pick is None:
        return node
    gravity = {level.id: index for index, level in enumerate(tree.levels)}
    items = [
        Item(id=sign.id, label=sign.title, level=pick.signs.get(sign.id) or pick.levels[sign.level])
        for sign in signs
        if pick.age_group in sign.age_groups and sign.level in pick.levels
    ]
    items.sort(key=lambda item: (-gravity.get(item.level, 0), _number(item.id)))
    return node.model_copy(update={"items": [*node.items, *items]})


def _number(id_: str) -> tuple[int, str]:
    """`tegn-9` comes before `tegn-10`."""
    digits = "".join(ch for ch in id_ if ch.isdigit())
    return int(digits or 0), id_
