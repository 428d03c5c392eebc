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
from vejviser.checked import check_project, set_aside
from vejviser.commands.common import (
    FINDINGS,
    FINE,
    OUR_FAULT,
    WRONG_USE,
    WrongUse,
    all_municipalities,
    as_text,
    exit_code,
    the_day,
)
from vejviser.findings import Finding, suggestion
from vejviser.folders import CONTENT


def add_selection(parser: argparse.ArgumentParser) -> None:
    """The options that choose among all municipalities."""
    parser.add_argument("--all", action="store_true", help="alle kommuner, så mange ad gangen, som der er kerner")
    parser.add_argument("--only", metavar="KOMMUNER", help="kun disse af dem, fx ringsted,herlev")
    parser.add_argument("--shard", metavar="I/N", help="kun del I af N, så flere maskiner kan dele arbejdet")


def add_removed(parser: argparse.ArgumentParser) -> None:
    """The option that takes away sites of municipalities that the project has no more."""
    parser.add_argument(
        "--remove", metavar="KOMMUNER", help="fjern siderne for disse kommuner, som projektet ikke har mere"
    )


def removed(options: argparse.Namespace) -> list[str]:
    """The municipalities whose sites are to be taken away; none that the project still has."""
    names = sorted(set(filter(None, re.split(r"[,\s]+", options.remove or ""))))
    kept = [name for name in names if name in all_municipalities(options)]
    if kept:
        raise WrongUse(f"Kommunen `{kept[0]}` er i projektet og fjernes ikke. Slet dens mappe under content først.")
    return names


def is_asked_for(options: argparse.Namespace) -> bool:
    """Whether more than one municipality may be meant."""
    if options.municipality and (options.all or options.only or options.shard):
        raise WrongUse("Brug enten --municipality eller --all, --only og --shard.")
    if getattr(options, "remove", None) and not options.all:
        raise WrongUse("--remove bruges sammen med --all, eller med: vejviser portal")
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


def joinable(options: argparse.Namespace) -> list[str]:
    """Every municipality of the project, as those whose sites can lie in one folder."""
    from vejviser.pages.portal import FOLDERS

    known = all_municipalities(options)
    for name in known:
        if name in FOLDERS:
            raise WrongUse(
                f"Kommunens mappe content/{name} har et navn, som siderne over kommunerne bruger.\n"
                "Giv mappen et andet navn."
            )
    return known


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
    if broken.is_refused:
        return Finding(f"{CONTENT}/{name}", 1, 1, "E114", broken.fault, "De andre kommuner er taget med.")
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
    from vejviser.adapters import portal
    from vejviser.adapters.publishing import opened
    from vejviser.adapters.publishing.permission import for_portal
    from vejviser.project import shared_records

    start = time.monotonic()
    names, known = selected(options), joinable(options)
    codes, pages = [FINE], 0
    with opened(site_dir, for_portal(known, removed(options))) as work:
        print(f"Bygger {len(names)} kommuner …", flush=True)
        one = partial(_build_one, options.root.resolve(), the_day(options), work.fresh)
        for number, (name, done) in enumerate(each(one, names, os.cpu_count() or 1), 1):
            built = (
                _Built(0, WRONG_USE if done.is_refused else OUR_FAULT, as_text([_broken(name, done)], options.root), 0)
                if isinstance(done, Broken)
                else done
            )
            if not built.pages:
                # What is half done must not be published; the site that stands is taken over.
                portal.discard(work.fresh, name)
            print(
                f"{number}/{len(names)} {name}: "
                + (
                    f"{built.pages} sider på {built.seconds:.1f} sekunder"
                    if built.pages
                    else f"ikke bygget\n{built.said}"
                ),
                flush=True,
            )
            codes.append(built.code)
            pages += built.pages
        joined = portal.join(work.fresh, work.held, known, shared_records(options.root))
        if joined.there:
            work.publish()
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


def _build_one(root: Path, today: date, fresh: Path, name: str) -> _Built:
    from vejviser.adapters.build import BuildFailed, make

    start = time.monotonic()
    checked = check_project(root, name, today)
    set_aside()
    if checked.stops:
        return _Built(0, exit_code(checked.findings), as_text(checked.findings, root), 0)
    try:
        pages = make(checked, root, fresh / name, name)
    except BuildFailed as error:
        return _Built(0, FINDINGS, f"MkDocs siger:\n{error}", 0)
    return _Built(pages, FINE, "", time.monotonic() - start)
