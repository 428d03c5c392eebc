"""Turns the bytes of a content file into text, or says why that cannot be done."""

import re

from vejviser.findings import Finding

MAX_BYTES = 1_000_000

# Control and zero-width characters, direction marks and odd line breaks: invisible, so a page could say other than
# it shows, and a line number could be another than the editor's.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufdd0-\ufdef"
    # No characters at all, and a return without a line feed, which is a line break to Markdown and not to an editor.
    "\ufffe\uffff\ud800-\udfff]|\r(?!\n)"
)

_CONFLICT = re.compile(r"^<{7} .*$", re.MULTILINE)
# What joins two emojis to one.
_JOINER = "\u200d"


def decode(raw: bytes, path: str, findings: list[Finding]) -> str | None:
    """The text of a file; None, and a finding, when it is too large, not UTF-8 or holds invisible characters."""
    if len(raw) > MAX_BYTES:
        findings.append(
            Finding(
                path,
                1,
                1,
                "E106",
                f"Filen er større end {MAX_BYTES:,} tegn.".replace(",", "."),
                "Del filen i flere, fx en post pr. fil.",
            )
        )
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        findings.append(
            Finding(
                path,
                line,
                column,
                "E109",
                "Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses.",
                "Gem filen igen med tegnsættet UTF-8. I Notesblok: Filer, Gem som, Kodning: UTF-8.",
            )
        )
        return None
    invisible = INVISIBLE.search(text)
    if invisible:
        findings.append(Finding(path, *_line_and_column(text, invisible.start()), "E107", *_told(invisible.group())))
        return None
    conflict = _CONFLICT.search(text) if "<<<<<<< " in text else None
    if conflict:
        findings.append(
            Finding(
                path,
                *_line_and_column(text, conflict.start()),
                "E116",
                "Git har lagt to udgaver af filen oven i hinanden her.",
                "Behold den rigtige udgave, og slet den anden sammen med linjerne <<<<<<<, ======= og >>>>>>>.",
            )
        )
        return None
    return text


def _told(letter: str) -> tuple[str, str]:
    """What an invisible character is, and how to be rid of it."""
    name = f"(U+{ord(letter):04X})"
    if letter == _JOINER:
        return f"Her står en emoji, som er sat sammen af flere med et usynligt tegn {name}.", "Vælg en anden emoji."
    if letter == "\r":
        return (
            f"Her står et gammelt linjeskift {name}.",
            "Gem filen igen med almindelige linjeskift: LF eller CRLF. I Notesblok: åbn den, og gem den igen.",
        )
    return f"Her står et usynligt tegn {name}.", "Slet tegnet. Det følger ofte med, når man kopierer fra en anden fil."


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return (text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
