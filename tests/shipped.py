"""The content of this repository, checked and made into pages once in each process; tests must not change it."""

from functools import cache

from projects import ROOT, TODAY
from vejviser.checked import Checked, check_project
from vejviser.folders import municipalities
from vejviser.pages.book import Book
from vejviser.pages.site import Site

NAMES = municipalities(ROOT)


@cache
def checked_of(name: str) -> Checked:
    """A municipality of this repository."""
    return check_project(ROOT, name, TODAY)


@cache
def shipped_site(name: str) -> Site:
    """Its pages and files."""
    return checked_of(name).site()


def book_of(checked: Checked) -> Book:
    """Its records, ready to be read."""
    return Book(checked.project, checked.links, checked.today)
