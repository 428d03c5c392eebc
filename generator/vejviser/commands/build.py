"""`vejviser build`: checks the content and builds one site, or one for every municipality and a front page to them."""

import argparse
import time
from pathlib import Path

from vejviser.commands import many
from vejviser.commands.common import (
    FINDINGS,
    FINE,
    WrongUse,
    add_municipality,
    add_root,
    add_today,
    check_one,
    exit_code,
    need_config,
    show,
)

HELP = "tjek indholdet og byg hjemmesiden"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    add_municipality(parser)
    add_today(parser)
    many.add_selection(parser)
    parser.add_argument(
        "--site-dir", type=Path, metavar="MAPPE", help="hvor siden lægges; ellers site i projektets mappe"
    )


def run(options: argparse.Namespace) -> int:
    """Build beside the site that stands, and take its place."""
    from vejviser.adapters.build import BuildFailed, NotASite, build

    start = time.monotonic()
    need_config(options)
    site_dir = (options.site_dir or options.root / "site").resolve()
    if many.is_asked_for(options):
        return many.build(options, site_dir)
    print("Tjekker indholdet …", flush=True)
    checked = check_one(options)
    show(checked)
    if checked.stops:
        print("Siden er ikke bygget. Den gamle står, som den var.")
        return exit_code(checked.findings)
    print("Bygger siderne …", flush=True)
    try:
        number = build(checked, options.root.resolve(), site_dir)
    except NotASite:
        raise WrongUse(
            f"Mappen {site_dir} indeholder andet end en side og bliver ikke rørt. Vælg en tom mappe."
        ) from None
    except BuildFailed as error:
        print(f"Siden er ikke bygget. Den gamle står, som den var. MkDocs siger:\n{error}")
        return FINDINGS
    print(
        f"{number} sider er bygget på {time.monotonic() - start:.1f} sekunder.\n"
        f"De ligger i {site_dir}\n"
        "Se dem med: make serve (eller: vejviser serve), og åbn http://127.0.0.1:8000/"
    )
    return FINE
