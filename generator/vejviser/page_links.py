"""The links of a hand-written page: to records by their ids, and to files and pages that must be there."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from vejviser.texts import OUTSIDE

# Words, then the address, and a title in quotes after it; an image has a `!` before.
_LINK = re.compile(r"(?P<image>!?)\[(?P<words>[^\[\]\n]*)\]\((?P<address>[^()\s]*)(?P<title>(?: +\"[^\"\n]*\")?)\)")
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class PageLink(NamedTuple):
    """A link of a page that leads within the site: where it stands in the text, and where it leads."""

    start: int
    address: str
    is_image: bool

    @property
    def target(self) -> str:
        """The address without the place on the page."""
        return self.address.partition("#")[0]

    @property
    def is_id(self) -> bool:
        """Whether it has the form of the id of a record."""
        return not self.is_image and _ID.fullmatch(self.target) is not None


def page_links(text: str) -> Iterator[PageLink]:
    """Every link and image of a page that does not lead out of the site."""
    bare = _CODE.sub(lambda match: " " * len(match.group()), text)
    for match in _LINK.finditer(bare):
        address = match["address"]
        if address and not address.startswith("#") and not OUTSIDE.match(address) and ":" not in address:
            yield PageLink(match.start("address"), address, bool(match["image"]))


def resolved(text: str, resolve: Callable[[str], str | None]) -> str:
    """The page with the address of the record in the place of every id that `resolve` knows."""
    parts, end = [], 0
    for link in page_links(text):
        address = resolve(link.target) if link.is_id else None
        if address:
            parts += [text[end : link.start], address]
            end = link.start + len(link.address)
    return "".join([*parts, text[end:]])
