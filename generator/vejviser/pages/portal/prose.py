"""Turns text fields into HTML: the Markdown subset of the content, everything else as text."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from vejviser.texts import LINK, OUTSIDE

_STRONG, _EMPHASIS = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"\*(.+?)\*")


def as_html(text: str, resolve: Callable[[str], str | None]) -> Markup:
    """Paragraphs and lists; `resolve` gives the address of a record, or None when it has none here."""
    blocks = []
    for block in re.split(r"\n\s*\n", text.strip()):
        for is_list, lines in _parts(block.split("\n")):
            inner = [_inline(line[2:] if is_list else line, resolve) for line in lines]
            blocks.append(
                f"<ul>{''.join(f'<li>{item}</li>' for item in inner)}</ul>" if is_list else f"<p>{' '.join(inner)}</p>"
            )
    return Markup("\n".join(blocks))


def _parts(lines: list[str]) -> list[tuple[bool, list[str]]]:
    """Lines that belong together: those of a list, and those of a paragraph."""
    parts: list[tuple[bool, list[str]]] = []
    for line in map(str.strip, lines):
        is_list = line.startswith(("- ", "* "))
        if not parts or parts[-1][0] != is_list:
            parts.append((is_list, []))
        parts[-1][1].append(line)
    return parts


def _inline(text: str, resolve: Callable[[str], str | None]) -> str:
    """One line: links by the record or address that they name, and emphasis."""
    parts, end = [], 0
    for match in LINK.finditer(text):
        words, target = match.groups()
        address = target if OUTSIDE.match(target) else resolve(target)
        linked = f'<a href="{escape(address)}">{escape(words)}</a>' if address else str(escape(words))
        parts += [_emphasised(text[end : match.start()]), linked]
        end = match.end()
    return "".join([*parts, _emphasised(text[end:])])


def _emphasised(text: str) -> str:
    return _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", str(escape(text))))
