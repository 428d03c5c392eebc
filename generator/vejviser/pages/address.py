"""Where each record stands on the site."""

import posixpath
from functools import cache

from vejviser.entry import Entry
from vejviser.records.sign import Sign

# Kinds with a page for each record, and the folder it lies in.
FOLDERS = {
    "meeting_type": "moeder",
    "notification": "underretning",
    "offer": "tilbud",
    "measure": "indsatser",
    "budget": "oekonomi",
    "model": "modeller",
    "method": "metoder",
    "role": "roller",
    "tree": "beslutningstrae",
    "age_group": "tegn",
}
# Kinds whose records stand together on one page, each at its own heading or row.
TOGETHER = {
    "principle": "modeller/principper.md",
    "organisation": "kontakt.md",
    "law": "lov.md",
    "term": "ordliste.md",
    "source": "kilder.md",
    "level": "tegn/index.md",
}


def address(entry: Entry) -> tuple[str, str]:
    """The page (`moeder/teammoede.md`) and the anchor on it (empty for a page of its own) of a record."""
    if entry.kind == "municipality":
        return "index.md", ""
    if isinstance(entry.record, Sign):
        # A sign of several ages stands with the levels, where no age is chosen yet.
        first, *others = entry.record.age_groups
        return "tegn/index.md" if others else f"tegn/{first}.md", entry.id
    folder = FOLDERS.get(entry.kind)
    return (f"{folder}/{entry.id}.md", "") if folder else (TOGETHER[entry.kind], entry.id)


def relative(target: str, page: str) -> str:
    """The link from one page to another, both given from the docs folder; an anchor may follow."""
    path, _, anchor = target.partition("#")
    link = _from(posixpath.dirname(page), path) if path != page else ""
    return f"{link}#{anchor}" if anchor else link or posixpath.basename(page)


@cache
def _from(folder: str, path: str) -> str:
    return posixpath.relpath(path, folder or ".")


def url(page: str) -> str:
    """The address a reader sees, from the site's root: `moeder/teammoede/`."""
    stem = page.removesuffix(".md")
    if stem == "index":
        return ""
    return (stem.removesuffix("/index") if stem.endswith("/index") else stem) + "/"
