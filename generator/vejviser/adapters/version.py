"""The version of the style and scripts of a site: it stands in their addresses, so that none is older than the page."""

import hashlib
from collections.abc import Iterable

ASSETS = "assets/"
# Made of the content, so that it would change every page at each edit: the browser asks for it anew instead (site.js).
_OF_CONTENT = ("search_data.js", "search_portal.js")


def version(files: Iterable[tuple[str, bytes]]) -> str:
    """A short fingerprint of the style and scripts, given by address; the same for the same bytes.

    A server that says nothing of caching lets browsers keep a file for hours, and a new page must not meet an old
    script.
    """
    found = hashlib.sha256()
    for name, content in sorted((name, content) for name, content in files if _counts(name)):
        found.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return found.hexdigest()[:10]


def _counts(name: str) -> bool:
    return name.startswith(ASSETS) and not name.endswith(_OF_CONTENT)
