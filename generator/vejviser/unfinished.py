"""Finds what a writer left for later in a text, and addresses that a reader cannot follow."""

import re

from vejviser.texts import LINK

_LATER = re.compile(
    r"\b(?:XXX+|TODO|TBD|FIXME)\b|(?i:\blorem ipsum\b)|(?:^|(?<=[.:] ))[Ss]kal (?:skrives|udfyldes)\b"
    r"|\?{3,}|\[(?i:indsæt|navn|dato|telefon)\b[^\]\n]*\](?!\()",
    re.MULTILINE,
)
_QUICK = re.compile(r"XXX|TODO|TBD|FIXME|orem|ORem|[Ss]kal |\?\?\?|\[")
_ADDRESS = re.compile(r"(?<![\w/<\"'=:(\[.@])(?:https?://|www\.)[^\s<>()\[\]\"|*`]*[^\s<>()\[\]\"|*`'.,;:!?]")
# Where an address is no text: in a link, in code, after the name of a link at the foot of a page.
_NO_TEXT = re.compile(rf"{LINK.pattern}|`[^`\n]*`|^ {{0,3}}\[[^\]\n]*\]:.*$", re.MULTILINE)


def left_for_later(text: str) -> re.Match[str] | None:
    """What stands in the place of words that are still to be written: `XXX`, `Skal skrives`, `[indsæt navn]`."""
    return _LATER.search(text) if _QUICK.search(text) else None


def bare_address(text: str) -> re.Match[str] | None:
    """The first address of a text that is not made a link."""
    if "://" not in text and "www." not in text:
        return None
    return _ADDRESS.search(_NO_TEXT.sub(lambda match: " " * len(match.group()), text))
