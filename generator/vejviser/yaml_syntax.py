"""Says in Danish what broke the form of a YAML file, and where."""

import re
from typing import Any

import yaml

# A value that ends before its line does: a list, fields or a quoted text with more after it.
_ENDED = re.compile(r"""\s*(- +)*([^\s"'\[{:]+: +)?["'\[{]""")
_TAB = re.compile(r"[ -]*\t")
_QUOTE = "Sæt hele teksten i enkelte anførselstegn: '…'."
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
        "E101",
        "Her står et kolon, som ikke hører til et feltnavn.",
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
    if _ENDED.match(shown) and "while parsing a block" in words and shown[: column - 1].strip():
        words = "more after the end"
    code, message, hint = next((row[1:] for row in _SYNTAX if row[0] in words), _BROKEN)
    return code, line, column, message.replace("…", shown[column - 1 : column]), hint
