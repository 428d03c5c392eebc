"""Knows which stars of a text are emphasis; all others are stars."""

import re

# What emphasis may hold: no other star, and neither the end of a paragraph nor the beginning of a list item.
_WORDS = r"(?:[^*\n]|\n(?![ \t]*(?:\n|[-*] )))"
_EMPHASIS = rf"\*(?![\s*]){_WORDS}++(?<!\s)\*(?!\*)"
_STRONG = rf"\*\*(?![\s*])(?:{_WORDS}|{_EMPHASIS})++(?<!\s)\*\*(?!\*)"
_BOTH = rf"\*\*\*(?![\s*]){_WORDS}++(?<!\s)\*\*\*(?!\*)"
# A list item's own star, and the stars in an address, are none of ours.
_KEPT = re.compile(rf"^ {{0,3}}\* |\]\([^)\s]*\)|{_BOTH}|{_STRONG}|{_EMPHASIS}|\*", re.MULTILINE)


def paired(text: str) -> str:
    """Markdown in which only stars that pair up are emphasis.

    Python-Markdown loses letters where emphasis crosses itself, as in `*en **dreng* på** fire`.
    """
    if "*" not in text:
        return text
    return _KEPT.sub(lambda match: "&#42;" if match.group() == "*" else match.group(), text)
