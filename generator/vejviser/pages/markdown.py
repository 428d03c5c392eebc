"""Turns text fields into Markdown that shows nothing but what the subset allows."""

import re
from collections.abc import Callable, Mapping

from vejviser.pages.emphasis import paired
from vejviser.texts import LINK, OUTSIDE

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;"})


def _entities(signs: str) -> dict[int, str]:
    return {ord(sign): f"&#{ord(sign)};" for sign in signs}


# Entities and no backslashes: they are text in Markdown, in tables and in HTML alike.
_IN_TEXT = str.maketrans(_ESCAPES | _entities("\\[]`|"))
_IN_LINE = str.maketrans(_IN_TEXT | _entities("*#"))
# Inside a word it is no emphasis.
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
# Nearly every text has none of these signs, and to look for them is much faster than to translate.
_ANY_SIGN = re.compile(r"[&<>{}\\\[\]`_|*#]")
# What begins a block at the start of a line: a heading, a list, a line under a heading, a fence, a definition.
_BEGINS = re.compile(r"^([+=~:-]|\d+(?=[.)](?:\s|$)))")
_NUMBER = re.compile(r"^( {0,3}(?:[-*] +)?+\d+)([.)])(?=\s)", re.MULTILINE)
_LIST_ITEM = re.compile(r"^[-*] ", re.MULTILINE)
# In a text a list item may begin a line, and emphasis; its words begin nothing more, and a line of signs alone neither.
_BEGINS_IN_TEXT = re.compile(r"^( {0,3}(?:[-*] +)?+)([#=~:+]|[-*](?=\s|$|-)|[-*_](?=[-*_=\s]*$))", re.MULTILINE)
_ONLY_SIGNS = re.compile(r"^( *)([-*=])(?=[-*=\s]*$)", re.MULTILINE)
# What an address in Markdown would end at, or be read as more than an address by.
_IN_ADDRESS = {ord(sign): f"%{ord(sign):02X}" for sign in "()<>[]{}|\\^`\" '"} | {ord("&"): "&amp;"}


def escape(text: str) -> str:
    """Text as text: no HTML and no attribute list can come out of it."""
    return text.translate(_ESCAPES)


def literal(text: str) -> str:
    """Text as nothing but text, wherever it stands, in a table too: for titles, labels and other single lines."""
    if _ANY_SIGN.search(text):
        text = _UNDERSCORE.sub("&#95;", text.translate(_IN_LINE))
    begins = _BEGINS.match(text)
    if begins is None:
        return text
    if begins[1].isdigit():
        return f"{begins[1]}&#{ord(text[begins.end()])};{text[begins.end() + 1 :]}"
    return f"&#{ord(text[0])};{text[1:]}"


def destination(address: str) -> str:
    """An address as it stands in a Markdown link."""
    return address.translate(_IN_ADDRESS)


def plain(text: str) -> str:
    """A text without its Markdown, for places that show plain text only."""
    return " ".join(LINK.sub(r"\1", text).replace("**", "").replace("*", "").split())


class TermMarker:
    """Finds abbreviations of the glossary in running text and remembers which of them a page uses."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        """Take a mapping from abbreviation to the id of its term."""
        self._terms = terms
        self.used: set[str] = set()
        words = "|".join(re.escape(word) for word in sorted(terms, key=len, reverse=True))
        # Whole words only, and not inside a link's text or address, or the name of an escaped character.
        self._pattern = (
            re.compile(rf"\[[^\[\]]*\]\([^)]{{0,1000}}+\)|&\w+;|(?<![\w-])(?:{words})(?![\w])") if words else None
        )

    def mark(self, text: str) -> str:
        """Make the first use of each abbreviation in a text a button that opens its explanation."""
        if self._pattern is None:
            return text
        seen: set[str] = set()

        def button(match: re.Match[str]) -> str:
            word = match.group()
            if word[0] in "[&" or word in seen:
                return word
            seen.add(word)
            term = self._terms[word]
            self.used.add(term)
            return f'<button type="button" class="term" popovertarget="t-{term}">{word}</button>'

        return self._pattern.sub(button, text)


def render(text: str, resolve: Callable[[str], str | None], marker: TermMarker | None = None) -> str:
    """Markdown for a text of the subset.

    `resolve` gives the link to the record with an id, or None when there is none. Links of other kinds than
    the subset allows become plain text, whatever the checks said.
    """
    text = text.strip()
    parts: list[str] = []
    end = 0
    for match in LINK.finditer(text):
        words, target = match.groups()
        address = destination(target) if OUTSIDE.match(target) else resolve(target)
        # An exclamation mark before a link would make it an image, fetched from wherever it points.
        before = re.sub(r"!$", "&#33;", _prose(text[end : match.start()]))
        parts += [before, f"[{literal(words)}]({address})" if address else literal(words)]
        end = match.end()
    safe = paired(_plain_starts("".join([*parts, _prose(text[end:])])))
    if marker:
        safe = marker.mark(safe)
    # A line that begins with a date, as »17. maj«, is no numbered list: the subset has none.
    return _space_lists(_NUMBER.sub(r"\1\\\2", safe))


def _prose(text: str) -> str:
    """Text with emphasis and lists, and no more."""
    return _UNDERSCORE.sub("&#95;", text.translate(_IN_TEXT)) if _ANY_SIGN.search(text) else text


def _plain_starts(text: str) -> str:
    """Lines that begin as words or as one list item: nothing else of a text begins a block."""
    text = _ONLY_SIGNS.sub(lambda match: f"{match[1]}&#{ord(match[2])};", text)
    return _BEGINS_IN_TEXT.sub(lambda match: f"{match[1]}&#{ord(match[2])};", text)


def _space_lists(text: str) -> str:
    """Python-Markdown wants an empty line before a list."""
    lines: list[str] = []
    for line in text.split("\n"):
        if _LIST_ITEM.match(line) and lines and lines[-1] and not _LIST_ITEM.match(lines[-1]):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)
