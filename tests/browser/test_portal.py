"""The front page over many municipalities, as a reader meets it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage, served
from browser.test_axe import LOOKS, NARROWEST, look, violations
from vejviser.adapters.portal import finish

pytestmark = pytest.mark.browser


@pytest.fixture(name="front", scope="module")
def _front(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a front page over the shipped site, once under each of many names."""
    place = tmp_path_factory.mktemp("portal")
    names = [f"kommune-{number}" for number in range(30)]
    for name in names:
        for part in ("assets", "municipality.json", "index.html"):
            source, target = site_folder / part, place / name / part
            target.parent.mkdir(exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copy(source, target)
    assert names == sorted(finish(place, place, names), key=names.index)
    with served(place) as address:
        yield address


def test_rules(front: str, open_page: OpenPage) -> None:
    """It breaks no rule at any size or in any colours, and does not scroll sideways on the narrowest phone."""
    page = open_page(front)
    found = []
    for size, scheme in LOOKS:
        look(page, size, scheme)
        found += violations(page)
    look(page, NARROWEST, "light")

    assert [] == found
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_leads_to_a_site(front: str, open_page: OpenPage) -> None:
    """A door opens the municipality's site, whose style is its own."""
    page = open_page(front)
    doors = page.locator(".door a")
    expect(doors).to_have_count(30)
    doors.first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Vejviser for")
