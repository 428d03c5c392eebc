"""The search by keys alone."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.reader import press, search_field
from browser.test_search import PAGE, chosen, look_for

pytestmark = pytest.mark.browser


@pytest.fixture(name="page")
def _page(address: str, open_page: OpenPage) -> Page:
    return open_page(address + PAGE, width=360, height=640)


class TestKeys:
    """A combobox: focus stays in the field, and the arrows choose."""

    def test_arrows(self, page: Page) -> None:
        """Arrows go through the results and round, the field names the chosen one, and Enter opens it."""
        press(page, "Control+k")
        found = look_for(page, "samarbejdsmøde")
        field = search_field(page)
        expect(field).to_have_attribute("aria-expanded", "true")
        press(page, "ArrowDown", "ArrowDown")
        expect(chosen(page)).to_have_attribute("href", found[1])
        expect(field).to_have_attribute("aria-activedescendant", str(chosen(page).get_attribute("id")))
        press(page, "ArrowUp", "ArrowUp")
        expect(chosen(page)).to_have_attribute("href", found[-1])
        expect(field).to_be_focused()
        press(page, "ArrowDown", "Enter")

        page.wait_for_url(found[0])

    def test_enter(self, page: Page) -> None:
        """Enter while typing follows the best result."""
        press(page, "Control+k")
        found = look_for(page, "samarbejdsmøde")
        press(page, "Enter")

        page.wait_for_url(found[0])
