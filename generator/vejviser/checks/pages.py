"""Checks of the hand-written pages: a heading, and links that lead somewhere."""

import re
from collections.abc import Iterator
from datetime import date
from posixpath import basename, splitext

from vejviser import yaml_reader
from vejviser.findings import Finding, suggestion
from vejviser.links import Links
from vejviser.page_html import front_matter, heading_of
from vejviser.page_links import PageLink, page_links
from vejviser.pages import page_kinds
from vejviser.pages.address import address
from vejviser.project import Project
from vejviser.records.kinds import KINDS

_LINES = "Over teksten skal der stå `title:` og en tekst, og ikke en liste eller flere felter."
_UNSPACED = re.compile(r"^#+[^#\s]", re.MULTILINE)


def headings(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E619: a hand-written page without a heading, which would stand in the menu without a name."""
    for _, text, path in project.handwritten:
        if not heading_of(text):
            unspaced = _UNSPACED.search(text)
            yield Finding(
                path,
                text.count("\n", 0, unspaced.start()) + 1 if unspaced else 1,
                1,
                "E619",
                "Siden har ingen overskrift.",
                "Skriv et mellemrum efter #."
                if unspaced
                else "Begynd siden med en linje som `# Sådan samarbejder vi`.",
            )


def front_matters(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E101, E203: lines above the text of a page that cannot be read, or that are no text."""
    for _, text, path in project.handwritten:
        document = yaml_reader.read(front_matter(text).encode(), path)
        yield from document.findings
        for key, value in (document.data or {}).items() if isinstance(document.data, dict) else ():
            if not isinstance(value, str | None):
                place = yaml_reader.place(document.marks, (key,), key=True)
                yield Finding(path, *place, "E203", f"I `{key}` skal der stå en enkelt værdi.", _LINES)


def links_of_pages(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E301, E618: a link of a hand-written page to an id, a page or a file that is not there."""
    ids = {entry.id for entry in project.entries.values() if KINDS[entry.kind].place}
    own = {name for name, _, _ in project.handwritten}
    by_name = ids | {name.removesuffix(".md") for name in own}
    pages = (
        {address(project.entries[id_])[0] for id_ in ids}
        | own
        | {kind.uri for kind in page_kinds.PAGE_KINDS if kind.uri}
    )
    for _, text, path in project.handwritten:
        for link in page_links(text):
            if link.target in pages or link.target in by_name | project.broken:
                continue
            line = text.count("\n", 0, link.start) + 1
            column = link.start - text.rfind("\n", 0, link.start)
            yield Finding(path, line, column, *_told(link, by_name))


def _told(link: PageLink, ids: set[str]) -> tuple[str, str, str]:
    """Code, message and hint for a link that leads nowhere."""
    target = link.target
    if target.startswith("www."):
        return "E301", f"Der er ingen post med id'et `{target}`.", f"Er det en hjemmeside, så skriv `https://{target}`."
    if link.is_id:
        return "E301", f"Der er ingen post med id'et `{target}`.", suggestion(target, ids) or "Ret id'et."
    named = splitext(basename(target.rstrip("/")))[0]
    if named in ids:
        return "E618", f"Adressen `{target}` findes ikke på siden.", f"Skriv id'et på posten: `{named}`."
    what = "Billedet" if link.is_image else "Filen" if "." in basename(target) else "Adressen"
    hint = (
        "Skriv id'et på en post, navnet på en side i `pages`, fx `om.md`, eller en adresse, der begynder med https://."
    )
    return "E618", f"{what} `{target}` findes ikke på siden.", hint
