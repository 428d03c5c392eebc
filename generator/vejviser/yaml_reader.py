"""Reads YAML string first from the events of PyYAML's C parser, keeping the place of every key and value."""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from vejviser.findings import Finding

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

# Control and zero-width characters, direction marks and odd line breaks: invisible, so a page could say other than
# it shows, and a line number could be another than the editor's.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
# A value that ends before its line does: a list, fields or a quoted text with more after it.
_ENDED = re.compile(r"""\s*(- +)*([^\s"'\[{:]+: +)?["'\[{]""")
_TAB = re.compile(r"[ -]*\t")
_QUOTE = "Sæt hele teksten i enkelte anførselstegn: '…'."
_BACKSLASH = ("E101", "Tegnet \\ betyder noget særligt mellem dobbelte anførselstegn.",
              "Skriv uden \\, eller brug enkelte anførselstegn: '…'.")
# Words of the parser, then code, message and hint in Danish; … in a message is the character at the place.
_SYNTAX = (
    ("scanning an alias", "E103", "En tekst kan ikke begynde med * eller &.", _QUOTE),
    ("scanning an anchor", "E103", "En tekst kan ikke begynde med * eller &.", _QUOTE),
    ("cannot start any token", "E101", "En tekst kan ikke begynde med tegnet …", _QUOTE),
    ("mapping values are not allowed", "E101", "Her står et kolon, som ikke hører til et feltnavn.",
     ('Sæt hele teksten i anførselstegn: "…: …". Eller se efter, om linjen er rykket rigtigt ind, '
      "og om linjen før mangler kolon og mellemrum.")),
    ("escape character", *_BACKSLASH),
    ("Unicode character", *_BACKSLASH),
    ("expected hexdecimal", *_BACKSLASH),  # the parser's own spelling
    ("quoted scalar", "E101", "Et anførselstegn er ikke lukket.",
     "Se efter, at teksten både begynder og slutter med det samme anførselstegn."),
    ("expected ',' or", "E101", "Her begynder tegnet … noget, som ikke bliver sluttet.",
     f"Skriv ] eller }} til sidst. Hører tegnet til teksten: {_QUOTE.lower()}"),
    ("block scalar", "E101", "Efter | eller > kan der ikke stå mere på linjen.",
     f"Begynd teksten på næste linje. Hører tegnet til teksten: {_QUOTE.lower()}"),
    ("simple key", "E101", "Linjen mangler kolon efter feltnavnet.",
     "Skriv feltnavn, kolon, mellemrum og så teksten. Et punkt i en liste begynder med `- `."),
    ("more after the end", "E101", "Her står mere, end der kan være efter ], } eller et anførselstegn.", _QUOTE),
)
_BROKEN = ("E101", "Filen kan ikke læses herfra: YAML-formen er brudt.",
           "Se efter, at linjen er rykket lige så langt ind som de andre i samme gruppe, og at feltnavne har kolon.")
_FROM_START = ("while scanning a quoted", "expected ',' or", "simple key", "scanning an a")


class Place(NamedTuple):
    """A 1-based line and column."""

    line: int
    column: int


@dataclass(slots=True)
class Document:
    """What a file holds: data of dict, list, str and None, and marks of the same shape.

    The marks of a mapping are a dict from key to (mark of the key, marks of the value), with the mapping's own
    mark under None; the marks of a list are a list whose first item is the list's own mark; those of a scalar
    are PyYAML's mark.
    """

    data: Any = None
    marks: Any = None
    findings: list[Finding] = field(default_factory=list)


class _Refused(Exception):
    """The rest of the file cannot be read; the finding is already noted."""


def read(raw: bytes, path: str) -> Document:
    """Read the bytes of one file. Never raises: what is refused becomes a finding."""
    document = Document()

    def refuse(code: str, line: int, column: int, message: str, hint: str) -> None:
        document.findings.append(Finding(path, line, column, code, message, hint))

    if len(raw) > MAX_BYTES:
        refuse("E106", 1, 1, f"Filen fylder {len(raw):,} tegn; højst {MAX_BYTES:,} er tilladt.".replace(",", "."),
               "Del filen i flere, fx en post pr. fil.")
        return document
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        refuse("E109", line, column, "Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses.",
               "Gem filen igen med tegnsættet UTF-8.")
        return document
    invisible = _INVISIBLE.search(text)
    if invisible:
        line, column = _place_at(text, invisible.start())
        refuse("E107", line, column, f"Her står et usynligt tegn (U+{ord(invisible.group()):04X}).",
               "Slet tegnet. Det følger ofte med, når man kopierer fra en anden fil.")
        return document
    try:
        document.data, document.marks = _build(text, refuse)
    except yaml.YAMLError as error:
        _refuse_syntax(error, text, refuse)
    except _Refused:
        document.data = None
    return document


