"""A site that nobody builds any more says that it is old, by the reader's own clock."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("days", "is_old"), [(-1, False), (1, True)])
def test_reader_clock(site: Site, browser: Browser, days: int, is_old: bool) -> None:  # noqa: FBT001
    """The warning stands over every page from its day on."""
    due = site.book.municipality.review_by
    assert due
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.clock.set_fixed_time(date.isoformat(due + timedelta(days=365 + days)))
    page.goto(f"{site.address}akut/")
    warning = page.get_by_role("complementary", name="Gamle oplysninger")

    expect(warning).to_have_count(int(is_old))
    if is_old:
        expect(warning).to_contain_text("Fare nu? Ring 112.")
    page.close()
