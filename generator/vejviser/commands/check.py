"""`vejviser check`: finds faults in the content of one municipality or of all."""

import argparse
import sys

from vejviser import report
from vejviser.commands import many
from vejviser.commands.common import (
    add_municipality,
    add_root,
    add_today,
    as_text,
    check_one,
    exit_code,
)

HELP = "find fejl i indholdet"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    add_municipality(parser)
    add_today(parser)
    many.add_selection(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (standard) eller json")
    parser.add_argument("--notes", action="store_true", help="vis også det, kommunen skal afklare")


def run(options: argparse.Namespace) -> int:
    """Print what was found; a fault in shared content is printed once, however many have it."""
    findings = many.check(options) if many.is_asked_for(options) else check_one(options).findings
    if options.format == "json":
        speaks_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        print(report.as_json(findings, ascii_only=not speaks_all), end="")
    else:
        print(as_text(findings, options.root, notes=options.notes), end="")
    return exit_code(findings)
