"""All municipalities at once: which are meant, and checking and building each in a process of its own."""

import argparse
import os
import re
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from vejviser.adapters.processes import Broken, each
from vejviser.checked import check_project
from vejviser.commands.common import (
    FINDINGS,
    FINE,
    OUR_FAULT,
    WrongUse,
    all_municipalities,
    as_text,
    exit_code,
    the_day,
)
from vejviser.findings import Finding, suggestion


def add_selection(parser: argparse.ArgumentParser) -> None:
    """The options that choose among all municipalities."""
    parser.add_argument("--all", action="store_true", help="alle kommuner, så mange ad gangen, som der er kerner")
    parser.add_argument("--only", metavar="KOMMUNER", help="kun disse af dem, fx ringsted,herlev")
    parser.add_argument("--shard", metavar="I/N", help="kun del I af N, så flere maskiner kan dele arbejdet")


def is_asked_for(options: argparse.Namespace) -> bool:
    """Whether more than one municipality may be meant."""
    if options.municipality and (options.all or options.only or options.shard):
        raise WrongUse("Brug enten --municipality eller --all, --only og --shard.")
    return bool(options.all or options.only or options.shard)


def selected(options: argparse.Namespace) -> list[str]:
    """The municipalities that are meant, in order."""
    known = all_municipalities(options)
    names = sorted(set(filter(None, re.split(r"[,\s]+", options.only)))) if options.only else known
    for name in names:
        if name not in known:
            raise WrongUse(f"Kommunen `{name}` findes ikke. {suggestion(name, known, limit=200)}")
    if options.shard:
        found = re.fullmatch(r"(\d{1,3})/(\d{1,3})", options.shard)
        if not found or not 1 <= int(found[1]) <= int(found[2]):
            raise WrongUse(f"`{options.shard}` er ikke en del. Skriv fx --shard 1/4.")
        names = names[int(found[1]) - 1 :: int(found[2])]
    return names


def check(options: argparse.Namespace) -> list[Finding]:
    """What is found in all of them, each finding once; a line for each goes to the error stream."""
    every: set[Finding] = set()
    for name, findings in each(
        partial(_findings, options.root.resolve(), the_day(options)), selected(options), os.cpu_count() or 1
    ):
        found = [_broken(name, findings)] if isinstance(findings, Broken) else findings
        stopping = sum(finding.stops for finding in found)
        print(f"{name}: {f'{stopping} fejl' if stopping else 'ingen fejl'}", file=sys.stderr, flush=True)
        every.update(found)
    return sorted(every)


def _findings(root: Path, today: date, name: str) -> list[Finding]:
    return check_project(root, name, today).findings


def _broken(name: str, broken: Broken) -> Finding:
    return Finding(
        "vejviser",
        1,
        1,
        "E901",
        f"Arbejdet med kommunen `{name}` gik i stykker: {broken.fault}",
        "Det er en fejl i Vejviser. Meld den; de andre kommuner er taget med.",
    )


class _Built(NamedTuple):
    """How it went with one municipality."""

    pages: int
    code: int
    said: str
    seconds: float


def build(options: argparse.Namespace, site_dir: Path) -> int:
    """Build each into a folder of its own, and a front page over them; one that fails keeps its old site."""
    from vejviser.adapters import build as builder
    from vejviser.adapters import portal

    start = time.monotonic()
    names = selected(options)
    try:
        place = portal.place_for(site_dir)
    except builder.NotASite:
        raise WrongUse(
            f"Mappen {site_dir} indeholder andet end en side og bliver ikke rørt. Vælg en tom mappe."
        ) from None
    print(f"Bygger {len(names)} kommuner …", flush=True)
    codes, pages = [FINE], 0
    work = partial(_build_one, options.root.resolve(), the_day(options), place)
    for number, (name, done) in enumerate(each(work, names, os.cpu_count() or 1), 1):
        built = (
            _Built(0, OUR_FAULT, as_text([_broken(name, done)], options.root), 0) if isinstance(done, Broken) else done
        )
        print(
            f"{number}/{len(names)} {name}: "
            + (f"{built.pages} sider på {built.seconds:.1f} sekunder" if built.pages else f"ikke bygget\n{built.said}"),
            flush=True,
        )
        codes.append(built.code)
        pages += built.pages
    joined = portal.finish(place, site_dir, all_municipalities(options))
    print(
        f"{pages} sider i {len([code for code in codes[1:] if code == FINE])} kommuner er bygget på "
        f"{time.monotonic() - start:.1f} sekunder."
    )
    say_faults(joined.faults)
    if joined.there:
        print(f"De ligger i {site_dir}, og forsiden over {len(joined.there)} kommuner er index.html.")
    return max(*codes, FINDINGS if joined.faults else FINE)


def say_faults(faults: dict[str, str]) -> None:
    """Why some sites are not on the pages over the municipalities, and what to do."""
    for name, fault in faults.items():
        print(
            f"{name} er ikke kommet med på siderne over kommunerne. {fault}\n"
            f"Byg kommunen igen: vejviser build --only {name}"
        )


def _build_one(root: Path, today: date, place: Path, name: str) -> _Built:
    from vejviser.adapters.build import BuildFailed, NotASite, build

    start = time.monotonic()
    checked = check_project(root, name, today)
    if checked.stops:
        return _Built(0, exit_code(checked.findings), as_text(checked.findings, root), 0)
    try:
        pages = build(checked, root, place / name)
    except NotASite:
        return _Built(0, FINDINGS, f"Mappen {place / name} indeholder andet end en side og bliver ikke rørt.", 0)
    except BuildFailed as error:
        return _Built(0, FINDINGS, f"MkDocs siger:\n{error}", 0)
    return _Built(pages, FINE, "", time.monotonic() - start)
