"""The command `vejviser`: reads the command line, runs one command and ends with an exit code."""

import argparse
import io
import os
import sys
from types import ModuleType
from typing import NoReturn

from vejviser import __version__
from vejviser.commands import build, check, diff_shared, explain, new, portal, serve, tree, write
from vejviser.commands.common import FINDINGS, FINE, OUR_FAULT, WRONG_USE, WrongUse
from vejviser.commands.crash import CRASH_REPORT, leave_report
from vejviser.findings import did_you_mean
from vejviser.system_faults import in_danish

# As a shell says it of a program that was ended by Ctrl+C, or by a closed output.
INTERRUPTED, CLOSED = 130, 141
# In the order of the help; each module is one command.
COMMANDS: tuple[ModuleType, ...] = (check, build, portal, serve, write, tree, new, diff_shared, explain)

__all__ = ["CLOSED", "COMMANDS", "FINDINGS", "FINE", "INTERRUPTED", "OUR_FAULT", "WRONG_USE", "main", "name_of"]


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Danish."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = "Argumenter", "Valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def error(self, message: str) -> NoReturn:
        """Say it in Danish: argparse's own words are English."""
        # What stands after the last colon is the reader's own words: `unrecognized arguments: --formt`.
        given = message.rpartition(": ")[2] if "choose from" not in message else message.split("'")[1]
        options = [name.lstrip("-") for action in self._actions for name in action.option_strings]
        near = did_you_mean(given.lstrip("-"), (*map(name_of, COMMANDS), *options))
        hint = f" Mente du `{near}`?" if near else ""
        raise WrongUse(f"Her er noget, der ikke kan forstås: {given}.{hint}\nSe: {self.prog} --help")


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: object, actions: object, groups: object, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Brug: " if prefix is None else prefix)  # type: ignore[arg-type]


def name_of(command: ModuleType) -> str:
    """What the command is called on the command line."""
    return command.__name__.rpartition(".")[2].replace("_", "-")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="vejviser",
        description="Gør kommunens beskrivelser af møder, tilbud og modeller til en hjemmeside.",
        epilog="Slutkoder: 0 alt er godt, 1 fejl i indholdet, 2 forkert brug, 3 fejl i Vejviser selv, 130 afbrudt.",
    )
    parser.add_argument("--version", action="version", version=f"vejviser {__version__}", help="vis versionen")
    commands = parser.add_subparsers(dest="command", metavar="KOMMANDO", title="Kommandoer", parser_class=_Parser)
    for command in COMMANDS:
        words = command.HELP
        made = commands.add_parser(name_of(command), help=words, description=words[0].upper() + words[1:] + ".")
        command.arguments(made)
        made.set_defaults(run=command.run)
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit code.

    0 fine, 1 findings, 2 wrong use or something that the system refused, 3 our own fault, 130 after Ctrl+C, and 141
    when nobody reads our output any more.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console or file in an older character set shows `?` for what it has not.
            stream.reconfigure(errors="replace")
    try:
        options = _parser().parse_args(argv)
        if options.command is None:
            _parser().print_help()
            return WRONG_USE
        return int(options.run(options))
    except WrongUse as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("\nAfbrudt. Det, der var udgivet, står, som det var.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone, as with `| head`: whatever was not ended is not done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED
    except OSError as error:
        print(in_danish(error), file=sys.stderr)
        return WRONG_USE
    except Exception as error:  # noqa: BLE001  # an editor must never meet a traceback
        print(
            f"Vejviser gik i stykker: {type(error).__name__}. Det er ikke din fejl, og intet er slettet.",
            file=sys.stderr,
        )
        if leave_report():
            print(f"Send filen {CRASH_REPORT} til dem, der passer Vejviser.", file=sys.stderr)
        return OUR_FAULT


if __name__ == "__main__":
    sys.exit(main())
