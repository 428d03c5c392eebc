"""Every path of "Skal jeg underrette?" by keys alone, with "‹ Tilbage" from one to the next."""

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from browser.conftest import OpenPage, Site
from browser.reader import NOTHING_STORED, press, stored, tab_to, wait_for_tree, watch
from browser.trees import flow_of, places, positions
from vejviser.trees.paths import Path, paths
from vejviser.trees.rules import Answer, Flow

pytestmark = pytest.mark.browser

# What cannot be seen is quicker to draw, and takes keys all the same. Focus begins where every later step has it.
_BEGIN = """() => {
  document.documentElement.style.opacity = 0;
  const heading = document.querySelector(".tree-form h2");
  heading.tabIndex = -1;
  heading.focus();
}"""
_HERE = "() => [document.querySelector('.tree').dataset.step, document.activeElement.matches('.tree h2')]"
_IS_AT = "(id) => document.querySelector('.tree').dataset.step === id"


@dataclass
class Place:
    """A question or an outcome on the way, and where each answer leads from there; None goes on after an outcome."""

    id: str
    onward: dict[Answer | None, "Place"] = field(default_factory=dict)
    is_end: bool = False


def joined(flow: Flow, ways: list[Path]) -> Place:
    """The paths as one tree of places, each beginning taken once."""
    first = Place(flow.start)
    for way in ways:
        here = first
        for (_, given), (following, _) in pairwise(places(flow, way)):
            here = here.onward.setdefault(given, Place(following))
        here.is_end = True
    return first


class Walker:
    """Goes everywhere with keys, and knows what has been answered before, since the page shows it again."""

    def __init__(self, page: Page, flow: Flow) -> None:
        self.page, self.flow = page, flow
        self.reached = 0
        self._chosen: dict[str, int] = {}

    def explore(self, place: Place, passed: int = 0) -> None:
        """Take each way on, and come back by the button for it; reminders of outcomes passed stand between."""
        self.reached += place.is_end
        for given, following in place.onward.items():
            if given is None:
                tab_to(self.page, "button", self.flow.tree.outcomes[place.id].continue_label or "Gå videre")
                press(self.page, "Enter")
            else:
                self._answer(place.id, given)
            assert [following.id, True] == self.page.evaluate(_HERE)
            beyond = passed + (given is None)
            self.explore(following, beyond)
            press(self.page, *["Shift+Tab"] * (1 + beyond), "Enter")
            self.page.wait_for_function(_IS_AT, arg=place.id)

    def _answer(self, question: str, given: Answer) -> None:
        wanted, before = positions(self.flow, question, given)[0], self._chosen.get(question)
        tab_to(self.page, ".tree-form input")
        if before is None and wanted == 0:
            press(self.page, "Space")
        down = wanted - (before or 0)
        press(self.page, *["ArrowDown"] * down, *["ArrowUp"] * -down, "Enter")
        self._chosen[question] = wanted


def test_every_path_by_keys(site: Site, open_page: OpenPage) -> None:
    """Each comes to its outcome with its heading in focus; nothing is asked for, stored or put into the address."""
    flow = flow_of(site, "skal-jeg-underrette")
    every = list(paths(flow))
    page = open_page(f"{site.address}beslutningstrae/skal-jeg-underrette/")
    wait_for_tree(page)
    page.wait_for_load_state("networkidle")
    page.evaluate(_BEGIN)
    seen = watch(page)
    url = page.url
    walker = Walker(page, flow)

    walker.explore(joined(flow, every))

    assert (len(every), {way.outcome for way in every}) == (walker.reached, set(flow.tree.outcomes))
    assert ([], [], url) == (seen.requests, seen.errors, page.url)
    assert NOTHING_STORED == stored(page)
