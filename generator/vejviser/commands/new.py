"""`vejviser new`: begins a municipality in a project, or a project of its own, ready to be checked and filled in."""

import argparse
import re
import sys
from pathlib import Path

from vejviser import __version__
from vejviser.checked import check_project
from vejviser.commands.common import FINE, WrongUse, add_root, add_today, exit_code, show, the_day
from vejviser.folders import CONTENT, SHARED
from vejviser.pages.portal import FOLDERS
from vejviser.shipped import stands_on_package

HELP = "lav mappen til en ny kommune eller et helt nyt projekt"
# Names that no file can have on Windows, and folders beside those of the municipalities on the site.
_WINDOWS = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_TAKEN = {*FOLDERS, *_WINDOWS}
_LONGEST = 200
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
# What is asked for, and the form it must have; only the first two must be known.
_ID, _PHONE, _URL = r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*", r"\+?[0-9 ]{3,15}", r'https://[^\s()<>"]+'


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    add_today(parser)
    parser.add_argument("what", metavar="HVAD", choices=["kommune", "projekt"], help="kommune eller projekt")
    parser.add_argument("name", metavar="NAVN", help="kommunens navn, fx Odense")
    parser.add_argument("--id", metavar="ID", help="mappens navn; ellers navnet med små bogstaver")
    parser.add_argument("--title", metavar="TITEL", help="kommunens fulde navn; ellers »NAVN Kommune«")
    parser.add_argument("--phone", metavar="NUMMER", help="nummeret, hvor kommunen tager imod underretninger")
    parser.add_argument("--advice", metavar="NUMMER", help="nummeret til åben anonym rådgivning")
    parser.add_argument("--statement", metavar="ADRESSE", help="adressen på tilgængelighedserklæringen")
    parser.add_argument("--website", metavar="ADRESSE", help="adressen på kommunens hjemmeside")
    parser.add_argument(
        "--reception", metavar="NAVN", help="kommunens navn for det sted, der tager imod underretninger"
    )


def run(options: argparse.Namespace) -> int:
    """Ask for what is not given when somebody is there to answer, write, and check what was written."""
    from vejviser.adapters.new_project import begin
    from vejviser.adapters.skeleton import NewMunicipality, create

    is_project = options.what == "projekt"
    if is_project:
        _must_be_empty(options.root)
    name = _answer(" ".join(options.name.split()), "Kommunens navn", "", r"\S.*")
    short = name.removesuffix(" Kommune").removesuffix(" kommune")
    short = short.title() if short.isupper() else short
    new = NewMunicipality(
        short=short,
        id=_answer(options.id, "Mappens navn", _folder_name(short), _ID),
        title=_answer(options.title, "Kommunens fulde navn", f"{short} Kommune", r"\S.*"),
        phone=_answer(options.phone, "Nummer, hvor kommunen tager imod underretninger", "", _PHONE) or None,
        advice=_answer(options.advice, "Nummer til åben anonym rådgivning", "", _PHONE) or None,
        statement=_answer(options.statement, "Adresse på tilgængelighedserklæringen", "", _URL) or None,
        website=_answer(options.website, "Adresse på kommunens hjemmeside", "", _URL) or None,
        reception=_answer(options.reception, "Navnet på det sted, der tager imod underretninger", "", r".*") or None,
    )
    if new.id in _TAKEN:
        raise WrongUse(f"`{new.id}` er optaget og kan ikke være navnet på en kommunes mappe. Vælg et andet med --id.")
    today = the_day(options)
    if is_project:
        around = begin(options.root, new)
    elif (options.root / CONTENT / SHARED).is_dir() or stands_on_package(options.root):
        around = []
    else:
        raise WrongUse(
            f"Der er intet fælles indhold i {options.root.resolve()}. Gå til projektets mappe, eller brug --root."
        )
    try:
        written = create(options.root, new, today)
    except FileExistsError:
        raise WrongUse(
            f"Mappen {CONTENT}/{new.id} findes allerede og bliver ikke rørt. Vælg et andet navn med --id."
        ) from None
    for path in (*around, *written):
        print(path.relative_to(options.root).as_posix())
    checked = check_project(options.root, new.id, today)
    show(checked)
    which, where = ("", "") if is_project else (f" --municipality {new.id}", f" --site-dir site-{new.id}")
    print(
        f"Se, hvad der skal udfyldes:  vejviser check{which} --notes\n"
        f"Se siden:                    vejviser serve{which}\n"
        f"Byg siden:                   vejviser build{which}{where}\n"
        f"Sammenlign med det fælles:   vejviser diff-shared {new.id}"
    )
    if is_project:
        print(
            f"Læg filen vejviser-{__version__}-py3-none-any.whl i mappen, før andre skal bygge siden: den er det, "
            "requirements.txt henter Vejviser fra."
        )
    return exit_code(checked.findings) if checked.stops else FINE


def _must_be_empty(root: Path) -> None:
    from vejviser.adapters.new_project import in_the_way

    there = in_the_way(root)
    if there:
        raise WrongUse(
            f"Mappen {root.resolve()} er ikke tom: {', '.join(there[:5])}. Intet er rørt.\n"
            "Lav en ny mappe, gå ind i den, og prøv igen. Eller skriv en anden mappe efter --root."
        )


def _folder_name(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_LETTERS)).strip("-")


def _answer(given: str | None, question: str, default: str, form: str) -> str:
    """The option, else the reader's answer, else the default; refused when it has another form than it must."""
    answer = given
    if answer is None and sys.stdin is not None and sys.stdin.isatty():
        answer = input(f"{question}{f' [{default}]' if default else ' (tom, hvis du ikke ved det)'}: ").strip()
    answer = answer or default
    is_text = answer.isprintable() and len(answer) <= _LONGEST
    if answer and not (is_text and re.fullmatch(form, answer)):
        raise WrongUse(f"`{answer[:_LONGEST]}` kan ikke bruges som svar på: {question}.")
    if not answer and form in (_ID, r"\S.*"):
        raise WrongUse(f"Skriv et svar på: {question}.")
    return answer
