"""The HTML of every page of every municipality, as it is published."""

import re
from collections import Counter

import pytest

from browser.conftest import SiteOf
from markup import faults
from shipped import ROOT
from vejviser.folders import municipalities

pytestmark = pytest.mark.browser

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@pytest.mark.parametrize("name", sorted(municipalities(ROOT)))
def test_every_page(name: str, site_of: SiteOf) -> None:
    """Every page of every municipality."""
    folder = site_of(name).folder
    pages = {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*.html"))}

    assert len(pages) > 50
    assert {} == {uri: found for uri, html in pages.items() if (found := list(faults(html)))}
    titles = Counter(_TITLE.findall(html)[0] for html in pages.values())
    assert [] == [title for title, times in titles.items() if times > 1]
