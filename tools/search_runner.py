"""Runs the search's own scripts in Chromium, for measuring: no page, no server, no network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from looking import installed_browser
from search_evaluation import Outcome, Query, read
from vejviser.adapters.scripts import ENGINE
from vejviser.checked import Checked
from vejviser.search.index import URI

QUERIES = Path("tests/search")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_ASK = "(texts) => texts.map((text) => engine.search(text, 10).hits.map((hit) => hit.url))"


class NoBrowser(Exception):
    """Chromium or the package that drives it is not installed."""


class NotQueries(Exception):
    """A file of queries cannot be read; the message says which and where, in Danish."""


def files(root: Path, municipality: str) -> list[Path]:
    """The files with queries for a municipality; raises NotQueries when one cannot be read."""
    return [path for path in sorted((root / QUERIES).glob("*.yml")) if municipality_of(path) == municipality]


def municipality_of(path: Path) -> str | None:
    """The municipality whose site a file of queries is about."""
    return _data(path).get("municipality")


def queries(path: Path) -> list[Query]:
    """The queries of one file; raises NotQueries when they are not lists of `{q, find}`."""
    try:
        return read(_data(path))
    except (KeyError, TypeError):
        raise NotQueries(f'{path}: Skriv hver søgning som {{q: "ordene", find: [adressen/]}}.') from None


def _data(path: Path) -> dict[str, Any]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise NotQueries(f"{path}:{line}: Linjen kan ikke læses. Sæt anførselstegn om teksten.") from None
    except (yaml.YAMLError, UnicodeDecodeError):
        raise NotQueries(f"{path}: Filen er ikke gyldig YAML i UTF-8.") from None
    return data if isinstance(data, dict) else {}


def scripts(checked: Checked, root: Path) -> list[str]:
    """The index and the scripts that read it, in the order in which a page runs them."""
    index = next(file.text for file in checked.site().files if file.uri == URI)
    assets = root / "site_overrides" / "assets"
    return [index, *((assets / name).read_text(encoding="utf-8") for name in ENGINE)]


def run(asked: list[Query], code: list[str]) -> list[Outcome]:
    """Ask the engine every query in a browser of its own; raises NoBrowser when there is none."""
    with _page() as page:
        start(page, code)
        return ask(page, asked)


def start(page: Any, code: list[str]) -> None:
    """Give a page of a browser the engine."""
    for script in code:
        page.evaluate(script)
    page.evaluate("globalThis.engine = new vejviser.Engine(vejviser.unpack(vejviser.searchData))")


def ask(page: Any, asked: list[Query]) -> list[Outcome]:
    """Ask the engine of a page every query."""
    found = page.evaluate(_ASK, [query.text for query in asked])
    return [Outcome(query, tuple(urls)) for query, urls in zip(asked, found, strict=True)]


@contextmanager
def _page() -> Iterator[Any]:
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise NoBrowser from None
    installed = installed_browser()
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=installed, args=_FLAGS)
        except Error:
            raise NoBrowser from None
        try:
            yield browser.new_page()
        finally:
            browser.close()
