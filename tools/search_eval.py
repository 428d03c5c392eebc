"""Shows how well the search answers the queries in tests/search: `python3 tools/dev.py search-eval`."""

import argparse
import sys

import search_evaluation
import search_runner
from vejviser.commands.common import (
    FINDINGS,
    FINE,
    WRONG_USE,
    WrongUse,
    add_municipality,
    add_root,
    add_today,
    check_one,
    exit_code,
    show,
)


def main(words: list[str] | None = None) -> int:
    """Measure; returns the exit code, which says whether the targets are met."""
    parser = argparse.ArgumentParser(description="Mål, hvor godt søgningen finder.")
    add_root(parser)
    add_municipality(parser)
    add_today(parser)
    parser.add_argument("--misses", action="store_true", help="vis også de søgninger, der ikke blev besvaret først")
    try:
        return _measure(parser.parse_args(words))
    except WrongUse as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _measure(options: argparse.Namespace) -> int:
    """Print the figures by class; the exit code says whether the targets are met."""
    checked = check_one(options)
    if checked.has_errors:
        show(checked)
        return exit_code(checked.findings)
    try:
        files = search_runner.files(options.root, checked.project.municipality)
        asked = [query for path in files for query in search_runner.queries(path)]
    except search_runner.NotQueries as fault:
        raise WrongUse(str(fault)) from None
    if not asked:
        raise WrongUse(f"Der er ingen søgninger for `{checked.project.municipality}` i {search_runner.QUERIES}.")
    try:
        outcomes = search_runner.run(asked, search_runner.scripts(checked, options.root))
    except search_runner.NoBrowser:
        raise WrongUse("Målingen kører søgningen i Chromium, som mangler her. Kør først: make test") from None
    print(search_evaluation.table(outcomes))
    if options.misses:
        for outcome in outcomes:
            if outcome.rank != 1:
                print(
                    f"{outcome.query.kind}: {outcome.query.text}\n  fandt {', '.join(outcome.found[:3])}\n"
                    f"  skulle {', '.join(outcome.query.find)}"
                )
    missed = search_evaluation.missed(outcomes)
    print("\n".join(["Under målet:", *missed] if missed else ["Alle mål er nået."]))
    return FINDINGS if missed else FINE


if __name__ == "__main__":
    sys.exit(main())
