"""Knows the models' fields: walks them for references and texts, and explains pydantic's faults in Danish."""

from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from vejviser.findings import suggestion
from vejviser.records.base import RefTo, TextMark

Loc = tuple[str | int, ...]


# Faults that a list or fields can have; for every other one a single value was asked for.
_MAY_HOLD_MORE = {"list_type", "model_type", "model_attributes_type", "dict_type", "too_short"}
# How a pattern begins, and what to write to follow it.
_FORMS = {
    "^[a-z0-9]": "Brug kun små bogstaver fra a til z, tal og bindestreg, fx `teammoede`.",
    "^#": "Skriv # og seks af tegnene 0-9 og a-f, fx `#0b4a5a`.",
}


class _Plan(NamedTuple):
    """What one field of a model holds: a leaf with a mark, or a model to walk into."""

    name: str
    many: Literal["one", "list", "dict"]
    mark: RefTo | TextMark | None
    model: type[BaseModel] | None


def _unwrap(annotation: Any, metadata: list[Any]) -> tuple[str, list[Any], type[BaseModel] | None]:
    many = "one"
    while True:
        if hasattr(annotation, "__metadata__"):
            metadata = metadata + list(annotation.__metadata__)
            annotation = annotation.__origin__
        elif get_origin(annotation) is list:
            many, annotation = "list", get_args(annotation)[0]
        elif get_origin(annotation) is dict:
            many, annotation = "dict", get_args(annotation)[1]
        elif isinstance(annotation, type) and issubclass(annotation, RootModel):
            # It is written as what it holds.
            root = annotation.model_fields["root"]
            annotation, metadata = root.annotation, metadata + root.metadata
        elif isinstance(annotation, type) or get_origin(annotation) is Literal:
            break
        else:  # X | None
            annotation = next(part for part in get_args(annotation) if part is not type(None))
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return many, metadata, annotation if is_model else None


def _plan_of(name: str, info: FieldInfo) -> _Plan:
    many, metadata, model = _unwrap(info.annotation, list(info.metadata))
    mark = next((item for item in metadata if isinstance(item, RefTo | TextMark)), None)
    return _Plan(name, many, mark, model)  # type: ignore[arg-type]  # many is one of the three words


@cache
def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the key that an editor writes; `if` and `else` are no names in Python."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


@cache
def _plans(model: type[BaseModel]) -> tuple[_Plan, ...]:
    """The fields of a model that hold references, texts or models that do."""
    plans = [_plan_of(name, info) for name, info in model.model_fields.items()]
    # A condition holds conditions; what it holds besides itself is enough to know.
    return tuple(plan for plan in plans if plan.mark or (plan.model and plan.model is not model and _plans(plan.model)))


def marked(record: BaseModel) -> list[tuple[Loc, str, RefTo | TextMark]]:
    """Every reference and every text of a record, with its place in the record."""
    found: list[tuple[Loc, str, RefTo | TextMark]] = []
    _collect(record, (), found)
    return found


def _collect(record: BaseModel, loc: Loc, found: list[tuple[Loc, str, RefTo | TextMark]]) -> None:
    # A list and no generator: one that hands on what an inner one yields takes nearly half as long again.
    for name, many, mark, model in _plans(record.__class__):
        value = getattr(record, name)
        if not value:
            continue
        here = (*loc, name)
        if many == "one":
            if mark:
                found.append((here, value, mark))
            elif model:
                _collect(value, here, found)
            continue
        for step, item in value.items() if many == "dict" else enumerate(value):
            if mark:
                found.append(((*here, step), item, mark))
            elif model:
                _collect(item, (*here, step), found)


def field_at(model: type[BaseModel], loc: Loc) -> tuple[type[BaseModel], FieldInfo | None]:
    """The model and field that a place in a record belongs to; no field when the key is unknown."""
    info: FieldInfo | None = None
    for step in loc:
        if isinstance(step, int) or (info is not None and step not in fields_of(model)):
            continue
        info = fields_of(model).get(step)
        if info is None:
            break
        inner = _plan_of(step, info).model
        if inner is not None and loc[-1] != step:
            model = inner
    return model, info


