"""Checks of texts that a reader would not see as they were meant: unfinished, pasted, or with a bare address."""

from collections.abc import Iterator
from datetime import date

from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.lost_layout import lost_layout
from vejviser.project import Project
from vejviser.schema import Loc
from vejviser.unfinished import bare_address, left_for_later

# What the municipality knows to be open, and what no reader sees.
_OPEN = ("doubts", "internal_note")


def unfinished(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W620: words that say that the text is still to be written."""
    for passage in links.passages:
        found = None if passage.loc[:1] and passage.loc[0] in _OPEN else left_for_later(passage.text)
        if found:
            yield passage.finding(
                found.start(),
                "W620",
                f"Teksten er ikke skrevet færdig: »{found.group()}«.",
                "Skriv teksten, slet ordene, eller skriv under `doubts`, hvad der mangler.",
            )


def bare_addresses(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W621: an address that is no link, so that a reader must write it off."""
    texts = {(entry.path, entry.id, loc) for entry, loc, _ in links.texts}
    for passage in links.passages:
        if passage.entry and (passage.path, passage.entry.id, passage.loc) not in texts:
            continue  # a single line takes no links
        found = bare_address(passage.text)
        if found:
            address = found.group() if "://" in found.group() else f"https://{found.group()}"
            yield passage.finding(
                found.start(),
                "W621",
                f"Adressen {found.group()} er ikke et link.",
                f"Skriv den som et link: `[ord, der siger hvad det er]({address})`.",
            )


def lost_layouts(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E617: a pasted table, or bullets and numbers that become one run of text."""
    for passage in links.passages:
        lost = None if _is_internal(passage.loc) else lost_layout(passage.text, is_page=passage.entry is None)
        if lost:
            yield passage.finding(*lost)


def _is_internal(loc: Loc) -> bool:
    return loc[:1] == ("internal_note",)
