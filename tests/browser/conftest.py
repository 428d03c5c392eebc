"""What the browser tests share: the shipped site, built and served once, and pages of a browser that looks at it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from looking import FLAGS, installed_browser, served
from projects import MUNICIPALITY, ROOT
from shipped import checked_of
from vejviser.adapters.build import make
from vejviser.pages.book import Book

# Debian's Chromium makes two hidden pages of its own for each of ours, and a process for the next one. This takes the
# place of Playwright's own list, so what that would leave out stands here too.
WITHOUT = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "SpareRendererForSitePerProcess",
    "LensOverlay",
    "MediaRouter",
    "HttpsUpgrades",
    "Translate",
)
QUIETER = [
    *FLAGS,
    "--disable-component-update",
    "--no-first-run",
    # A test takes more steps in a second than a reader would in an hour.
    "--disable-ipc-flooding-protection",
    f"--disable-features={','.join(WITHOUT)}",
]

# Long enough for a busy machine; a test that passes never waits for it.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)

OpenPage = Callable[..., Page]


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A published site: the records that its pages must agree with, its folder, and its address, ending in a slash."""

    book: Book
    folder: Path
    address: str


SiteOf = Callable[[str], Site]


@pytest.fixture(name="site_of", scope="session")
def _site_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteOf]:
    """The site of a municipality as it is published, built once for each process that asks for it."""
    with ExitStack() as open_servers:

        @cache
        def site_of(municipality: str) -> Site:
            checked = checked_of(municipality)
            folder = tmp_path_factory.mktemp(municipality) / "vejviser"
            assert make(checked, ROOT, folder) > 50
            address = open_servers.enter_context(served(folder))
            return Site(Book(checked.project, checked.links, checked.today), folder, address)

        yield site_of


@pytest.fixture(name="site", scope="session")
def _site(site_of: SiteOf) -> Site:
    """The main site."""
    return site_of(MUNICIPALITY)


@pytest.fixture(name="book", scope="session")
def _book(site: Site) -> Book:
    """The records of the main site."""
    return site.book


@pytest.fixture(name="site_folder", scope="session")
def _site_folder(site: Site) -> Path:
    """The main site as files."""
    return site.folder


@pytest.fixture(name="address", scope="session")
def _address(site: Site) -> str:
    """The address of the main site's front page, ending in a slash."""
    return site.address


@pytest.fixture(name="urls", scope="session")
def _urls(site_folder: Path, address: str) -> list[str]:
    """The address of every page, the one for a wrong address among them."""
    pages = (path.relative_to(site_folder).as_posix() for path in site_folder.rglob("*.html"))
    return sorted(address + page.removesuffix("index.html") for page in pages)


@pytest.fixture(name="browser", scope="session")
def _browser() -> Iterator[Browser]:
    """The browser that `CHROMIUM` names, one that is installed, or Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=QUIETER)
        yield browser
        browser.close()


@pytest.fixture(name="open_page")
def _open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open pages as new readers with nothing stored; settings are those of a browser context."""
    contexts = []

    def open_page(url: str | None = None, *, width: int = 1280, height: int = 900, **settings: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", locale="da-DK", **settings
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        if url:
            page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
