"""The command `vejviser`: check, build, serve, write and explain."""

import argparse
import os
import re
import sys
import time
import traceback
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NoReturn

from vejviser import __version__, explain, report
from vejviser.checked import Checked, check_project
from vejviser.findings import did_you_mean, suggestion
from vejviser.folders import municipalities

FINE, FINDINGS, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
CRASH_REPORT = "vejviser-fejl.txt"


class _WrongUse(Exception):
    """The command line cannot be followed; the message says why in Danish."""


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
        near = did_you_mean(given.lstrip("-"), (*_COMMANDS, "format", "notes", "today", "municipality", "root"))
        hint = f" Mente du `{near}`?" if near else ""
        raise _WrongUse(f"Her er noget, der ikke kan forstås: {given}.{hint}\nSe: {self.prog} --help")


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: object, actions: object, groups: object, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Brug: " if prefix is None else prefix)  # type: ignore[arg-type]


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="vejviser", description="Gør kommunens beskrivelser af møder, tilbud og modeller til en hjemmeside.",
        epilog="Slutkoder: 0 alt er godt, 1 fejl i indholdet, 2 forkert brug, 3 fejl i Vejviser selv.")
    parser.add_argument("--version", action="version", version=f"vejviser {__version__}", help="vis versionen")
    commands = parser.add_subparsers(dest="command", metavar="KOMMANDO", title="Kommandoer", parser_class=_Parser)

    def command(name: str, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        if name != "explain":
            made.add_argument(
                "--root", type=Path, default=Path(), metavar="MAPPE", help="projektets mappe; ellers den, du står i")
        if name in ("check", "build", "write"):
            made.add_argument(
                "--municipality", metavar="KOMMUNE", help="kommunens mappe under content; ellers den eneste")
            made.add_argument("--today", metavar="DATO", help="byg som på denne dato, fx 2026-11-21; ellers i dag")
        return made

    check = command("check", "find fejl i indholdet")
    check.add_argument("--format", choices=("text", "json"), default="text", help="text (standard) eller json")
    check.add_argument("--notes", action="store_true", help="vis også det, kommunen skal afklare")
    build = command("build", "tjek indholdet og byg hjemmesiden")
    build.add_argument(
        "--site-dir", type=Path, metavar="MAPPE", help="hvor siden lægges; ellers site i projektets mappe")
    serve = command("serve", "byg, vis og byg igen, hver gang en fil ændres")
    serve.add_argument(
        "--address", default="127.0.0.1:8000", metavar="ADRESSE", help="adresse og port, ellers 127.0.0.1:8000")
    write = command("write", "skriv siderne som almindelig Markdown")
    write.add_argument(
        "folder", type=Path, metavar="MAPPE", nargs="?", help="hvor; ellers build i projektets mappe")
    explaining = command("explain", "forklar en fejlkode")
    explaining.add_argument("code", metavar="KODE", nargs="?", help="fx E301; uden kode vises alle")
    return parser


_COMMANDS = ("check", "build", "serve", "write", "explain")


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit code (0 fine, 1 findings, 2 wrong use, 3 our own fault)."""
    try:
        options = _parser().parse_args(argv)
        if options.command is None:
            _parser().print_help()
            return WRONG_USE
        return int(globals()[f"_{options.command}"](options))
    except _WrongUse as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        return FINE
    except BrokenPipeError:
        # The reader of our output has gone, as with `| head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception as error:  # noqa: BLE001  # an editor must never meet a traceback
        print(f"Vejviser gik i stykker: {type(error).__name__}. Det er ikke din fejl, og intet er slettet.",
              file=sys.stderr)
        with suppress(OSError):  # the folder may be one that we must not write to
            Path(CRASH_REPORT).write_text(traceback.format_exc(), encoding="utf-8")
            print(f"Send filen {CRASH_REPORT} til dem, der passer Vejviser.", file=sys.stderr)
        return OUR_FAULT


def _checked(options: argparse.Namespace) -> Checked:
    known = municipalities(options.root)
    if not known:
        raise _WrongUse(f"Der er intet indhold i {options.root.resolve()}: mappen `content` mangler.\n"
                        "Gå til projektets mappe, eller brug --root.")
    own = _own_municipality(options.root)
    name = options.municipality or (own if own in known else "") or (known[0] if len(known) == 1 else "")
    if name not in known:
        raise _WrongUse(f"Kommunen `{name}` findes ikke. {suggestion(name, known)}" if name
                        else f"Vælg en kommune med --municipality. {suggestion('', known)}")
    try:
        today = date.fromisoformat(options.today) if options.today else date.today()
    except ValueError:
        raise _WrongUse(f"`{options.today}` er ikke en dato. Skriv fx 2026-11-21.") from None
    return check_project(options.root, name, today)


def _own_municipality(root: Path) -> str:
    """The municipality that mkdocs.yml builds, so that a second folder changes nothing for the first."""
    with suppress(OSError):
        found = re.search(r"^\s+municipality: *(\S+)", (root / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
        return found.group(1) if found else ""
    return ""


def _need_config(options: argparse.Namespace) -> None:
    if not (options.root / "mkdocs.yml").is_file():
        raise _WrongUse(
            f"Der er ingen mkdocs.yml i {options.root.resolve()}. Gå til projektets mappe, eller brug --root.")


def _show(checked: Checked, *, notes: bool = False) -> None:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    print(report.as_text(checked.findings, checked.project.root, colour=colour, notes=notes), end="")


def _check(options: argparse.Namespace) -> int:
    checked = _checked(options)
    if options.format == "json":
        print(report.as_json(checked.findings), end="")
    else:
        _show(checked, notes=options.notes)
    return _exit_code(checked)


def _exit_code(checked: Checked) -> int:
    if any(finding.code.startswith("E9") for finding in checked.findings):
        return OUR_FAULT
    return FINDINGS if checked.stops else FINE


def _build(options: argparse.Namespace) -> int:
    from vejviser.adapters.build import BuildFailed, NotASite, build

    start = time.monotonic()
    _need_config(options)
    print("Tjekker indholdet …", flush=True)
    checked = _checked(options)
    _show(checked)
    if checked.stops:
        print("Siden er ikke bygget. Den gamle står, som den var.")
        return _exit_code(checked)
    site_dir = (options.site_dir or options.root / "site").resolve()
    print("Bygger siderne …", flush=True)
    try:
        number = build(checked, options.root.resolve(), site_dir)
    except NotASite:
        raise _WrongUse(f"Mappen {site_dir} indeholder andet end en side og bliver ikke rørt. Vælg en tom mappe.") \
            from None
    except BuildFailed as error:
        print(f"Siden er ikke bygget. Den gamle står, som den var. MkDocs siger:\n{error}")
        return FINDINGS
    print(f"{number} sider er bygget på {time.monotonic() - start:.1f} sekunder.\n"
          f"De ligger i {site_dir}\n"
          "Se dem med: make serve (eller: vejviser serve), og åbn http://127.0.0.1:8000/")
    return FINE


def _serve(options: argparse.Namespace) -> int:
    from vejviser.adapters.build import BuildFailed, serve

    _need_config(options)
    if not re.fullmatch(r"[\w.-]+:\d{1,5}", options.address):
        raise _WrongUse(f"`{options.address}` er ikke en adresse. Skriv fx 127.0.0.1:8000.")
    print(f"Åbn http://{options.address}/ i en browser. Stop med Ctrl+C.", flush=True)
    try:
        serve(options.root.resolve(), options.address)
    except BuildFailed:
        return FINDINGS
    except OSError as error:
        raise _WrongUse(
            f"Adressen {options.address} kan ikke bruges ({error.strerror}). Vælg en anden med --address.") from None
    return FINE


def _write(options: argparse.Namespace) -> int:
    from vejviser.adapters.write import NotOurs, write

    _need_config(options)
    checked = _checked(options)
    _show(checked)
    if checked.stops:
        return _exit_code(checked)
    folder = options.folder or options.root / "build"
    try:
        written, removed = write(checked.site(), options.root, folder)
    except NotOurs:
        raise _WrongUse(f"Mappen {folder} indeholder andet end det, Vejviser har skrevet. Vælg en tom mappe.") from None
    print(f"{written} filer skrevet, {removed} slettet i {folder}")
    return FINE


def _explain(options: argparse.Namespace) -> int:
    if options.code is None:
        for code in explain.codes():
            print(f"{code}  {explain.headline(code)}")
        return FINE
    try:
        print(explain.explanation(options.code), end="")
    except KeyError as error:
        raise _WrongUse(f"{error.args[0]} Se alle med: vejviser explain") from None
    return FINE


if __name__ == "__main__":
    sys.exit(main())
