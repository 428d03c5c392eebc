"""Says in Danish what pydantic finds wrong with a record."""

import re
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from vejviser.field_names import unknown_field
from vejviser.findings import suggestion
from vejviser.schema import Loc, field_at, fields_of, model_of
from vejviser.slug import slug

# Faults that a list or fields can have; for every other one a single value was asked for.
_MAY_HOLD_MORE = {"list_type", "model_type", "model_attributes_type", "dict_type", "too_short"}
# How a pattern begins, and what to write to follow it.
_FORMS = {
    "^[a-z0-9]": "Brug kun små bogstaver fra a til z, tal og bindestreg, fx `teammoede`.",
    "^#": "Skriv # og seks af tegnene 0-9 og a-f, fx `#0b4a5a`.",
}


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


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
    if name == "[key]":
        name = "id"
    if kind == "shape":
        return "E210", context["message"], context["hint"]
    if kind == "missing":
        return "E202", f"Feltet `{name}` mangler.", hint
    if kind == "extra_forbidden":
        if not near:
            return "E201", f"Feltet `{name}` findes ikke her.", "Ret navnet, eller slet feltet."
        around = field_at(model, loc[:-1])[0] if len(names) > 1 else None
        return "E201", *unknown_field(owner, name, around, names[-2] if around else "")
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
    if kind == "string_too_long":
        most = context["max_length"]
        return "E205", f"`{_short(given)}` er for langt i `{name}`: {len(given)} tegn, højst {most}.", hint
    if kind == "list_type":
        return "E203", f"I `{name}` skal der stå en liste.", f"Skriv hvert punkt på sin egen linje efter `- `. {hint}"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "E203", f"I `{name}` skal der stå felter med navn og kolon.", _fields_hint(model, loc) or hint
    if kind.startswith("int_"):
        return "E203", f"`{_short(given)}` er ikke et helt tal.", f"Skriv kun cifre. {hint}"
    if kind.startswith("bool_"):
        return "E204", f"`{_short(given)}` kan ikke stå i `{name}`.", "Skriv `true` for ja eller `false` for nej."
    if kind.startswith("date_") and _DAY.fullmatch(str(given)):
        return "E207", f"Datoen {given} findes ikke.", "Skriv år, måned og dag, fx 2026-11-21."
    if kind.startswith("date_"):
        return "E207", f"`{_short(given)}` er ikke en dato.", "Skriv år, måned og dag, fx 2026-11-21."
    if kind == "string_pattern_mismatch" and "\n" in given:
        return (
            "E205",
            f"Teksten i `{name}` skal stå på en enkelt linje.",
            f"Slet | eller >, og skriv på samme linje. {hint}",
        )
    if kind == "string_pattern_mismatch":
        if context["pattern"].startswith("^[a-z0-9]") and slug(str(given)):
            return (
                "E205",
                f"`{_short(given)}` har ikke den rigtige form for `{name}`.",
                f"Brug kun små bogstaver fra a til z, tal og bindestreg, fx `{slug(str(given))[:60]}`.",
            )
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
    inner = model_of("", info) if info else None
    return f"Felter her: {', '.join(f'`{name}`' for name in fields_of(inner))}" if inner else ""


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 40 else text[:39] + "…"
