"""Turns text fields into Markdown that shows nothing but what the subset allows."""

import re
from collections.abc import Callable, Mapping

from vejviser.texts import LINK, OUTSIDE

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;"})
_MARKS = str.maketrans({"\\": "\\\\", "[": "\\[", "`": "\\`"})
# Nearly every text has none of these signs, and to look for them is much faster than to translate.
_ANY_SIGN = re.compile(f"[{re.escape(''.join(map(chr, _ESCAPES | _MARKS)))}]")
_NUMBER = re.compile(r"^(\d+)\.(?=\s)", re.MULTILINE)
_LIST_ITEM = re.compile(r"^[-*] ", re.MULTILINE)


def escape(text: str) -> str:
    """Text as text: no HTML and no attribute list can come out of it."""
    return text.translate(_ESCAPES)


def literal(text: str) -> str:
    """Text as nothing but text: no link, image or code either, for titles, labels and other single lines."""
    return escape(text).translate(_MARKS) if _ANY_SIGN.search(text) else text


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
        address = escape(target) if OUTSIDE.match(target) else resolve(target)
        # An exclamation mark before a link would make it an image, fetched from wherever it points.
        before = re.sub(r"!$", r"\!", literal(text[end : match.start()]))
        parts += [before, f"[{literal(words)}]({address})" if address else literal(words)]
        end = match.end()
    safe = "".join([*parts, literal(text[end:])])
    if marker:
        safe = marker.mark(safe)
    # A line that begins with a date, as »17. maj«, is no numbered list: the subset has none.
    return _space_lists(_NUMBER.sub(r"\1\\.", safe))


def _space_lists(text: str) -> str:
    """Python-Markdown wants an empty line before a list."""
    lines: list[str] = []
    for line in text.split("\n"):
        if _LIST_ITEM.match(line) and lines and lines[-1] and not _LIST_ITEM.match(lines[-1]):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)
