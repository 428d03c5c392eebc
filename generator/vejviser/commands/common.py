"""What the commands share: exit codes, which municipality is meant, and how findings are shown."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from vejviser import report
from vejviser.adapters.configured import configured
from vejviser.checked import Checked, check_project, set_aside
from vejviser.findings import Finding, suggestion
from vejviser.folders import municipalities
from vejviser.wrong_use import WrongUse

__all__ = [
    "FINDINGS",
    "FINE",
    "OUR_FAULT",
    "WRONG_USE",
    "WrongUse",
    "add_municipality",
    "add_root",
    "add_site_dir",
    "add_today",
    "all_municipalities",
    "as_text",
    "check_one",
    "exit_code",
    "need_config",
    "one_municipality",
    "show",
    "site_dir_of",
    "the_day",
]

FINE, FINDINGS, WRONG_USE, OUR_FAULT = 0, 1, 2, 3


def add_root(parser: argparse.ArgumentParser) -> None:
    """The option for the project's folder."""
    parser.add_argument(
        "--root", type=Path, default=Path(), metavar="MAPPE", help="projektets mappe; ellers den, du står i"
    )


def add_today(parser: argparse.ArgumentParser) -> None:
    """The option for the day to check and build for."""
    parser.add_argument("--today", metavar="DATO", help="byg som på denne dato, fx 2026-11-21; ellers i dag")


def add_municipality(parser: argparse.ArgumentParser) -> None:
    """The option for one municipality."""
    parser.add_argument(
        "--municipality", metavar="KOMMUNE", help="kommunens mappe under content; ellers den i mkdocs.yml"
    )


def add_site_dir(parser: argparse.ArgumentParser, words: str) -> None:
    """The option for the folder to publish to."""
    parser.add_argument("--site-dir", type=Path, metavar="MAPPE", help=f"{words}; ellers site i projektets mappe")


def site_dir_of(options: argparse.Namespace) -> Path:
    """The folder to publish to; raises WrongUse when it is one of the project's own."""
    from vejviser.adapters.publishing.permission import away_from

    root: Path = options.root.resolve()
    folder: Path = (options.site_dir or root / "site").resolve()
    away_from(root, folder)
    return folder


def all_municipalities(options: argparse.Namespace) -> list[str]:
    """Every municipality of the project; there is at least one."""
    known = municipalities(options.root)
    if not known:
        raise WrongUse(
            f"Der er intet indhold i {options.root.resolve()}: mappen `content` mangler.\n"
            "Gå til projektets mappe, eller brug --root."
        )
    return known


def one_municipality(options: argparse.Namespace) -> str:
    """The municipality that is asked for, else the one of mkdocs.yml, else the only one."""
    known = all_municipalities(options)
    own = configured(options.root)
    name: str = options.municipality or (own if own in known else "") or (known[0] if len(known) == 1 else "")
    if name not in known:
        raise WrongUse(
            f"Kommunen `{name}` findes ikke. {suggestion(name, known)}"
            if name
            else f"Vælg en kommune med --municipality. {suggestion('', known, limit=200)}"
        )
    if not options.municipality and len(known) > 1:
        others = [f"`{other}`" for other in known if other != name]
        said = ", ".join(others) if len(others) <= 8 else f"{', '.join(others[:8])} og {len(others) - 8} mere"
        print(
            f"Kommunen er `{name}`, som står i mkdocs.yml. Der er også {said}: vælg med --municipality KOMMUNE.",
            file=sys.stderr,
        )
    return name


def the_day(options: argparse.Namespace) -> date:
    """The day that is asked for, else today."""
    try:
        day = date.fromisoformat(options.today) if options.today else date.today()
    except ValueError:
        raise WrongUse(f"`{options.today}` er ikke en dato. Skriv fx 2026-11-21.") from None
    if not 2000 <= day.year < 2100:
        raise WrongUse(f"{day} ligger for langt væk. Skriv en dato i dette århundrede, fx 2026-11-21.")
    return day


def check_one(options: argparse.Namespace) -> Checked:
    """Load and check the municipality that is asked for."""
    name = one_municipality(options)
    checked = check_project(options.root, name, the_day(options))
    set_aside()
    return checked


def need_config(options: argparse.Namespace) -> None:
    """Refuse where there is nothing to build from."""
    if not (options.root / "mkdocs.yml").is_file():
        raise WrongUse(
            f"Der er ingen mkdocs.yml i {options.root.resolve()}. Gå til projektets mappe, eller brug --root."
        )


def show(checked: Checked, *, notes: bool = False) -> None:
    """Print the findings."""
    print(as_text(checked.findings, checked.project.root, notes=notes), end="")


def as_text(findings: list[Finding], root: Path, *, notes: bool = False) -> str:
    """The findings as text, in colours where a person reads them."""
    return report.as_text(findings, root, colour=_is_coloured(), notes=notes)


def _is_coloured() -> bool:
    """In a terminal, or where FORCE_COLOR asks for it; NO_COLOR is stronger than both."""
    return "NO_COLOR" not in os.environ and ("FORCE_COLOR" in os.environ or sys.stdout.isatty())


def exit_code(findings: list[Finding]) -> int:
    """What the findings mean for whoever called the command."""
    if any(finding.code.startswith("E9") for finding in findings):
        return OUR_FAULT
    return FINDINGS if any(finding.stops for finding in findings) else FINE
