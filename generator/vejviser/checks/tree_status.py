"""Outcomes that lead to an offer name what else fits, above all where the offer may not exist."""

import re
from collections.abc import Iterator
from datetime import date

from vejviser.checks.trees import flows
from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project

_UNSURE = ("proposed", "pilot", "ended")
_LINK = re.compile(r"\]\(([a-z0-9-]+)\)")


def no_other_way(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E415: an outcome that leads to a proposal, a trial or something ended, and names nothing that runs beside it."""
    for entry, flow in flows(project):
        for key, outcome in flow.tree.outcomes.items():
            target = project.entries.get(outcome.record)
            beside = [project.entries.get(id_) for id_ in _LINK.findall(outcome.note or "")]
            if target and not _runs(target) and not any(other and _runs(other) for other in beside):
                yield entry.finding(
                    ("outcomes", key, "record"),
                    "E415",
                    f"Resultatet fører til »{target.record.title}«, som måske ikke findes, og nævner ikke andet.",
                    "Skriv i `note`, hvad der ellers passer, med et link: `Kan også passe: [navn](id).`",
                )


def also_fits(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W418: an outcome that leads to an offer and names none of the others that run and are about the same concern."""
    offers = {entry.id: entry for entry in project.of_kind("offer")}
    for entry, flow in flows(project):
        for key, outcome in flow.tree.outcomes.items():
            about = set(offers[outcome.record].record.concerns) if outcome.record in offers else set()
            fits = {
                id_: other
                for id_, other in offers.items()
                if id_ != outcome.record and _runs(other) and about & set(other.record.concerns)
            }
            if fits and not fits.keys() & set(_LINK.findall(outcome.note or "")):
                first = min(fits)
                yield entry.finding(
                    ("outcomes", key),
                    "W418",
                    f"Resultatet nævner ikke, at »{fits[first].record.title}« også kan passe.",
                    f"Skriv i `note`, hvad der ellers passer, og hvornår: `Kan også passe: [navn]({first}).`",
                )


def _runs(entry: Entry) -> bool:
    return entry.record.status not in _UNSURE
