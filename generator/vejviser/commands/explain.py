"""`vejviser explain`: says what a code means, or which fields a kind of record has."""

import argparse

from vejviser import explain
from vejviser.commands.common import FINE, WrongUse
from vejviser.field_list import field_list, kind_named
from vejviser.records.kinds import KINDS

HELP = "forklar en fejlkode, eller vis felterne for en slags poster"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument(
        "code", metavar="KODE", nargs="?", help="fx E301, eller en slags poster, fx tilbud; uden vises alle"
    )


def run(options: argparse.Namespace) -> int:
    """Print one explanation, the fields of one kind, or a line for each code and kind."""
    if options.code is None:
        for code in explain.codes():
            print(f"{code}  {explain.headline(code)}")
        print(f"\nFelterne for en slags: {', '.join(kind.model.name for kind in KINDS.values())}")
        return FINE
    model = kind_named(options.code)
    if model is not None:
        print(f"# {model.plural}\n\n{field_list(model)}", end="")
        return FINE
    try:
        print(explain.explanation(options.code), end="")
    except KeyError as error:
        raise WrongUse(f"{error.args[0]} Se alle med: vejviser explain") from None
    return FINE
