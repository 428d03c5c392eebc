"""`vejviser portal`: writes the pages over sites that several machines have built."""

import argparse
from pathlib import Path

from vejviser.commands.common import FINDINGS, FINE, WrongUse, add_root, all_municipalities
from vejviser.commands.many import say_faults

HELP = "skriv siderne over de kommuner, der er bygget"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    parser.add_argument("--site-dir", type=Path, metavar="MAPPE", help="mappen med siderne; ellers site")


def run(options: argparse.Namespace) -> int:
    """Join what lies in the folder; say which municipalities are missing."""
    from vejviser.adapters import portal

    site_dir = (options.site_dir or options.root / "site").resolve()
    known = all_municipalities(options)
    joined = portal.finish(site_dir, site_dir, known)
    say_faults(joined.faults)
    if not joined.there:
        raise WrongUse(f"Der ligger ingen kommuners sider i {site_dir}. Byg dem med: vejviser build --all")
    missing = sorted(set(known) - set(joined.there) - set(joined.faults))
    print(f"Forsiden over {len(joined.there)} kommuner ligger i {site_dir / 'index.html'}")
    if missing:
        print(f"Disse mangler en side: {', '.join(missing)}")
    return FINDINGS if missing or joined.faults else FINE
