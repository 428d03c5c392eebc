"""`vejviser serve`: builds, shows the site and builds again whenever a file changes."""

import argparse
import errno
import ipaddress
import re
import socket
import sys

from vejviser.commands.common import (
    FINDINGS,
    FINE,
    WrongUse,
    add_municipality,
    add_root,
    need_config,
    one_municipality,
)

# Why an address cannot be taken; the last two: no machine has that name.
_ADDRESS = {
    errno.EADDRINUSE,
    errno.EADDRNOTAVAIL,
    errno.EACCES,
    errno.EAFNOSUPPORT,
    socket.EAI_NONAME,
    socket.EAI_AGAIN,
}
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
    found = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[\w.-]+):(\d{1,5})", options.address)
    if not found or not 1 <= int(found[2]) <= 65535:
        raise WrongUse(f"`{options.address}` er ikke en adresse. Skriv fx 127.0.0.1:8000.")
    host, port = found[1].strip("[]"), int(found[2])
    name = one_municipality(options)
    if not is_of_this_machine(host):
        print(
            f"Pas på: {host} kan nås fra andre maskiner. Alle på netværket kan læse kladden, så længe den vises.\n"
            "Lad være med at skrive --address, hvis den kun er til dig.",
            file=sys.stderr,
        )
    try:
        serve(options.root.resolve(), host, port, name)
    except BuildFailed:
        return FINDINGS
    except OSError as error:
        if error.errno not in _ADDRESS:
            raise
        raise WrongUse(f"Adressen {options.address} kan ikke bruges. Vælg en anden med --address.") from None
    return FINE


def is_of_this_machine(host: str) -> bool:
    """Whether only programs on this machine reach the address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
