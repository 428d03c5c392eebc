"""Fills in what each municipality calls its own: `{modtagelsen}` in a text becomes the name of the place there."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from vejviser import yaml_reader
from vejviser.findings import Finding, suggestion
from vejviser.folders import CONTENT, read_bytes
from vejviser.records.municipality import Municipality
from vejviser.texts import PLACEHOLDER

# The placeholder and the municipality's field that says what stands in its place.
FIELDS = {"modtagelsen": "reception"}
# Looked for in the bytes of a file: most files have none, and need not be gone through.
_IN_BYTES = re.compile(rb"\{[^\s{}:,\[\]]+\}")

Words = dict[str, str]
# The portal shows the shared records of these kinds once for all municipalities.
_SAME_FOR_ALL = {"law", "term"}


class Unknown(NamedTuple):
    """A placeholder that nobody knows, with its place in the data of its file."""

    loc: tuple[str | int, ...]
    name: str

    @property
    def told(self) -> tuple[str, str, str]:
        """Code, message and hint of the finding."""
        if self.name in FIELDS:
            return (
                "E609",
                f"Pladsholderen `{{{self.name}}}` kan ikke stå i fælles lov og ordliste.",
                "Portalen viser dem ens for alle kommuner. Skriv fx »kommunens modtagelse«.",
            )
        return (
            "E609",
            f"Pladsholderen `{{{self.name}}}` findes ikke.",
            suggestion(self.name.lower(), FIELDS) or "Slet parenteserne, eller skriv ordet.",
        )


def words_of(root: Path, municipality: str) -> Words:
    """What stands for each placeholder in a municipality; its file is read as written, since it may have faults."""
    path = root / CONTENT / municipality / "municipality.yml"
    written = {}
    with suppress(OSError):  # a file that cannot be read is a finding when the records are read
        if path.is_file() and not path.is_symlink():
            data = yaml_reader.read(read_bytes(path), path.name).data
            written = data if isinstance(data, dict) else {}
    words = {}
    for name, field in FIELDS.items():
        given = written.get(field)
        words[name] = given if given and isinstance(given, str) else Municipality.model_fields[field].default
    return words


def known_in(kind: str, words: Words, *, shared: bool) -> Words:
    """The words that may be used in records of a kind."""
    return {} if shared and kind in _SAME_FOR_ALL else words


def any_in(raw: bytes) -> bool:
    """Whether a file may hold a placeholder."""
    return _IN_BYTES.search(raw) is not None


def filled(data: Any, words: Words, unknown: list[Unknown], loc: tuple[str | int, ...] = ()) -> Any:
    """The data of a file with every known placeholder filled in; those not known are added to `unknown`."""
    if isinstance(data, dict):
        return {key: filled(value, words, unknown, (*loc, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [filled(item, words, unknown, (*loc, number)) for number, item in enumerate(data)]
    if not isinstance(data, str) or "{" not in data:
        return data
    unknown += [Unknown(loc, name) for name in PLACEHOLDER.findall(data) if name not in words]
    return PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), data)


def unknown_in(page: str, path: str, words: Words) -> list[Finding]:
    """The placeholders of a hand-written page that nobody knows."""
    return [
        Finding(
            path,
            page.count("\n", 0, match.start()) + 1,
            match.start() - page.rfind("\n", 0, match.start()),
            *Unknown((), match[1]).told,
        )
        for match in PLACEHOLDER.finditer(page)
        if match[1] not in words
    ]
