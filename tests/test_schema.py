"""The models: every reference and text of every kind is found, and faults are said in Danish."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel, RootModel

from vejviser.field_faults import explain
from vejviser.records.base import Cite, Record, RefTo, TextMark
from vejviser.records.condition import Condition
from vejviser.records.kinds import KINDS
from vejviser.records.offer import Offer
from vejviser.records.question import Node, Rule
from vejviser.records.statement import Count
from vejviser.schema import Loc, marked

Found = tuple[Loc, str, RefTo | TextMark]


def _filled(annotation: Any, marks: tuple[Any, ...], name: str, loc: Loc) -> tuple[Any, list[Found]]:
    """A value for an annotation, and the marked leaves in it: an independent walk that fills instead of reads."""
    if hasattr(annotation, "__metadata__"):
        return _filled(annotation.__origin__, marks + annotation.__metadata__, name, loc)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is list:
        pairs = [_filled(arguments[0], marks, name, (*loc, index)) for index in range(2)]
        return [value for value, _ in pairs], [leaf for _, leaves in pairs for leaf in leaves]
    if origin is dict:
        value, leaves = _filled(arguments[1], marks, name, (*loc, "noegle"))
        return {"noegle": value}, leaves
    if origin is Literal:
        return arguments[0], []
    if type(None) in arguments:
        return _filled(next(item for item in arguments if item is not type(None)), marks, name, loc)
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        root = annotation.model_fields["root"]
        return _filled(root.annotation, (*marks, *root.metadata), name, loc)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _record(annotation, loc)
    if annotation is str:
        value = _SHAPED.get(name, "abc")
        return value, [(loc, value, mark) for mark in marks if isinstance(mark, RefTo | TextMark)]
    return {int: "3", bool: "true"}.get(annotation, "2026-11-21"), []


# Texts that must have a form of their own.
_SHAPED = {
    **dict.fromkeys(("primary", "accent", "accent_dark"), "#123456"),
    **dict.fromkeys(("web", "site_url", "statement", "website"), "https://kommunen.example"),
    "number": "112",
}


# Fields that cannot stand with the others: a question is a choice or a checklist, a condition says one thing.
_NOT_TOGETHER: dict[type[BaseModel], set[str]] = {
    Node: {"choice", "options"},
    Count: {"of"},
    Rule: {"if_", "to"},
    Condition: set(Condition.model_fields) - {"has"},
}


def _record(model: type[BaseModel], loc: Loc = ()) -> tuple[dict[str, Any], list[Found]]:
    data, found = {}, []
    for name, info in model.model_fields.items():
        if name in _NOT_TOGETHER.get(model, ()):
            continue
        data[info.alias or name], leaves = _filled(info.annotation, tuple(info.metadata), name, (*loc, name))
        found += leaves
    return data, found


@pytest.mark.parametrize("model", [kind.model for kind in KINDS.values()], ids=lambda model: model.kind)
class TestEveryKind:
    """What holds for all kinds of records."""

    def test_marked(self, model: type[Record]) -> None:
        """Every reference and text is found at its place, in nested lists and dicts too."""
        data, expected = _record(model)

        assert expected == marked(model.model_validate(data))
        assert {"sources", "related", "summary", "doubts"} <= {loc[0] for loc, _, _ in expected}

    def test_fields_are_described(self, model: type[Record]) -> None:
        """Every field has a Danish title and description, for hints and for the editor's forms."""
        seen: set[type[BaseModel]] = set()

        def parts(owner: type[BaseModel]) -> Iterator[type[BaseModel]]:
            # A condition holds conditions.
            if owner in seen:
                return
            seen.add(owner)
            # What is written as what it holds has no field that an editor sees.
            if not issubclass(owner, RootModel):
                yield owner
            for info in owner.model_fields.values():
                pending = [info.annotation]
                while pending:
                    item = pending.pop()
                    pending += get_args(item)
                    if isinstance(item, type) and issubclass(item, BaseModel):
                        yield from parts(item)

        assert [] == [
            (part.__name__, name)
            for part in parts(model)
            for name, info in part.model_fields.items()
            if not (info.title and info.description and info.description.endswith("."))
        ]


def test_empty_values_are_passed_by() -> None:
    """What is left out is neither a reference nor a text."""
    assert [(("document",), "kilde", RefTo(("source",)))] == marked(Cite(document="kilde", passage="Side 1"))


@pytest.mark.parametrize(
    ("type_", "loc", "given", "context", "code", "words"),
    [
        ("missing", ("target",), {}, {}, "E202", "Feltet `target` mangler."),
        ("extra_forbidden", ("titel",), "x", {}, "E201", "Mente du `title`?"),
        ("extra_forbidden", ("referral", "hvordan"), "x", {}, "E201", "`self_referral`"),
        ("string_type", ("target",), None, {}, "E206", "er tomt"),
        (
            "literal_error",
            ("case",),
            "requird",
            {"expected": "'required', 'forbidden' or 'unknown'"},
            "E204",
            "Mente du `required`?",
        ),
        ("list_type", ("how",), "x", {}, "E203", "efter `- `"),
        ("model_type", ("referral",), "x", {}, "E203", "`self_referral`"),
        ("int_parsing", ("ages", "lowest"), "to", {}, "E203", "`to` er ikke et helt tal."),
        ("date_from_datetime_parsing", ("reviewed",), "i går", {}, "E207", "fx 2026-11-21"),
        ("string_pattern_mismatch", ("id",), "Å B", {"pattern": "^[a-z]+$"}, "E205", "små bogstaver"),
        ("greater_than_equal", ("ages", "lowest"), "-1", {"ge": 0}, "E205", "mindst 0"),
        ("string_too_short", ("title",), "", {"min_length": 1}, "E206", "mindst 1"),
        ("noget_nyt", ("title",), "x" * 99, {}, "E205", "…"),
    ],
)
def test_explained(  # noqa: PLR0917  # one fault, and what is said of it
    type_: str, loc: Loc, given: object, context: dict[str, object], code: str, words: str
) -> None:
    """Each of pydantic's faults gets a code and says in Danish what is wrong and what to write."""
    found, message, hint = explain(Offer, {"type": type_, "loc": loc, "input": given, "ctx": context})

    assert code == found
    assert words in f"{message} {hint}"