def explain(model: type[BaseModel], error: Any, *, near: bool = True) -> tuple[str, str, str]:  # noqa: C901, PLR0912  # one branch a fault
    """Code, Danish message and Danish hint for one of pydantic's errors on a record of `model`.

    `near` is whether to look for the word that was meant, which takes a while.
    """
    loc, kind, given = error["loc"], error["type"], error["input"]
    names = [step for step in loc if isinstance(step, str)]
    name = names[-1] if names else ""
    owner, info = field_at(model, loc)
    hint = _hint(info)
    context = error.get("ctx", {})
    if kind == "shape":
        return "E210", context["message"], context["hint"]
    if kind == "missing":
        return "E202", f"Feltet `{name}` mangler.", hint
    if kind == "extra_forbidden":
        return (
            "E201",
            f"Feltet `{name}` findes ikke her.",
            (near and suggestion(name, fields_of(owner))) or "Ret navnet, eller slet feltet.",
        )
    if given is None:
        return "E206", f"Feltet `{name}` er tomt.", f"Skriv en værdi, eller slet linjen. {hint}"
    if isinstance(given, dict) and list(given.values()) == [None] and kind not in _MAY_HOLD_MORE:
        word = next(iter(given))
        return (
            "E203",
            f"I `{name}` skal der stå en enkelt værdi.",
            f'Begynder teksten med {{, skal den stå i anførselstegn: `{name}: "{{{word}}} …"`.',
        )
    if isinstance(given, dict | list) and kind not in _MAY_HOLD_MORE:
        return "E203", f"I `{name}` skal der stå en enkelt værdi.", f"Skriv den på samme linje som feltnavnet. {hint}"
    if kind == "literal_error":
        known = [part.strip(" '\"") for part in context["expected"].replace(" or ", ", ").split(", ")]
        return "E204", f"`{_short(given)}` kan ikke stå i `{name}`.", suggestion(str(given), known) if near else ""
    if kind in ("string_too_short", "too_short"):
        return "E206", f"Feltet `{name}` har for lidt: mindst {context.get('min_length', 1)} kræves.", hint
    if kind == "list_type":
        return "E203", f"I `{name}` skal der stå en liste.", f"Skriv hvert punkt på sin egen linje efter `- `. {hint}"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "E203", f"I `{name}` skal der stå felter med navn og kolon.", _fields_hint(model, loc) or hint
    if kind.startswith("int_"):
        return "E203", f"`{_short(given)}` er ikke et helt tal.", f"Skriv kun cifre. {hint}"
    if kind.startswith("bool_"):
        return "E204", f"`{_short(given)}` kan ikke stå i `{name}`.", "Skriv `true` for ja eller `false` for nej."
    if kind.startswith("date_"):
        return "E207", f"`{_short(given)}` er ikke en dato.", "Skriv år, måned og dag, fx 2026-11-21."
    if kind == "string_pattern_mismatch" and "\n" in given:
        return (
            "E205",
            f"Teksten i `{name}` skal stå på en enkelt linje.",
            f"Slet | eller >, og skriv på samme linje. {hint}",
        )
    if kind == "string_pattern_mismatch":
        hint = next((form for start, form in _FORMS.items() if context["pattern"].startswith(start)), hint)
        return "E205", f"`{_short(given)}` har ikke den rigtige form for `{name}`.", hint
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        word = "mindst" if "ge" in context else "højst"
        return "E205", f"`{_short(given)}` er uden for det tilladte i `{name}`: {word} {limit}.", hint
    return "E205", f"`{_short(given)}` kan ikke stå i `{name}`.", hint


def _hint(info: FieldInfo | None) -> str:
    return f"{info.title}: {info.description}" if info and info.description else ""


def _fields_hint(model: type[BaseModel], loc: Loc) -> str:
    info = field_at(model, loc)[1]
    inner = _plan_of("", info).model if info else None
    return f"Felter her: {', '.join(f'`{name}`' for name in fields_of(inner))}" if inner else ""


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 40 else text[:39] + "…"
