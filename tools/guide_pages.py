#!/usr/bin/env python3
"""Prints the pages of the guide that are made from the code: every fault, and every field; `--write` writes them."""

import argparse
import re
import sys
from pathlib import Path

from vejviser.explain import codes, explanation, headline
from vejviser.field_list import field_list
from vejviser.records.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
_FAULTS = """# Fejl og advarsler

Hver kode med det, der er galt, et forkert og et rigtigt eksempel. Søg på siden med koden (Ctrl+F), eller skriv
`vejviser explain E301`. E er en fejl og W en advarsel: begge stopper udgivelsen. N er noget, kommunen skal afklare,
og stopper intet.

Siden er lavet af `python3 tools/guide_pages.py --write`.
"""
_FIELDS = """# Felter

Hver slags post med sine felter. Felter i **fed** skal være der. Et felt med en streg foran står under feltet over det,
rykket ind. `vejviser explain tilbud` viser alle felter for tilbud.

Siden er lavet af `python3 tools/guide_pages.py --write`.
"""


def faults() -> str:
    """The page of every code, with a list of them on top."""
    index = "".join(f"- [{code}](#{code.lower()}) {headline(code)}\n" for code in codes())
    return f"{_FAULTS}\n{index}{''.join(map(_fault, codes()))}"


def _fault(code: str) -> str:
    text = re.sub(r"(?m)^## (.*)$", r"**\1**", explanation(code).split("\n", 1)[1])
    return f'\n<a id="{code.lower()}"></a>\n\n## {code} {headline(code)}\n{text}'


def fields() -> str:
    """The page of every kind with its fields."""
    parts = [
        f"\n## {kind.model.plural}\n\n{_where(kind.model.folder)}\n\n{field_list(kind.model)}"
        for kind in KINDS.values()
    ]
    return _FIELDS + "".join(parts)


def _where(folder: str) -> str:
    if not folder:
        return "I filen `municipality.yml` i kommunens mappe."
    return f"I mappen `{folder}`." if folder == "decision_trees" else f"I mappen `{folder}` i kommunens mappe."


PAGES = {"docs/fejl.md": faults, "docs/felter.md": fields}


def main() -> int:
    """Print the pages, or write them where they belong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put them into docs")
    is_written = parser.parse_args().write
    for name, made in PAGES.items():
        if is_written:
            (ROOT / name).write_text(made(), encoding="utf-8")
        else:
            print(made())
    return 0


if __name__ == "__main__":
    sys.exit(main())
