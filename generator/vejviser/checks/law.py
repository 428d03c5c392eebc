"""Checks of the law that pages rest on."""

from collections.abc import Iterator
from datetime import date

from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.law import Law


def _laws(project: Project) -> dict[str, Law]:
    return {entry.id: entry.record for entry in project.of_kind("law") if isinstance(entry.record, Law)}


def repealed(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E408: a record that rests on a provision which is no longer in force."""
    for id_, law in _laws(project).items():
        if law.in_force_to is None or law.in_force_to >= today:
            continue
        for use in links.to.get(id_, ()):
            if use.entry.kind != "law":
                yield use.entry.finding(
                    use.loc,
                    "E408",
                    f"{law.statute} {law.provision} blev ophævet {law.in_force_to}.",
                    f"Skriv `{law.replaced_by}` i stedet." if law.replaced_by else "Find den regel, der gælder nu.",
                )


def unsure_number(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """N409: a provision whose number nobody has verified; pages say the rule in words only."""
    for entry in project.of_kind("law"):
        law = entry.record
        if isinstance(law, Law) and not law.number_is_sure:
            yield entry.finding(
                ("confidence",),
                "N409",
                f"Paragraffen for »{law.title}« er ikke bekræftet og vises ikke.",
                "Slå op på retsinformation.dk, og ret `provision`, `checked` og `confidence`.",
            )


def unchecked(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E410: a provision that is printed as sure, without the date it was checked."""
    for entry in project.of_kind("law"):
        law = entry.record
        if isinstance(law, Law) and law.number_is_sure and law.checked is None:
            yield entry.finding(
                ("confidence",),
                "E410",
                f"`{law.id}` vises med paragraf, men har ingen dato for tjek.",
                "Skriv `checked:` og `checked_where:`, eller sæt `confidence: U`.",
            )
