"""Checks of records that a reader cannot tell apart, and of offers that run no more."""

import re
from collections.abc import Iterator
from datetime import date

from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.kinds import KINDS
from vejviser.records.offer import Offer


def same_titles(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W309: two records of a kind with the same title, as a copied file leaves them."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in sorted(project.entries.values(), key=lambda entry: entry.shared is False):
        place = KINDS[entry.kind].place
        if place is None:
            continue
        other = first.setdefault((entry.kind, entry.record.title.casefold()), entry)
        if other is not entry:
            yield entry.finding(
                ("title",),
                "W309",
                f"`{entry.id}` har samme titel som `{other.id}`: {other.path}.",
                "Giv den ene en titel, så læseren kan kende dem fra hinanden, eller slet kopien.",
            )


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPEN = re.compile(r"\b(?:fra|siden|fortsat|løbende|og frem|endnu)\b|[-–]\s*$", re.IGNORECASE)


def over(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W417: an offer said to be running whose period ended in an earlier year."""
    for entry in project.entries.values():
        record = entry.record
        if not isinstance(record, Offer) or record.period is None or record.status not in ("active", "pilot"):
            continue
        years = [int(year) for year in _YEAR.findall(record.period)]
        if years and max(years) < today.year and not _OPEN.search(record.period):
            yield entry.finding(
                ("period",),
                "W417",
                f"Perioden sluttede i {max(years)}, men tilbuddet står som i drift.",
                "Skriv `status: ended`, hvis det er ophørt. Kører det endnu, så ret `period`.",
            )
