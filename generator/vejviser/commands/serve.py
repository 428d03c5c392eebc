"""`vejviser serve`: builds, shows the site and builds again whenever a file changes."""

import argparse
import re

from vejviser.commands.common import (
    FINDINGS,
    FINE,
    WrongUse,
    add_municipality,
    add_root,
    need_config,
    one_municipality,
)

HELP = "byg, vis og byg igen, hver gang en fil ændres"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    add_municipality(parser)
    parser.add_argument(
        "--address", default="127.0.0.1:8000", metavar="ADRESSE", help="adresse og port, ellers 127.0.0.1:8000"
    )


def run(options: argparse.Namespace) -> int:
    """Serve until the reader stops it."""
    from vejviser.adapters.build import BuildFailed
    from vejviser.adapters.preview import serve

    need_config(options)
    if not re.fullmatch(r"[\w.-]+:\d{1,5}", options.address):
        raise WrongUse(f"`{options.address}` er ikke en adresse. Skriv fx 127.0.0.1:8000.")
    name = one_municipality(options)
    print(f"Åbn http://{options.address}/ i en browser. Stop med Ctrl+C.", flush=True)
    try:
        serve(options.root.resolve(), options.address, name)
    except BuildFailed:
        return FINDINGS
    except OSError as error:
        raise WrongUse(
            f"Adressen {options.address} kan ikke bruges ({error.strerror}). Vælg en anden med --address."
        ) from None
    return FINE
