"""All paths of a tree as a table, for lawyers and leaders: as CSV for a spreadsheet and as a page of HTML."""

from collections.abc import Iterator
from html import escape

from vejviser.trees.paths import paths
from vejviser.trees.rules import Flow
from vejviser.trees.words import answer_words

_STYLE = (
    "body{font:16px sans-serif}table{border-collapse:collapse}thead{position:sticky;top:0;background:#fff}"
    "td,th{border:1px solid;padding:.3em;text-align:left;vertical-align:top}"
)
# A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(flow: Flow) -> Iterator[list[str]]:
    """The headings, then one row a path: its number, the answer to each question, and where it ends."""
    tree = flow.tree
    yield [
        "Vej",
        *(f"{number}. {node.ask}" for number, node in enumerate(tree.nodes, 1)),
        "På vejen",
        "Resultat",
        "Niveau",
        "Styrke",
        "Id",
    ]
    for number, path in enumerate(paths(flow), 1):
        answers, outcome = path.answers, tree.outcomes[path.outcome]
        yield [
            str(number),
            *(answer_words(flow, node.id, answers[node.id]) if node.id in answers else "" for node in tree.nodes),
            ", ".join(tree.outcomes[id_].title for id_ in path.passed),
            outcome.title,
            flow.level_title(outcome.level),
            outcome.force,
            path.outcome,
        ]


def as_csv(flow: Flow) -> str:
    """The table for a Danish spreadsheet: a byte order mark, semicolons, and no cell that is run as a formula."""
    return "\ufeff" + "".join(";".join(map(cell, row)) + "\r\n" for row in rows(flow))


def cell(text: str) -> str:
    """A cell as it stands in the file; what a spreadsheet would run begins with an apostrophe instead."""
    safe = f"'{text}" if text.startswith(_FORMULA) else text
    return '"' + safe.replace('"', '""') + '"'


def as_html(flow: Flow) -> str:
    """The table as a whole page that needs nothing else."""
    head, *body = rows(flow)
    title = escape(f"Alle veje gennem {flow.tree.title}, version {flow.tree.version}")
    lines = [
        "<!doctype html>",
        '<html lang="da">',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        f"<h1>{title}</h1>",
        "<table>",
        "<thead><tr>" + "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head) + "</tr></thead>",
        "<tbody>",
    ]
    lines += [
        f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:]) + "</tr>"
        for row in body
    ]
    return "\n".join([*lines, "</tbody>", "</table>", "</html>", ""])
