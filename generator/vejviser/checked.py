"""Loads and checks one municipality: the one way in for the command line and the builders."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vejviser import checks
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.pages import make_site
from vejviser.pages.book import Book
from vejviser.pages.site import Site
from vejviser.project import Project, load
from vejviser.search.index import data_file


@dataclass(slots=True)
class Checked:
    """A project with everything that was found wrong in it."""

    project: Project
    links: Links
    findings: list[Finding]
    today: date

    @property
    def has_errors(self) -> bool:
        """True when pages cannot be made from it."""
        return any(finding.severity == "error" for finding in self.findings)

    @property
    def stops(self) -> bool:
        """True when it must not be published."""
        return any(finding.stops for finding in self.findings)

    def site(self) -> Site:
        """The pages and what the search knows of them; only without errors."""
        site = make_site(self.project, self.links, self.today)
        site.files.append(data_file(site.pages, Book(self.project, self.links, self.today)))
        return site


def check_project(root: Path, municipality: str, today: date) -> Checked:
    """Load and check; never raises for anything that the content holds."""
    with _no_collector():
        project = load(root, municipality)
        findings, links = checks.run(project, today)
    return Checked(project, links, findings, today)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the collector out: loading makes many objects and no cycles, and its passes take half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def set_aside() -> None:
    """Set what is loaded aside for good, or the collector's next pass goes through all of it.

    Only for a command that loads once and ends: what is set aside is never given back.
    """
    gc.freeze()
