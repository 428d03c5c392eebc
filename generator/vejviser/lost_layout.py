"""Finds lines that are laid out in a way that is lost when they are shown: pasted tables, bullets, numbers."""

import re
from typing import NamedTuple


class Lost(NamedTuple):
    """Where it begins in a text, with code, message and hint."""

    start: int
    code: str
    message: str
    hint: str


_TABLE = re.compile(r"^(?=.*\S).*\t.*$", re.MULTILINE)
_ROWS = re.compile(r"^.* \| .*\n.* \| ", re.MULTILINE)
_BULLET = re.compile(r"^ {0,3}[•·▪◦●○‣]\s|[•▪●]\s.*[•▪●]\s", re.MULTILINE)
_DASHES = re.compile(r"^ {0,3}[–—]\s.*\n {0,3}[–—]\s", re.MULTILINE)
_NUMBERS = re.compile(r"^ {0,3}1[.)]\s.*\n+ {0,3}2[.)]\s", re.MULTILINE)
_SIGNS = re.compile(r"[\t|•·▪◦●○‣–—]|^ {0,3}1[.)]", re.MULTILINE)


def lost_layout(text: str, *, is_page: bool) -> Lost | None:
    """E617: the first part of a text whose layout the reader will not see; a page may have tables and numbers."""
    if not _SIGNS.search(text):
        return None
    table = _TABLE.search(text) or (None if is_page else _ROWS.search(text))
    if table:
        hint = "Skriv rækkerne som en liste, et punkt for hver, efter `- `."
        if is_page:
            hint = "Skriv tabellen med | mellem felterne og en linje med --- under den første, eller som en liste."
        return Lost(table.start(), "E617", "En tabel, der er sat ind, bliver til løs tekst her.", hint)
    listed = _BULLET.search(text) or _DASHES.search(text) or (None if is_page else _NUMBERS.search(text))
    if listed:
        message = "Punkterne her bliver til løs tekst."
        return Lost(listed.start(), "E617", message, "Begynd hvert punkt på sin egen linje med `- `.")
    return None
