"""`vejviser check`: finds faults in the content of one municipality or of all."""

import argparse
import sys
from pathlib import Path, PurePosixPath

from vejviser import report
from vejviser.commands import many
from vejviser.commands.common import (
    WrongUse,
    add_municipality,
    add_root,
    add_today,
    as_text,
    check_one,
    exit_code,
)
from vejviser.findings import Finding
from vejviser.folders import CONTENT, TREES, municipalities
from vejviser.report_formats import as_github, as_sarif

HELP = "find fejl i indholdet"
_FORMATS = ("text", "json", "github", "sarif")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    add_municipality(parser)
    add_today(parser)
    many.add_selection(parser)
    parser.add_argument("files", type=Path, nargs="*", metavar="FIL", help="vis kun fejl i disse filer og mapper")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="text (standard), json, github eller sarif")
    parser.add_argument("--notes", action="store_true", help="vis også det, kommunen skal afklare")
    parser.add_argument("--quiet", action="store_true", help="skriv kun fejl, og intet når der ingen er")


def run(options: argparse.Namespace) -> int:
    """Print what was found; a fault in shared content is printed once, however many have it."""
    names = [_name(options.root, path) for path in options.files]
    if names and not options.municipality and not many.is_asked_for(options):
        options.only = ",".join(_municipalities_of(names, municipalities(options.root)))
    findings = many.check(options) if many.is_asked_for(options) else check_one(options).findings
    if names:
        findings = [finding for finding in findings if _is_in(finding.path, names)]
    print(_shown(findings, options), end="")
    return exit_code(findings)


def _shown(findings: list[Finding], options: argparse.Namespace) -> str:
    told = [finding for finding in findings if finding.stops or options.notes]
    if options.format == "json":
        speaks_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        return report.as_json(findings, ascii_only=not speaks_all)
    if options.format == "github":
        return as_github(told)
    if options.format == "sarif":
        return as_sarif(told)
    return "" if options.quiet and not told else as_text(findings, options.root, notes=options.notes)


def _name(root: Path, path: Path) -> str:
    """A given file or folder as findings name it; raises WrongUse when it is not there or no part of the project."""
    try:
        name = path.resolve(strict=True).relative_to(root.resolve())
    except OSError:
        raise WrongUse(f"Der er ingen fil eller mappe med navnet {path}.") from None
    except ValueError:
        raise WrongUse(f"{path} ligger ikke i projektet {root.resolve()}. Brug --root.") from None
    return name.as_posix()


def _municipalities_of(names: list[str], known: list[str]) -> list[str]:
    """Whose files are meant: those of the municipalities that they lie in, or everybody's when one is shared."""
    found = set()
    for name in names:
        parts = PurePosixPath(name).parts
        if len(parts) < 2 or parts[0] not in (CONTENT, TREES) or parts[1] not in known:
            return known
        found.add(parts[1])
    return sorted(found)


def _is_in(path: str, names: list[str]) -> bool:
    return any(name in (".", path) or path.startswith(f"{name}/") for name in names)
