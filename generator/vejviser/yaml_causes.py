"""Finds what an editor wrote in YAML that is read as something else, or that broke the file further up."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_HARD_SPACE = re.compile("^[ \u00a0]*(\u00a0)|^[ ]*(?:- +)*[a-z_]+:(\u00a0)|^[ ]*-(\u00a0)", re.MULTILINE)
_MAYBE_COMMENT = re.compile(r"[^\s#][ \t]+#")
# A comment that begins right at a word is a word of the text to who wrote it: `#ungelinje`, `#12464f`.
_COMMENT = re.compile(r"[ \t]+#")
_TAG = re.compile(r"[ \t]+#\S")
_FIELD = re.compile(r"\s*(?:- +)*[a-z_]+:(?:\s|$)")
_WHOLE = {'"': re.compile(r'"(?:\\.|[^"\\])*"'), "'": re.compile(r"'(?:[^']|'')*'")}
# Where a value can begin: after a field's colon, a dash, or a sign of a list in brackets.
_OPENS = re.compile(r"""(?:^\s*|:[ ]+|-[ ]+|[\[{,][ ]*)(["'])""")


def is_field_line(line: str) -> bool:
    """Whether a line begins with the name of a field."""
    return _FIELD.match(line) is not None


class Cause(NamedTuple):
    """What is wrong at a 1-based line and column, as code, Danish message and hint."""

    code: str
    line: int
    column: int
    message: str
    hint: str


def hard_spaces(text: str) -> Iterator[Cause]:
    """E107: a non-breaking space where the form of YAML asks for a plain one: the first of the file."""
    found = _HARD_SPACE.search(text) if "\u00a0" in text else None
    if found:
        at = found.start(found.lastindex or 0)
        yield Cause(
            "E107",
            text.count("\n", 0, at) + 1,
            at - text.rfind("\n", 0, at),
            "Her står et hårdt mellemrum (U+00A0), som ligner et almindeligt.",
            "Slet det, og skriv et almindeligt mellemrum. Det følger ofte med fra Word og hjemmesider.",
        )


def cut_by_comment(text: str) -> Iterator[Cause]:
    """E115: a text without quotes that ends at ` #`, since YAML reads the rest of the line as a comment."""
    if not (_MAYBE_COMMENT.search(text)):
        return
    lines = text.split("\n")
    for event in _events(text):
        end: Any = event.end_mark
        if not isinstance(event, yaml.ScalarEvent) or not event.implicit[0]:
            continue
        rest = lines[end.line][end.column :] if end.line < len(lines) else ""
        begins = _COMMENT.match(rest) if event.value else _TAG.match(rest)
        if begins:
            yield Cause(
                "E115",
                end.line + 1,
                end.column + rest.index("#") + 1,
                "Teksten er klippet over ved #: resten af linjen læses som en kommentar.",
                'Sæt hele teksten i anførselstegn: "… #…". Er det en kommentar, så skriv den på en linje for sig.',
            )


def _events(text: str) -> Iterator[Any]:
    """What can be read of a text, as far as it can."""
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return


def unclosed_quote(lines: list[str], last: int) -> tuple[int, int] | None:
    """1-based line and column of the first quote up to line `last` that swallows a field, or is never closed."""
    for number, line in enumerate(lines[:last]):
        bare = line
        for whole in _WHOLE.values():
            bare = whole.sub(lambda match: "x" * len(match.group()), bare)
        opens = _OPENS.search(bare)
        if opens is None or line.lstrip().startswith("#"):
            continue
        for later in lines[number + 1 :]:
            if _FIELD.match(later):
                return number + 1, opens.start(1) + 1
            if opens[1] in later:
                break
        else:
            return number + 1, opens.start(1) + 1
    return None
