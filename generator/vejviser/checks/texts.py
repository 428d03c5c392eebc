"""Checks of running text."""

from collections.abc import Iterator
from datetime import date

from vejviser import texts
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.kinds import has_own_page


def active_pages(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E607: a hand-written page that runs code or fetches something from another site."""
    for _, text, path in project.handwritten:
        found = texts.active_part(text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            yield Finding(
                path,
                line,
                column,
                "E607",
                f"`{found.group().strip()}` må ikke stå på en side.",
                "Skriv med Markdown: overskrifter, lister, fed skrift og links. Siden må ikke hente noget udefra.",
            )


_ENOUGH_TERMS = 4


def search_terms(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W608: search terms that repeat the title or each other, or too few; none is too few on a page of its own."""
    for entry in project.entries.values():
        seen = {entry.record.title.lower()}
        terms = entry.record.search_terms
        for index, term in enumerate(terms):
            if term.lower() in seen:
                yield entry.finding(
                    ("search_terms", index),
                    "W608",
                    f"Søgeordet `{term}` står der allerede.",
                    "Titlen kan man altid søge på. Skriv et andet udtryk, som folk bruger.",
                )
            seen.add(term.lower())
        if len(terms) < _ENOUGH_TERMS and (terms or has_own_page(entry.kind)):
            number = f"kun {len(terms)}" if terms else "ingen"
            yield entry.finding(
                ("search_terms",) if terms else ("id",),
                "W608",
                f"`{entry.id}` har {number} søgeord; mindst {_ENOUGH_TERMS} kræves.",
                "Skriv hverdagsord, opgaver og spørgsmål, som folk ville skrive i søgefeltet.",
            )


def beyond_the_subset(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E601-E606: HTML, braces, headings, images, code and links of other kinds in a text."""
    for entry, loc, text in links.texts:
        for code, message, hint in texts.faults(text):
            yield entry.finding(loc, code, message, hint)
