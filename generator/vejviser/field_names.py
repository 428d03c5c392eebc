"""Finds the field that an editor meant, by its key, its Danish title, or where else it belongs."""

import unicodedata
from functools import cache

from pydantic import BaseModel

from vejviser.findings import did_you_mean, suggestion
from vejviser.records.kinds import KINDS
from vejviser.schema import fields_of, model_of
from vejviser.slug import slug

_SHORT = 5
_FEW = 4
# Everyday words for a field whose title is another word.
_OTHER_WORDS = {
    "navn": "title",
    "overskrift": "title",
    "beskrivelse": "summary",
    "tekst": "summary",
    "telefon": "phones",
    "telefonnummer": "number",
    "tlf": "phones",
    "link": "web",
    "url": "web",
    "aabningstider": "hours",
    "noegleord": "search_terms",
    "betydning": "meaning",
    "spoergsmaal": "ask",
}


@cache
def _titles(model: type[BaseModel]) -> dict[str, list[str]]:
    """The keys of a model's fields by their titles as slugs; a field that must be there stands first."""
    found: dict[str, list[str]] = {}
    for key, info in fields_of(model).items():
        names = found.setdefault(slug(info.title or key), [])
        names.insert(0 if info.is_required() else len(names), key)
    return found


@cache
def _within(model: type[BaseModel]) -> dict[str, str]:
    """The fields of the parts of a model, each with the field that holds the part."""
    return {
        inner: outer
        for outer, info in reversed(fields_of(model).items())
        if (part := model_of(outer, info)) is not None
        for inner in fields_of(part)
    }


def meant(model: type[BaseModel], word: str) -> list[str]:
    """The fields of a model that a word names by title, the likeliest first; none when it names none."""
    titles, written = _titles(model), slug(word)
    if written in titles:
        return titles[written]
    other = _OTHER_WORDS.get(written)
    if other in fields_of(model):
        return [other]
    # A key with a slip is nearer than any title: `titel` is `title`.
    # Short words are near to too many.
    is_slip = len(written) < _SHORT or did_you_mean(word.lower(), fields_of(model)) is not None
    near = None if is_slip else did_you_mean(written, titles)
    return titles[near] if near else []


def unknown_field(model: type[BaseModel], word: str, above: type[BaseModel] | None, inside: str) -> tuple[str, str]:
    """Message and hint for a field that a model lacks; `above` is the model around it, whose field `inside` it is."""
    keys = fields_of(model)
    message = f"Feltet `{word}` findes ikke her."
    if not word.isidentifier() and (" " in word or word.endswith(('"', "'", "."))):
        return f"Teksten er klippet over ved et komma: »{word}« læses som et felt.", (
            'Sæt hele teksten i anførselstegn: "…, …".'
        )
    names = meant(model, word)
    if names:
        return message, f"Mente du {' eller '.join(f'`{name}`' for name in names)}?"
    if not word.isascii() and word.lower() == _odd_letters(word.lower()):
        return message, f"Et af bogstaverne i `{word}` er fra et andet alfabet. {suggestion(word, keys)}".strip()
    if above is not None and word in fields_of(above):
        return message, f"`{word}` hører ikke til under `{inside}`. Er linjen rykket for langt ind?"
    if word in _within(model):
        return message, f"Skriv `{word}` under `{_within(model)[word]}:`, rykket ind."
    kinds = [kind.model for kind in KINDS.values() if word in fields_of(kind.model)] if "status" in keys else []
    if 0 < len(kinds) <= _FEW:
        where = " eller ".join(f"{kind.name} (mappen `{kind.folder}`)" for kind in kinds)
        return message, f"`{word}` hører til {where}. Er posten det, så flyt den dertil."
    near = suggestion(word.lower(), keys)
    rest = " Hører oplysningen ingen steder til, så skriv den i `internal_note`." if "internal_note" in keys else ""
    return message, near or f"Ret navnet. Se felterne med: vejviser explain FELTER.{rest}"


def _odd_letters(word: str) -> str:
    """The word again when it has a letter of another alphabet; else nothing."""
    foreign = any(letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN") for letter in word)
    return word if foreign else ""
