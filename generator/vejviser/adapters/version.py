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
    counted = (file for file in files if file[0].startswith(ASSETS) and not file[0].endswith(_OF_CONTENT))
    return fingerprint(
        b"".join(name.encode() + b"\0" + hashlib.sha256(content).digest() for name, content in sorted(counted))
    )


def fingerprint(content: bytes) -> str:
    """Ten hexadecimal digits that are others once the bytes are."""
    return hashlib.sha256(content).hexdigest()[:10]
