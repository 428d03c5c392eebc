"""One page for each decision tree: whole as headings and links, and the rules that the browser reads."""

from collections.abc import Iterator

from markupsafe import Markup

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.tree import Tree
from vejviser.trees.compile import as_script
from vejviser.trees.paths import target_of


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page for every tree."""
    for entry in book.of_kind("tree"):
        tree = entry.record
        if not isinstance(tree, Tree):
            continue
        options = [(node, option) for node in tree.nodes for option in node.options]
        gravity = {level.id: index for index, level in enumerate(tree.levels)}
        yield writer.page(
            "tree", f"beslutningstrae/{tree.id}.md", tree.title, description=tree.summary or "", source=entry.path,
            tree=tree, gravest=tree.levels[-1].id, logic=Markup(as_script(tree)), gravity=gravity,
            level_words={level.id: level.title for level in tree.levels},
            labels={(node.choice, option.id): option.label for node, option in options},
            targets={(node.choice, option.id): target_of(node, option) for node, option in options},
            outcomes=sorted(tree.outcomes.items(), key=lambda item: -gravity[item[1].level]))
