"""Two pages for each decision tree: the tree to walk through, and how it is built, for editors and experts."""

from collections.abc import Iterator

from markupsafe import Markup

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.tree import Tree
from vejviser.trees.compile import as_script
from vejviser.trees.coverage import covered
from vejviser.trees.diagram import svg
from vejviser.trees.outline import outline
from vejviser.trees.proof import proof_of, sensitive
from vejviser.trees.rules import Flow
from vejviser.trees.signs import with_signs
from vejviser.trees.words import answer_words, place_words


def built_address(id_: str) -> str:
    """The page that tells how a tree is built."""
    return f"beslutningstrae/{id_}/opbygning.md"


def flows(book: Book) -> Iterator[tuple[Flow, str]]:
    """Every tree with its signs filled in, and the file that it comes from."""
    for tree in book.all(Tree):
        yield Flow(with_signs(tree, book.project)), book.get(tree.id).path


def in_order(book: Book, _: tuple[str, ...]) -> list[str]:
    """The main tree, then the others."""
    main = book.municipality.main_tree
    return [main, *(id_ for id_ in book.ids("tree") if id_ != main)]


def section(book: Book, id_: str) -> str:
    """Where a tree stands in the menu: the one that tells whether to notify stands with the ways to do so."""
    place = book.municipality
    return "notifications" if id_ == place.notify_tree != place.main_tree else ""


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The tree to walk through."""
    for flow, source in flows(book):
        tree = flow.tree
        yield writer.page(
            "tree",
            f"beslutningstrae/{tree.id}.md",
            tree.title,
            description=tree.summary or "",
            source=source,
            tree=tree,
            gravest=tree.levels[-1].id,
            logic=Markup(as_script(flow, book.law_name)),
            gravity=flow.gravity,
            level_words={level.id: level.title for level in tree.levels},
            questions=outline(flow),
            outcomes=sorted(tree.outcomes.items(), key=lambda item: -flow.gravity[item[1].level]),
        )


def built_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """How each is built."""
    for flow, source in flows(book):
        yield _built(writer, flow, source)


def _built(writer: Writer, flow: Flow, source: str) -> Page:
    """Diagram, outline, what is proved, and what experts should look at."""
    tree, proof = flow.tree, proof_of(flow)
    found = sensitive(proof)
    told = [
        {
            "place": place,
            "one": answer_words(flow, place, one),
            "two": answer_words(flow, place, two),
            "ends": [tree.outcomes[end].title for end in gap.ends],
            "levels": gap.levels,
        }
        for place, one, two, gap in found or ()
    ]
    return writer.page(
        "tree_built",
        built_address(tree.id),
        f"Sådan er »{tree.title}« bygget",
        description="Diagram, alle spørgsmål og det, der er bevist.",
        source=source,
        record=tree,
        diagram=Markup(svg(flow)),
        questions=outline(flow),
        number_of_paths=len(proof.paths or ()),
        sensitive=told,
        all_compared=found is not None,
        coverage=covered(flow),
        flow=flow,
        goes_on=[
            (outcome.title, place_words(flow, outcome.continue_at))
            for outcome in tree.outcomes.values()
            if outcome.continue_at
        ],
    )
