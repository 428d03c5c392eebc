"""`vejviser build`: checks the content and builds one site, or one for every municipality and a front page to them."""

import argparse
import time
from typing import TYPE_CHECKING

from vejviser.commands import many
from vejviser.commands.common import (
    FINDINGS,
    FINE,
    add_municipality,
    add_root,
    add_site_dir,
    add_today,
    all_municipalities,
    check_one,
    exit_code,
    need_config,
    show,
    site_dir_of,
)

if TYPE_CHECKING:
    from vejviser.adapters.publishing import Held

HELP = "tjek indholdet og byg hjemmesiden"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    add_municipality(parser)
    add_today(parser)
    many.add_selection(parser)
    many.add_removed(parser)
    add_site_dir(parser, "hvor siden lægges")


def run(options: argparse.Namespace) -> int:
    """Build beside the site that stands, and take its place."""
    from vejviser.adapters.addresses import as_text
    from vejviser.adapters.build import BuildFailed, build
    from vejviser.adapters.publishing import opened
    from vejviser.adapters.publishing.permission import for_site

    start = time.monotonic()
    need_config(options)
    site_dir = site_dir_of(options)
    if many.is_asked_for(options):
        return many.build(options, site_dir)
    print("Tjekker indholdet …", flush=True)
    with opened(site_dir, for_site(all_municipalities(options))) as work:
        checked = check_one(options)
        show(checked)
        if checked.stops:
            print(f"Siden er ikke bygget. {_stands(work.held)}")
            return exit_code(checked.findings)
        print("Bygger siderne …", flush=True)
        try:
            number, gone = build(checked, options.root.resolve(), work)
        except BuildFailed as error:
            print(f"Siden er ikke bygget. {_stands(work.held)} MkDocs siger:\n{error}")
            return FINDINGS
    print(
        f"{as_text(gone)}{number} sider er bygget på {time.monotonic() - start:.1f} sekunder.\n"
        f"De ligger i {site_dir}\n"
        "Se dem med: vejviser serve, og åbn http://127.0.0.1:8000/"
    )
    return FINE


def _stands(held: "Held") -> str:
    return "Den gamle står, som den var." if held.kind == "site" else "Der var ingen i forvejen."