def _place_at(text: str, index: int) -> Place:
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _build(text: str, refuse: Any) -> tuple[Any, Any]:  # noqa: C901, PLR0915  # one closure over the events: fast
    next_event: Any = yaml.CSafeLoader(text).get_event
    has_escapes = "\\" in text
    mapping_start, mapping_end = yaml.MappingStartEvent, yaml.MappingEndEvent
    sequence_end = yaml.SequenceEndEvent
    scalar, alias = yaml.ScalarEvent, yaml.AliasEvent

    def odd(event: Any) -> None:
        """Note an anchor, an alias or a tag; the value itself is read on, so that later faults show too."""
        mark = event.start_mark
        if event.anchor is not None:
            refuse("E103", mark.line + 1, mark.column + 1, "Genveje med & og * er ikke tilladt.",
                   "Skriv værdien ud, eller sæt teksten i anførselstegn, hvis & eller * hører til den.")
        else:
            refuse("E104", mark.line + 1, mark.column + 1, f"Mærket `{event.tag}` er ikke tilladt.",
                   "Slet mærket, eller sæt teksten i anførselstegn, hvis ! hører til den.")

    def escaped(event: Any) -> None:
        """Note an invisible character that is written as an escape in a quoted text."""
        invisible = _INVISIBLE.search(event.value)
        if invisible:
            mark = event.start_mark
            refuse("E107", mark.line + 1, mark.column + 1,
                   f"Teksten her laver et usynligt tegn (U+{ord(invisible.group()):04X}).",
                   "Slet koden, der begynder med \\. Den laver et tegn, som læseren ikke kan se.")

    def value(event: Any, depth: int) -> tuple[Any, Any]:  # noqa: C901, PLR0912  # the hot loop of every load
        kind = event.__class__
        if kind is scalar:
            if event.anchor is not None or event.tag is not None:
                odd(event)
            if has_escapes:
                escaped(event)
            text_value = event.value
            # Only an empty plain scalar is "nothing"; `null`, `no` and `12:30` stay what the editor wrote.
            return (text_value or None if event.implicit[0] else text_value), event.start_mark
        if kind is alias:
            odd(event)
            return None, event.start_mark
        if event.anchor is not None or event.tag is not None:
            odd(event)
        if depth > MAX_DEPTH:
            mark = event.start_mark
            refuse("E105", mark.line + 1, mark.column + 1, f"Indholdet er mere end {MAX_DEPTH} lag dybt.",
                   "Flyt noget ud i en post for sig.")
            raise _Refused
        depth += 1
        if kind is mapping_start:
            data: dict[str, Any] = {}
            marks: dict[Any, Any] = {None: event.start_mark}
            while (event := next_event()).__class__ is not mapping_end:
                mark = event.start_mark
                if event.__class__ is not scalar:
                    refuse("E111", mark.line + 1, mark.column + 1, "Her skal stå et feltnavn fulgt af kolon.",
                           "Sæt teksten i anførselstegn, hvis den begynder med [ eller {.")
                    raise _Refused
                if event.anchor is not None or event.tag is not None:
                    odd(event)
                if has_escapes:
                    escaped(event)
                key = event.value
                item, item_marks = value(next_event(), depth)
                if key in data:
                    first = marks[key][0]
                    refuse("E102", mark.line + 1, mark.column + 1,
                           f"Feltet `{key}` står to gange; første gang i linje {first.line + 1}.",
                           "Slet det ene, eller læg de to sammen.")
                elif key == "<<":
                    refuse("E110", mark.line + 1, mark.column + 1, "Sammenfletning med << er ikke tilladt.",
                           "Skriv felterne ud, eller brug `common:` øverst i filen.")
                else:
                    data[key] = item
                    marks[key] = (mark, item_marks)
            return data, marks
        items: list[Any] = []
        places: list[Any] = [event.start_mark]
        while (event := next_event()).__class__ is not sequence_end:
            item, item_marks = value(event, depth)
            items.append(item)
            places.append(item_marks)
        return items, places

    next_event()  # the stream's start
    if next_event().__class__ is yaml.StreamEndEvent:
        return None, None
    result = value(next_event(), 1)
    next_event()  # the document's end
    extra = next_event()
    if extra.__class__ is not yaml.StreamEndEvent:
        mark = extra.start_mark
        refuse("E113", mark.line + 1, mark.column + 1, "Filen har flere dele adskilt af `---`.",
               "Læg delene i hver sin fil.")
        raise _Refused
    return result


def _refuse_syntax(error: yaml.YAMLError, text: str, refuse: Any) -> None:
    """Turn a parser's fault into plain Danish; the parser's own English words are never shown."""
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
        refuse("E101", line, tab.end(), "Linjen er rykket ind med tabulator.",
               "Ryk ind med mellemrum, to for hvert trin.")
        return
    if _ENDED.match(shown) and "while parsing a block" in words and shown[: column - 1].strip():
        words = "more after the end"
    code, message, hint = next((row[1:] for row in _SYNTAX if row[0] in words), _BROKEN)
    refuse(code, line, column, message.replace("…", shown[column - 1 : column]), hint)


def place(marks: Any, loc: tuple[Any, ...], *, key: bool = False) -> Place:
    """The place of the value at `loc` (keys and indexes), or of its key; the deepest known place when it is missing."""
    own = marks[None] if isinstance(marks, dict) else marks[0] if isinstance(marks, list) else marks
    for step in loc:
        if isinstance(marks, dict) and step in marks:
            key_mark, marks = marks[step]
            inner = marks.get(None) if isinstance(marks, dict) else marks[0] if isinstance(marks, list) else marks
            own = key_mark if key or isinstance(marks, dict | list) else inner
        elif isinstance(marks, list) and isinstance(step, int) and step + 1 < len(marks):
            marks = marks[step + 1]
            own = marks.get(None) if isinstance(marks, dict) else marks[0] if isinstance(marks, list) else marks
        else:
            break
    return Place(own.line + 1, own.column + 1)
