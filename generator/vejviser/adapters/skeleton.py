"""Writes the folder of a new municipality: what must be there, with every gap marked as to be filled."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from vejviser.folders import CONTENT

_MISSING = "Skal udfyldes: "
# Where everybody finds the website of a municipality.
_ALL_WEBSITES = "https://www.borger.dk/"


@dataclass(frozen=True, slots=True)
class NewMunicipality:
    """What is known of it; whatever is None is a gap."""

    id: str
    title: str
    short: str
    phone: str | None = None
    advice: str | None = None
    statement: str | None = None
    website: str | None = None
    reception: str | None = None


def create(root: Path, new: NewMunicipality, today: date) -> list[Path]:
    """Write the files; returns their paths. Raises FileExistsError rather than touch a folder that is there."""
    folder = root / CONTENT / new.id
    values = _values(new, today)
    texts = {
        folder / name.replace("SOURCE", values["source"]): Template(source.read_text(encoding="utf-8"))
        for name, source in sorted(walk(files("vejviser") / "skeleton"))
    }
    folder.mkdir()
    try:
        for path, text in texts.items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.substitute(values).encode())
    except BaseException:
        shutil.rmtree(folder)  # half of it would be in the way of the next try
        raise
    return list(texts)


def walk(folder: Traversable, inside: str = "") -> list[tuple[str, Traversable]]:
    """Every file under a folder of the package, with its name from there."""
    found = []
    for item in folder.iterdir():
        name = inside + item.name
        found += walk(item, f"{name}/") if item.is_dir() else [(name, item)]
    return found


def _quoted(text: str) -> str:
    """A text as YAML reads it whatever stands in it: JSON's form is YAML's too."""
    return json.dumps(text, ensure_ascii=False)


def _values(new: NewMunicipality, today: date) -> Mapping[str, str]:
    gaps = [
        (new.phone, "telefonnummeret, hvor kommunen tager imod underretninger."),
        (new.advice, "nummeret til åben anonym rådgivning."),
        (new.statement, "adressen på tilgængelighedserklæringen."),
        (new.website, "adressen på kommunens hjemmeside. Her står borger.dk."),
        (new.reception, "hvad kommunen kalder det sted, der tager imod underretninger, i feltet reception."),
    ]
    number = f", number: {_quoted(new.phone)}" if new.phone else ""
    advice = f"advice: {{label: Åben anonym rådgivning, number: {_quoted(new.advice)}}}\n" if new.advice else ""
    return {
        "title": _quoted(new.title),
        "title_plain": new.title,
        "short": _quoted(new.short),
        "site_name": _quoted(f"Vejviser for {new.short}"),
        "summary": _quoted(f"Vejviseren viser dig det næste skridt, når du er bekymret for et barn i {new.title}."),
        "source": f"{new.id}-egne-oplysninger",
        "source_title": _quoted(f"{new.title}: kommunens egne oplysninger"),
        "today": today.isoformat(),
        "review_by": (today + timedelta(days=180)).isoformat(),
        "doubts": "".join(f"  - {_quoted(_MISSING + words)}\n" for known, words in gaps if not known),
        "name_of_reception": f"reception: {_quoted(new.reception)}\n" if new.reception else "",
        "website": new.website or _ALL_WEBSITES,
        "phone": f'{{label: "{{modtagelsen}}"{number}}}',
        "accessibility": advice
        + (f"accessibility: {{statement: {_quoted(new.statement)}}}" if new.statement else "accessibility: {}"),
        "change": _quoted(f"{_MONTHS[today.month - 1]} {today.year}: Første udgave, som kommunen ikke har udfyldt"),
    }


_MONTHS = (
    "Januar",
    "Februar",
    "Marts",
    "April",
    "Maj",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "December",
)
