"""Reads YAML string first from the events of PyYAML's C parser, keeping the place of every key and value."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from vejviser.decoding import INVISIBLE, decode
from vejviser.findings import Finding
from vejviser.yaml_causes import cut_by_comment, hard_spaces
from vejviser.yaml_syntax import explain

MAX_DEPTH = 20


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


class FlowMarks(list[Any]):
    """The marks of a list in `[…]`, with the numbers of its items that stand in quotes."""

    __slots__ = ("quoted",)

    def __init__(self, own: Any) -> None:
        """Take the list's own mark."""
        super().__init__([own])
        self.quoted: set[int] = set()


class _Refused(Exception):
    """The rest of the file cannot be read; the finding is already noted."""


def read(raw: bytes, path: str) -> Document:
    """Read the bytes of one file. Never raises: what is refused becomes a finding."""
    document = Document()

    def refuse(code: str, line: int, column: int, message: str, hint: str) -> None:
        document.findings.append(Finding(path, line, column, code, message, hint))

    text = decode(raw, path, document.findings)
    if text is None:
        return document
    causes = [*hard_spaces(text)] or [*cut_by_comment(text)]
    for cause in causes:
        refuse(*cause)
    if causes:
        return document
    try:
        document.data, document.marks = _build(text, refuse)
    except yaml.YAMLError as error:
        refuse(*explain(error, text))
    except _Refused:
        document.data = None
    return document


def _build(text: str, refuse: Any) -> tuple[Any, Any]:  # noqa: C901, PLR0915  # one closure over the events: fast
    next_event: Any = yaml.CSafeLoader(text).get_event
    # Most files hold none of the signs that anchors, aliases, tags and escapes need; then no value is looked at twice.
    has_signs = any(sign in text for sign in "&*!\\")
    mapping_start, mapping_end = yaml.MappingStartEvent, yaml.MappingEndEvent
    sequence_end = yaml.SequenceEndEvent
    scalar, alias = yaml.ScalarEvent, yaml.AliasEvent

    def odd(event: Any) -> None:
        """Note an anchor, an alias or a tag; the value itself is read on, so that later faults show too."""
        mark = event.start_mark
        if event.anchor is not None:
            refuse(
                "E103",
                mark.line + 1,
                mark.column + 1,
                "Genveje med & og * er ikke tilladt.",
                "Skriv værdien ud, eller sæt teksten i anførselstegn, hvis & eller * hører til den.",
            )
        else:
            refuse(
                "E104",
                mark.line + 1,
                mark.column + 1,
                f"Mærket `{event.tag}` er ikke tilladt.",
                "Slet mærket, eller sæt teksten i anførselstegn, hvis ! hører til den.",
            )

    def look(event: Any) -> None:
        """Note what a scalar must not have: an anchor, a tag, or an invisible character written as an escape."""
        if event.anchor is not None or event.tag is not None:
            odd(event)
        invisible = INVISIBLE.search(event.value)
        if invisible:
            mark = event.start_mark
            refuse(
                "E107",
                mark.line + 1,
                mark.column + 1,
                f"Teksten her laver et usynligt tegn (U+{ord(invisible.group()):04X}).",
                "Slet koden, der begynder med \\. Den laver et tegn, som læseren ikke kan se.",
            )

    def value(event: Any, depth: int) -> tuple[Any, Any]:  # noqa: C901, PLR0912  # the hot loop of every load
        kind = event.__class__
        if kind is scalar:
            if has_signs:
                look(event)
            text_value = event.value
            # Only an empty plain scalar is "nothing"; `null`, `no` and `12:30` stay what the editor wrote.
            return (text_value or None if event.implicit[0] else text_value), event.start_mark
        if kind is alias:
            odd(event)
            return None, event.start_mark
        if has_signs and (event.anchor is not None or event.tag is not None):
            odd(event)
        if depth > MAX_DEPTH:
            mark = event.start_mark
            refuse(
                "E105",
                mark.line + 1,
                mark.column + 1,
                f"Indholdet er mere end {MAX_DEPTH} lag dybt.",
                "Flyt noget ud i en post for sig.",
            )
            raise _Refused
        depth += 1
        if kind is mapping_start:
            data: dict[str, Any] = {}
            marks: dict[Any, Any] = {None: event.start_mark}
            while (event := next_event()).__class__ is not mapping_end:
                mark = event.start_mark
                if event.__class__ is not scalar:
                    refuse(
                        "E111",
                        mark.line + 1,
                        mark.column + 1,
                        "Her skal stå et feltnavn fulgt af kolon.",
                        "Sæt teksten i anførselstegn, hvis den begynder med [ eller {.",
                    )
                    raise _Refused
                if has_signs:
                    look(event)
                key = event.value
                event = next_event()
                if event.__class__ is scalar and not has_signs:
                    # Nine values of ten: the same as `value` would say, without the call.
                    item, item_marks = (event.value or None) if event.implicit[0] else event.value, event.start_mark
                else:
                    item, item_marks = value(event, depth)
                if key in data:
                    first = marks[key][0]
                    refuse(
                        "E102",
                        mark.line + 1,
                        mark.column + 1,
                        f"Feltet `{key}` står to gange; første gang i linje {first.line + 1}.",
                        "Slet det ene, eller læg de to sammen.",
                    )
                elif key == "<<":
                    refuse(
                        "E110",
                        mark.line + 1,
                        mark.column + 1,
                        "Sammenfletning med << er ikke tilladt.",
                        "Skriv felterne ud, eller brug `common:` øverst i filen.",
                    )
                else:
                    data[key] = item
                    marks[key] = (mark, item_marks)
            return data, marks
        items: list[Any] = []
        places: list[Any] = FlowMarks(event.start_mark) if event.flow_style else [event.start_mark]
        while (event := next_event()).__class__ is not sequence_end:
            if event.__class__ is scalar and not event.implicit[0] and places.__class__ is FlowMarks:
                places.quoted.add(len(items))
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
        refuse(
            "E113",
            mark.line + 1,
            mark.column + 1,
            "Filen har flere dele adskilt af `---`.",
            "Læg delene i hver sin fil.",
        )
        raise _Refused
    return result


def place(marks: Any, loc: tuple[Any, ...], *, key: bool = False) -> Place:
    """The place of the value at `loc` (keys and indexes), or of its key; the deepest known place when it is missing."""
    mark = mark_at(marks, loc, key=key)
    return Place(mark.line + 1, mark.column + 1)


def is_cut_list(marks: Any, loc: tuple[Any, ...], item: int) -> bool:
    """Whether the list at `loc` stands in `[…]` and its item is written without quotes, so that a comma may cut it."""
    for step in loc:
        if isinstance(marks, dict) and step in marks:
            marks = marks[step][1]
        elif isinstance(marks, list) and isinstance(step, int) and step + 1 < len(marks):
            marks = marks[step + 1]
        else:
            return False
    return isinstance(marks, FlowMarks) and item not in marks.quoted


def mark_at(marks: Any, loc: tuple[Any, ...], *, key: bool = False) -> Any:
    """The mark of the value at `loc`, as `place` finds it: 0-based, and with a path when it stands in a shared file."""
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
    return own
