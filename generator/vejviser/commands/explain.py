"""`vejviser explain`: says what a code means."""

import argparse

from vejviser import explain
from vejviser.commands.common import FINE, WrongUse

HELP = "forklar en fejlkode"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("code", metavar="KODE", nargs="?", help="fx E301; uden kode vises alle")


def run(options: argparse.Namespace) -> int:
    """Print one explanation, or a line for each code."""
    if options.code is None:
        for code in explain.codes():
            print(f"{code}  {explain.headline(code)}")
        return FINE
    try:
        print(explain.explanation(options.code), end="")
    except KeyError as error:
        raise WrongUse(f"{error.args[0]} Se alle med: vejviser explain") from None
    return FINE
