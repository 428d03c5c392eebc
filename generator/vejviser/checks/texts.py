"""Checks of running text."""

from collections.abc import Iterator
from datetime import date

from vejviser import page_html, texts
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.kinds import has_own_page


def active_pages(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E607: a hand-written page with an element, an attribute or an address that may not stand there."""
    for _, text, path in project.handwritten:
        for fault in page_html.faults(text):
            # As it was written, when that can be found: Markdown may have made it of something else.
            start = max(text.lower().find(fault.rstrip("/>").lower()), 0)
            line = text.count("\n", 0, start) + 1
            yield Finding(
                path,
                line,
                start - text.rfind("\n", 0, start),
                "E607",
                f"`{fault}` må ikke stå på en side.",
                "Skriv med Markdown: overskrifter, lister, fed skrift, links og tabeller. Siden må ikke hente noget "
                "udefra. Alt, der må stå her, er nævnt i docs/redaktoer.md.",
            )


def page_fields(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E613: a field above the text of a hand-written page that a page cannot have."""
    for _, text, path in project.handwritten:
        for line, words in page_html.front_faults(text):
            yield Finding(
                path,
                line,
                1,
                "E613",
                f"Feltet `{words}` kan en side ikke have.",
                "Over teksten må der kun stå `title:` og `description:` mellem to linjer med ---. "
                "Hører linjen til teksten, så skriv en tom linje og en overskrift før den.",
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
