"""`vejviser portal`: writes the pages over sites that several machines have built."""

import argparse

from vejviser.commands import many
from vejviser.commands.common import (
    FINDINGS,
    FINE,
    WrongUse,
    add_root,
    add_site_dir,
    site_dir_of,
)

HELP = "skriv siderne over de kommuner, der er bygget"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_root(parser)
    many.add_removed(parser)
    add_site_dir(parser, "mappen med siderne")


def run(options: argparse.Namespace) -> int:
    """Join what lies in the folder; say which municipalities are missing."""
    from vejviser.adapters import portal
    from vejviser.adapters.publishing import opened
    from vejviser.adapters.publishing.permission import for_portal
    from vejviser.project import shared_records

    known, site_dir = many.joinable(options), site_dir_of(options)
    if not site_dir.is_dir():
        raise WrongUse(f"Mappen {site_dir} findes ikke. Byg siderne med: vejviser build --all")
    with opened(site_dir, for_portal(known, many.removed(options))) as work:
        joined = portal.join(work.fresh, work.held, known, shared_records(options.root))
        if joined.there:
            work.publish()
    many.say_faults(joined.faults)
    if not joined.there:
        raise WrongUse(f"Der ligger ingen kommuners sider i {site_dir}. Byg dem med: vejviser build --all")
    missing = sorted(set(known) - set(joined.there) - set(joined.faults))
    print(f"Forsiden over {len(joined.there)} kommuner ligger i {site_dir / 'index.html'}")
    if missing:
        print(f"Disse mangler en side: {', '.join(missing)}")
    return FINDINGS if missing or joined.faults else FINE
