"""Checks of ids: that they exist, are of the right kind and are used."""

from collections.abc import Iterator
from datetime import date

from vejviser.findings import Finding, suggestion
from vejviser.folders import CONTENT, SHARED
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records import BY_KIND

# Records that only make sense where another record names them.
_NAMED_BY_OTHERS = {"source", "law", "role", "organisation", "notification", "method"}


def unknown_ids(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E301: an id that no record has."""
    for use in links.uses:
        if use.target in project.entries or use.target in project.broken:
            continue
        known = [entry.id for entry in project.entries.values() if not use.kinds or entry.kind in use.kinds]
        yield use.entry.finding(
            use.loc, "E301", f"Der er ingen post med id'et `{use.target}`.",
            suggestion(use.target, known) or "Ret id'et, eller lav posten.")


def wrong_kinds(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E303: an id of a record of another kind than the field asks for."""
    for use in links.uses:
        entry = project.entries.get(use.target)
        if entry is None or not use.kinds or entry.kind in use.kinds:
            continue
        wanted = " eller ".join(BY_KIND[kind].name for kind in use.kinds)
        known = [other.id for other in project.entries.values() if other.kind in use.kinds]
        yield use.entry.finding(
            use.loc, "E303", f"`{use.target}` er {BY_KIND[entry.kind].name}, men her skal stå {wanted}.",
            suggestion(use.target, known) or "Ret id'et.")


def orphans(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W304: a record of the municipality that no other record names."""
    shared = f"{CONTENT}/{SHARED}/"
    for entry in project.entries.values():
        if entry.kind in _NAMED_BY_OTHERS and not entry.path.startswith(shared) and not links.sources_of(entry.id):
            yield entry.finding(
                ("id",), "W304", f"Ingen anden post nævner `{entry.id}`.",
                "Nævn den, hvor den hører til, fx under `related`, eller slet den.")
