"""Says in JSON Schema what the records look like as data, from the same models that check them."""

from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from vejviser.records.base import Record
from vejviser.records.kinds import KINDS
from vejviser.records.law import Law
from vejviser.schema import fields_of

# A note to the editor is for nobody else, and the cases of a tree are its tests.
UNPUBLISHED = {"internal_note", "cases", "moved_from"}
# Left out where the number of a provision is not sure, as it is on the pages.
UNSURE = {"provision"}

_TYPES = {str: "string", int: "integer", bool: "boolean"}
_LIMITS = {"min_length": "minLength", "max_length": "maxLength", "pattern": "pattern", "ge": "minimum", "le": "maximum"}
Defs = dict[str, dict[str, Any]]


def published() -> list[type[Record]]:
    """The kinds that are data for others: those that a reader sees."""
    return [kind.model for kind in KINDS.values() if kind.place]


@cache
def defs() -> Defs:
    """Every kind of record by its kind, and every part of one by its name; to be read only."""
    found: Defs = {}
    for model in published():
        found[model.kind] = _object(model, found)
        found[model.kind] |= {"title": model.plural}
        found[model.kind]["properties"] = {
            "kind": {"const": model.kind, "title": "Slags"},
            "page": {"type": "string", "title": "Side", "description": "Adressen på sitet, regnet fra forsiden."},
            **found[model.kind]["properties"],
            "shared": {
                "type": "boolean",
                "title": "Fælles",
                "default": False,
                "description": "`true`, når posten er den samme i alle kommuner, som ikke har deres egen.",
            },
        }
        found[model.kind]["required"] = ["kind", "page", *found[model.kind]["required"]]
    return dict(sorted(found.items()))


def _object(model: type[BaseModel], found: Defs) -> dict[str, Any]:
    fields = {key: info for key, info in fields_of(model).items() if key not in UNPUBLISHED}
    unsure = UNSURE if model is Law else set()
    return {
        "type": "object",
        "properties": {key: _field(info, found) for key, info in fields.items()},
        "required": [key for key, info in fields.items() if info.is_required() and key not in unsure],
        "additionalProperties": False,
    }


def _field(info: FieldInfo, found: Defs) -> dict[str, Any]:
    said = _value(info.annotation, list(info.metadata), found)
    said |= {"title": info.title, "description": info.description}
    if info.default is not PydanticUndefined and info.default is not None:
        said["default"] = info.default
    return said


def _value(annotation: Any, metadata: list[Any], found: Defs) -> dict[str, Any]:
    """What may stand for one annotation; a field that may be empty is left out when it is, so None is never said."""
    if hasattr(annotation, "__metadata__"):
        return _value(annotation.__origin__, [*metadata, *annotation.__metadata__], found)
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        root = annotation.model_fields["root"]
        return _value(root.annotation, [*metadata, *root.metadata], found)
    limits = _limits(metadata)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is list:
        sizes = {key.replace("Length", "Items"): value for key, value in limits.items()}
        return {"type": "array", "items": _value(inner[0], [], found), **sizes}
    if origin is dict:
        sizes = {key.replace("Length", "Properties"): value for key, value in limits.items()}
        return {"type": "object", "additionalProperties": _value(inner[1], [], found), **sizes}
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if annotation is date:
        return {"type": "string", "format": "date"}
    if inner:  # X | None
        return _value(next(part for part in inner if part is not type(None)), metadata, found)
    return {"type": _TYPES[annotation], **limits} if annotation in _TYPES else _part(annotation, found)


def _part(model: type[BaseModel], found: Defs) -> dict[str, Any]:
    if model.__name__ not in found:
        found[model.__name__] = {}  # a condition holds conditions
        found[model.__name__] |= _object(model, found)
    return {"$ref": f"#/$defs/{model.__name__}"}


def _limits(metadata: list[Any]) -> dict[str, Any]:
    """Limits stand on a field, on the type of a string, or by themselves."""
    parts = [part for mark in metadata for part in (mark, *getattr(mark, "metadata", ()))]
    return {
        said: value
        for part in parts
        for name, said in _LIMITS.items()
        if (value := getattr(part, name, None)) is not None
    }


def schema(version: str) -> dict[str, Any]:
    """The schema of the file that holds everything."""
    text = {"type": "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Data fra en vejviser, udgave {version}",
        "type": "object",
        "properties": {
            "$schema": text,
            "version": {"const": version, "title": "Udgave", "description": "Formatets udgave."},
            "notice": {**text, "title": "Vilkår", "description": "Hvem indholdet tilhører."},
            "municipality": {
                "type": "object",
                "title": "Kommune",
                "required": ["id", "title", "site_name"],
                "properties": {"id": text, "title": text, "site_name": text, "site_url": text},
                "additionalProperties": False,
            },
            "records": {
                "type": "array",
                "title": "Poster",
                "items": {"oneOf": [{"$ref": f"#/$defs/{model.kind}"} for model in published()]},
            },
        },
        "required": ["version", "notice", "municipality", "records"],
        "additionalProperties": False,
        "$defs": defs(),
    }
