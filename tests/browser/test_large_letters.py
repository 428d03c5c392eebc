"""Letters of twice the size, as a reader sets them in the browser: nothing is cut off and nothing scrolls sideways."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.axe import TOO_WIDE
from browser.conftest import OpenPage, SiteOf
from browser.reader import wait_for_tree
from shipped import NAMES

pytestmark = pytest.mark.browser

_KIND = re.compile(r'<body class="[^"]*page--([\w-]+)')
_ASIDE = """() => { for (const details of document.querySelectorAll("details")) details.open = true; }"""


def one_of_each(folder: Path) -> list[str]:
    """The address of the largest page of each kind: what does not fit is likeliest there."""
    largest: dict[str, Path] = {}
    for path in sorted(folder.rglob("index.html"), key=lambda path: path.stat().st_size):
        found = _KIND.search(path.read_text(encoding="utf-8"))
        largest[found[1] if found else "written by hand"] = path.parent
    return sorted(f"{path.relative_to(folder).as_posix()}/".removeprefix("./") for path in largest.values())


def double(page: Page) -> None:
    """Set the browser's own size of letters, which a zoom or a style sheet does not."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


# Two have every kind of page between them; the rest are alike.
@pytest.mark.parametrize(
    "name",
    [name if name in ("kalundborg", "ringsted") else pytest.param(name, marks=pytest.mark.slow) for name in NAMES],
)
def test_every_kind(name: str, site_of: SiteOf, open_page: OpenPage) -> None:
    """One page of each kind, with all that is folded away unfolded (WCAG 1.4.4, without the way out of zooming)."""
    site = site_of(name)
    page = open_page(width=320, height=740)
    double(page)
    found = {}
    for uri in one_of_each(site.folder):
        page.goto(site.address + uri)
        if uri.startswith("beslutningstrae/") and not uri.endswith("opbygning/"):
            wait_for_tree(page)
        page.evaluate(_ASIDE)
        found[uri] = page.evaluate(TOO_WIDE)

    assert len(found) > 15
    assert {} == {uri: parts for uri, parts in found.items() if parts}
    assert 30 < float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))
