"""`vejviser write`: writes the pages as plain Markdown for other builders."""

import argparse
from pathlib import Path

from vejviser.commands.common import (
    FINE,
    add_municipality,
    add_root,
    add_today,
    check_one,
    exit_code,
    need_config,
    show,
)

HELP = "skriv siderne som almindelig Markdown"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    add_municipality(parser)
    add_today(parser)
    parser.add_argument("folder", type=Path, metavar="MAPPE", nargs="?", help="hvor; ellers build i projektets mappe")


def run(options: argparse.Namespace) -> int:
    """Write what differs and remove what is gone."""
    from vejviser.adapters.publishing.permission import away_from
    from vejviser.adapters.write import write

    need_config(options)
    checked = check_one(options)
    show(checked)
    if checked.stops:
        return exit_code(checked.findings)
    root = options.root.resolve()
    folder = (options.folder or root / "build").resolve()
    away_from(root, folder)
    written, removed = write(checked.site(), root, folder)
    print(f"{written} filer skrevet, {removed} slettet i {folder}")
    return FINE
