"""Checks of running text."""

from collections.abc import Iterator
from datetime import date

from vejviser import texts
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project


def beyond_the_subset(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E601-E606: HTML, braces, headings, images, code and links of other kinds in a text."""
    for entry, loc, text in links.texts:
        for code, message, hint in texts.faults(text):
            yield entry.finding(loc, code, message, hint)
