"""Checks of budgets: that the sums are right."""

from collections.abc import Iterator
from datetime import date

from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.budget import Budget, dotted


def sums(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E411: a year whose lines do not add up to its total, or that has no total."""
    for entry in project.of_kind("budget"):
        budget = entry.record
        if not isinstance(budget, Budget):
            continue
        for year, total in budget.totals.items():
            added = sum(line.kroner.get(year, 0) for line in budget.lines)
            if added != total:
                yield entry.finding(
                    ("totals", year),
                    "E411",
                    f"Linjerne for {year} giver {dotted(added)} kr., men der står {dotted(total)} kr. i alt.",
                    "Ret den linje eller den sum, der er tastet forkert. Se efter i kilden.",
                )
        for index, line in enumerate(budget.lines):
            for year in line.kroner:
                if year not in budget.totals:
                    yield entry.finding(
                        ("lines", index, "kroner", year),
                        "E411",
                        f"Året {year} har ingen sum under `totals`.",
                        f"Skriv `{year}: …` under `totals`, eller ret årstallet.",
                    )
