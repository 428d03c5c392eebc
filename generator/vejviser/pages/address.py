"""Where each record stands on the site."""

import posixpath
from functools import cache

from vejviser.entry import Entry
from vejviser.records.kinds import KINDS


def address(entry: Entry) -> tuple[str, str]:
    """The page (`moeder/teammoede.md`) and the anchor on it (empty for a page of its own) of a record.

    Raises LookupError for a kind that stands nowhere.
    """
    place = KINDS[entry.kind].place
    if place is None:
        raise LookupError(entry.kind)
    return place.page.format(record=entry.record), entry.id if place.has_anchor else ""


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
