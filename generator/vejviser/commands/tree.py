"""`vejviser tree`: shows, tabulates, draws, compares and plays a decision tree."""

import argparse
import sys
from pathlib import Path

from vejviser.adapters import git_files, text_file
from vejviser.checks.trees import form_faults
from vejviser.commands import play
from vejviser.commands.common import FINDINGS, FINE, WrongUse, add_municipality, add_root, one_municipality
from vejviser.findings import suggestion
from vejviser.project import Project, load
from vejviser.records.tree import Tree
from vejviser.trees import compare, diagram, outline, table
from vejviser.trees.coverage import covered
from vejviser.trees.rules import Flow
from vejviser.trees.signs import with_signs

HELP = "vis, tegn, sammenlign eller prøv et beslutningstræ"
_ACTIONS = {
    "show": "træet som tekst, og hvor meget eksemplerne dækker",
    "paths": "alle veje som tabel",
    "diagram": "træet som SVG-tegning",
    "diff": "svar, der ender et andet sted end før",
    "play": "prøv træet her i terminalen",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    actions = "; ".join(f"{name}: {words}" for name, words in _ACTIONS.items())
    parser.add_argument("action", choices=_ACTIONS, metavar="HANDLING", help=actions)
    parser.add_argument(
        "tree", metavar="TRÆ", help="træets id; ved diff det gamle træ, fx HEAD:jeg-er-bekymret for det i git"
    )
    parser.add_argument("new", metavar="NYT", nargs="?", help="ved diff: det nye træ; ellers det, der ligger nu")
    add_root(parser)
    add_municipality(parser)
    parser.add_argument("--format", choices=("csv", "html"), default="csv", help="ved paths: csv (standard) eller html")
    parser.add_argument("--output", type=Path, metavar="FIL", help="skriv til filen i stedet for skærmen")


def run(options: argparse.Namespace) -> int:
    """Do what is asked for; a comparison that finds changes ends like a check that finds faults."""
    municipality = one_municipality(options)
    if options.new and options.action != "diff":
        raise WrongUse(f"`{options.action}` tager kun ét træ. Se: vejviser tree --help")
    flow = _flow(options.root, municipality, options.tree)
    if options.action == "play":
        play.play(flow)
        return FINE
    if options.action == "diff":
        id_ = options.tree.rpartition(":")[2]
        new = _flow(options.root, municipality, options.new or id_)
        found, outcomes = compare.changes(flow, new), compare.changed_outcomes(flow, new)
        _give(options, _compared(found, outcomes))
        return FINDINGS if found or outcomes else FINE
    made = {
        "show": lambda: f"{outline.as_text(flow)}\n\n{_covered(flow)}\n",
        "paths": lambda: table.as_html(flow) if options.format == "html" else table.as_csv(flow),
        "diagram": lambda: _alone(diagram.svg(flow)),
    }
    _give(options, made[options.action]())
    return FINE


def _give(options: argparse.Namespace, text: str) -> None:
    if options.output:
        text_file.write(options.output, text)
        print(f"Skrevet til {options.output}", file=sys.stderr)
    else:
        print(text, end="")


def _flow(root: Path, municipality: str, name: str) -> Flow:
    """A tree by its id, as it is now or, with `REVISION:` before it, as it was in git; it must hang together."""
    revision, _, id_ = name.rpartition(":")
    if not revision:
        return _sound(load(root, municipality), id_)
    with git_files.as_it_was(root, revision) as folder:
        return _sound(load(folder, municipality), id_)


def _sound(project: Project, id_: str) -> Flow:
    entry = project.entries.get(id_)
    faulty = WrongUse(f"Træet `{id_}` hænger ikke sammen. Ret det først: vejviser check")
    if id_ in project.broken:
        raise faulty
    if entry is None or not isinstance(entry.record, Tree):
        known = [other.id for other in project.of_kind("tree")]
        raise WrongUse(f"Der er intet træ med id'et `{id_}`. {suggestion(id_, known)}")
    flow = Flow(with_signs(entry.record, project))
    if form_faults(entry, flow):
        raise faulty
    return flow


def _covered(flow: Flow) -> str:
    names = {"questions": "spørgsmål", "answers": "svar", "rules": "regler", "outcomes": "resultater"}
    lines = ["Eksemplerne prøver"]
    for sort, cover in covered(flow).items():
        missing = f"; mangler {', '.join(cover.missing)}" if cover.missing else ""
        lines.append(f"   {cover.total - len(cover.missing)} af {cover.total} {names[sort]}{missing}")
    return "\n".join(lines)


def _compared(found: list[compare.Change], outcomes: list[str]) -> str:
    lines = [
        f"{sum(change.number for change in found)} veje ender et andet sted."
        if found
        else "Alle svar ender, hvor de gjorde før."
    ]
    lines += [f"\n{change.before} → {change.after} ({change.number})\n   fx {change.example}" for change in found]
    lines += ["\nResultater, der er ændret:", *(f"   {line}" for line in outcomes)] if outcomes else []
    return "\n".join(lines) + "\n"


def _alone(drawing: str) -> str:
    """A drawing with the colours that the site's stylesheet gives it, to be opened by itself."""
    style = (
        "<style>text{font:14px sans-serif}.diagram-ask,.diagram-end{font-weight:700}"
        ".diagram-box,.diagram-pill{fill:#fff;stroke:#555}.diagram-rule{stroke:#ccc}"
        ".diagram-line{fill:none;stroke:#333}</style>"
    )
    return drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace(">", f">{style}", 1) + "\n"
