"""Knows the models' fields: what each holds, and every reference and text of a record."""

from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from vejviser.records.base import RefTo, TextMark

Loc = tuple[str | int, ...]


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


def model_of(name: str, info: FieldInfo) -> type[BaseModel] | None:
    """The model that a field holds one or more of; None for a plain value."""
    return _plan_of(name, info).model


def mark_of(info: FieldInfo) -> RefTo | TextMark | None:
    """What a field is marked as: the id of a record, or running text."""
    return _plan_of("", info).mark


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
        inner = model_of(step, info)
        if inner is not None and loc[-1] != step:
            model = inner
    return model, info
