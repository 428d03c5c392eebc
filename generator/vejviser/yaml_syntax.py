"""Says in Danish what broke the form of a YAML file, and where."""

import re
from typing import Any

import yaml

from vejviser.yaml_causes import is_field_line, unclosed_quote

# A value that ends before its line does: a list, fields or a quoted text with more after it.
_ENDED = re.compile(r"""\s*(- +)*([^\s"'\[{:]+: +)?["'\[{]""")
_TAB = re.compile(r"[ -]*\t")
_QUOTE = "Sæt hele teksten i enkelte anførselstegn: '…'."
_DOUBLE = 'Sæt hele teksten i dobbelte anførselstegn: "…".'
# A word that could be a field's name, at the end of what stands before a colon.
_NAME = re.compile(r"[ ]([a-z_]+)$")
_NO_SPACE = re.compile(r"\s*(?:- +)*[a-z_]+:\S")
_COLON = ("E101", "Her står et kolon, som ikke hører til et feltnavn.")
_BACKSLASH = (
    "E101",
    "Tegnet \\ betyder noget særligt mellem dobbelte anførselstegn.",
    "Skriv uden \\, eller brug enkelte anførselstegn: '…'.",
)
# Words of the parser, then code, message and hint in Danish; … in a message is the character at the place.
_SYNTAX = (
    ("scanning an alias", "E103", "En tekst kan ikke begynde med * eller &.", _QUOTE),
    ("scanning an anchor", "E103", "En tekst kan ikke begynde med * eller &.", _QUOTE),
    ("cannot start any token", "E101", "En tekst kan ikke begynde med tegnet …", _QUOTE),
    (
        "mapping values are not allowed",
        *_COLON,
        (
            'Sæt hele teksten i anførselstegn: "…: …". Eller se efter, om linjen er rykket rigtigt ind, '
            "og om linjen før mangler kolon og mellemrum."
        ),
    ),
    ("escape character", *_BACKSLASH),
    ("Unicode character", *_BACKSLASH),
    ("expected hexdecimal", *_BACKSLASH),  # the parser's own spelling
    (
        "quoted scalar",
        "E101",
        "Et anførselstegn er ikke lukket.",
        "Se efter, at teksten både begynder og slutter med det samme anførselstegn.",
    ),
    (
        "expected ',' or",
        "E101",
        "Her begynder tegnet … noget, som ikke bliver sluttet.",
        f"Skriv ] eller }} til sidst. Hører tegnet til teksten: {_QUOTE.lower()}",
    ),
    (
        "block scalar",
        "E101",
        "Efter | eller > kan der ikke stå mere på linjen.",
        f"Begynd teksten på næste linje. Hører tegnet til teksten: {_QUOTE.lower()}",
    ),
    (
        "simple key",
        "E101",
        "Linjen mangler kolon efter feltnavnet.",
        "Skriv feltnavn, kolon, mellemrum og så teksten. Et punkt i en liste begynder med `- `.",
    ),
    ("more after the end", "E101", "Her står mere, end der kan være efter ], } eller et anførselstegn.", _QUOTE),
    (
        "block sequence entries are not allowed",
        "E101",
        "En liste kan ikke begynde på samme linje som feltnavnet.",
        "Skriv `- ` på næste linje, rykket ind. Hører stregen til teksten, så sæt hele teksten i anførselstegn.",
    ),
)
_BROKEN = (
    "E101",
    "Filen kan ikke læses herfra: YAML-formen er brudt.",
    "Se efter, at linjen er rykket lige så langt ind som de andre i samme gruppe, og at feltnavne har kolon.",
)
_FROM_START = ("while scanning a quoted", "expected ',' or", "simple key", "scanning an a")


def explain(error: yaml.YAMLError, text: str) -> tuple[str, int, int, str, str]:
    """Code, 1-based line and column, Danish message and hint; the parser's own English words are never shown."""
    words = str(error)
    # Where an unclosed quote or bracket begins, and where a line without a colon stands, says more than where it shows.
    mark: Any = getattr(error, "context_mark" if any(part in words for part in _FROM_START) else "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    while line > 1 and line > len(lines):
        line, column = line - 1, 1
    shown = lines[line - 1] if lines else ""
    tab = _TAB.match(shown)
    if tab:
        return (
            "E101",
            line,
            tab.end(),
            "Linjen er rykket ind med tabulator.",
            "Ryk ind med mellemrum, to for hvert trin.",
        )
    opened = unclosed_quote(lines, getattr(getattr(error, "problem_mark", None), "line", line) + 1)
    if opened:
        code, message, hint = next(row[1:] for row in _SYNTAX if row[0] == "quoted scalar")
        return code, *opened, message, hint
    if _ENDED.match(shown) and "while parsing a block" in words and shown[: column - 1].strip():
        words = "more after the end"
    special = _of_the_line(error, words, lines)
    if special:
        return special
    code, message, hint = next((row[1:] for row in _SYNTAX if row[0] in words), _BROKEN)
    if words == "more after the end" and shown[: column - 1].count("'") % 2 == 0 and "'" in shown[: column - 1]:
        hint = _DOUBLE
    if code == "E101" and "simple key" in words:
        message, hint = _without_colon(shown, message, hint)
    return code, line, column, message.replace("…", shown[column - 1 : column]), hint


def _of_the_line(error: yaml.YAMLError, words: str, lines: list[str]) -> tuple[str, int, int, str, str] | None:
    """What the place where the parser stopped tells beyond its words: a colon too many, a list or fields cut short."""
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None or mark.line >= len(lines):
        return None
    shown, line, column = lines[mark.line], mark.line + 1, mark.column + 1
    if "expected ',' or" in words or "mapping values" in words:
        start = getattr(error, "context_mark", None)
        # A field on a line of its own, long after a bracket that nothing ends.
        is_field = is_field_line(shown) and start is not None and start.line < mark.line
        if shown[mark.column : column] != ":" or is_field:
            return None
        before = shown[: mark.column]
        name = _NAME.search(before) if "," in before or ": " in before else None
        hint = 'Sæt hele teksten i anførselstegn: "…: …".'
        if "mapping values" in words and not name:
            return None
        if name and "mapping values" in words:
            hint += f" Er `{name[1]}` et felt, så skriv det på sin egen linje."
        elif name:
            hint += f" Er `{name[1]}` et felt, så mangler der et komma før det."
        return *_COLON[:1], line, column, _COLON[1], hint
    start = getattr(error, "context_mark", None)
    if "expected '-' indicator" in words and start is not None and not shown.lstrip().startswith("-"):
        return (
            "E101",
            line,
            column,
            "Her begynder et felt midt i en liste.",
            f"Listen begynder i linje {start.line + 1}. Skriv `- ` her også, eller ryk linjen til det, den hører til.",
        )
    return None


def _without_colon(shown: str, message: str, hint: str) -> tuple[str, str]:
    if "\t" in shown:
        return "Linjen ligner en række i en tabel.", "Skriv rækkerne som en liste, et punkt for hver, efter `- `."
    if _NO_SPACE.match(shown):
        return "Der mangler et mellemrum efter kolon.", "Skriv feltnavn, kolon, mellemrum og så teksten."
    return message, hint
