"""`vejviser diff-shared`: what a municipality has in place of the shared content, beside it, and not at all."""

import argparse
import json
from collections.abc import Iterable

from vejviser.checked import check_project
from vejviser.commands.common import FINE, add_root, add_today, one_municipality, the_day
from vejviser.entry import Entry
from vejviser.project import Project
from vejviser.records.kinds import KINDS

HELP = "vis, hvad kommunen har i stedet for og ud over det fælles"
# Fields that differ by nature and tell nothing of what the page says.
_QUIET = {"id", "sources", "status", "reviewed", "review_by", "internal_note"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    add_today(parser)
    parser.add_argument("municipality", metavar="KOMMUNE", nargs="?", help="kommunens mappe under content")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (standard) eller json")


def run(options: argparse.Namespace) -> int:
    """Print the comparison; it is a report, so it is fine whatever it says."""
    project = check_project(options.root, one_municipality(options), the_day(options)).project
    compared = compare(project)
    print(json.dumps(compared, ensure_ascii=False, indent=1) if options.format == "json" else _as_text(compared))
    return FINE


def compare(project: Project) -> dict[str, object]:
    """The comparison as plain data."""
    replaced = [
        {
            "kind": own.kind,
            "id": own.id,
            "shared": below.path,
            "own": own.path,
            "differs": _differs(below, own),
            "shared_is_newer": bool(
                below.record.reviewed and own.record.reviewed and below.record.reviewed > own.record.reviewed
            ),
        }
        for below, own in sorted(project.replaced, key=lambda pair: (pair[1].kind, pair[1].id))
    ]
    taken = {own.id for _, own in project.replaced}
    entries = list(project.entries.values())
    return {
        "municipality": project.municipality,
        "replaced": replaced,
        "added": _by_kind(entry for entry in entries if not entry.shared and entry.id not in taken),
        "as_shared": _by_kind(entry for entry in entries if entry.shared),
        "missing": [kind for kind in KINDS if not any(entry.kind == kind for entry in entries)],
    }


def _differs(below: Entry, own: Entry) -> list[str]:
    """The fields in which the municipality says another thing."""
    return [
        name
        for name in type(own.record).model_fields
        if name not in _QUIET and getattr(own.record, name) != getattr(below.record, name)
    ]


def _by_kind(entries: Iterable[Entry]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        found.setdefault(entry.kind, []).append(entry.id)
    return {kind: found[kind] for kind in KINDS if kind in found}


def _as_text(compared: dict[str, object]) -> str:
    plural = {name: kind.model.plural for name, kind in KINDS.items()}
    lines = [f"{compared['municipality']} og det fælles indhold"]
    replaced = compared["replaced"]
    assert isinstance(replaced, list)
    lines += ["", f"Erstattet ({len(replaced)}): kommunens post står i stedet for den fælles."]
    for row in replaced:
        differs = ", ".join(row["differs"]) or "intet, som læseren ser"
        lines.append(f"  {row['id']} ({plural[row['kind']]}): forskel i {differs}")
        if row["shared_is_newer"]:
            lines.append(f"    Den fælles er gennemgået senere. Se, om noget skal med: {row['shared']}")
    added, as_shared = compared["added"], compared["as_shared"]
    assert isinstance(added, dict)
    assert isinstance(as_shared, dict)
    lines += ["", "Tilføjet: findes kun i kommunen."]
    lines += [f"  {plural[kind]} ({len(ids)}): {', '.join(ids)}" for kind, ids in added.items()]
    lines += [
        "",
        "Brugt, som det fælles er: "
        + (", ".join(f"{plural[kind]} ({len(ids)})" for kind, ids in as_shared.items()) or "intet")
        + ".",
    ]
    missing = compared["missing"]
    assert isinstance(missing, list)
    lines += [
        "",
        "Mangler både i kommunen og i det fælles: " + (", ".join(plural[kind] for kind in missing) or "intet") + ".",
    ]
    return "\n".join(lines)
