"""Says what is wrong with the name of a content file, and which name would be right."""

import re
from pathlib import Path

from vejviser.slug import slug

YAML = (".yml", ".yaml")
_COPY = re.compile(r"kopi|copy|\(\d+\)|conflicted|konflikt", re.IGNORECASE)
# What editors are tempted to lay beside the text: nothing of it is read.
_OFFICE = (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".csv", ".pdf", ".pptx")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".heic")


def misnamed(name: str) -> tuple[str, str, str]:
    """E205: code, message and hint for a file whose name can be no id."""
    right = f"`{slug(Path(name).stem)}.yml`"
    if _COPY.search(name):
        hint = f"Det ligner en kopi. Slet den, eller giv den sit eget navn, fx {right}, og ret posten i den."
    else:
        hint = f"Brug kun små bogstaver fra a til z, tal og bindestreg: kald filen {right}."
    return "E205", f"Filens navn `{name}` kan ikke bruges, for det er også id'et.", hint


def stray(name: str) -> tuple[str, str, str]:
    """E208: code, message and hint for a file in a folder of records that is not read."""
    stem, ending = name.lower(), ""
    while "." in stem:
        stem, _, last = stem.rpartition(".")
        ending = f".{last}"
        if ending not in (".txt", *YAML):
            break
    message = f"Filen `{name}` læses ikke: her læses kun filer, der ender på .yml."
    if ending in _PICTURES:
        return "E208", message, "Flyt eller slet den. Et billede kan ikke ligge mellem posterne."
    if ending in _OFFICE:
        return "E208", message, "Skriv indholdet i en fil, der ender på .yml, og flyt eller slet denne."
    if ending == ".md":
        return "E208", message, "En håndskreven side ligger i mappen `pages`. Flyt den dertil, eller slet den."
    if ending not in ("", ".txt", *YAML):
        return "E208", message, "Er den en kopi, så slet den. Ellers giv den et navn, der ender på .yml."
    right = slug(re.sub(r"[-_ ]ya?ml$", "", stem))
    return "E208", message, f"Kald den `{right}.yml`. I Windows ses endelsen med Vis, Filtypenavne."


def other_municipality(path: Path) -> str:
    """What to do where a municipality has no file of its own: it may only be called something else."""
    folder = path.parent
    others = [item.name for item in folder.iterdir() if item.stem == path.stem] if folder.is_dir() else []
    return f"Omdøb `{others[0]}` til `{path.name}`." if others else f"Lav filen `{path.name}` i kommunens mappe."
