"""A reader who goes everywhere in a tree with keys alone, and comes back with "‹ Tilbage"."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from playwright.sync_api import Page

from browser.reader import press, tab_to
from browser.trees import NONE, fields, places, values
from vejviser.records.clause import Answer
from vejviser.trees.paths import Path
from vejviser.trees.rules import Flow

# Where every later step has it.
_FOCUS_QUESTION = """() => {
  const group = document.querySelector(".tree-form fieldset");
  group.tabIndex = -1;
  group.focus();
}"""
_IS_AT = """(id) => document.querySelector(".tree").dataset.step === id &&
  document.activeElement.matches(".tree :is(h2, fieldset)")"""


@dataclass
class Place:
    """A question or an outcome on the way, and where each answer leads from there; None goes on after an outcome."""

    id: str
    onward: dict[Answer | None, "Place"] = field(default_factory=dict)
    is_end: bool = False


def joined(flow: Flow, ways: Iterable[Path]) -> Place:
    """The paths as one tree of places, each beginning taken once."""
    first = Place(flow.start)
    for way in ways:
        here = first
        for (_, given), (following, _) in pairwise(places(flow, way)):
            here = here.onward.setdefault(given, Place(following))
        here.is_end = True
    return first


class Explorer:
    """Knows what has been answered before, since the page shows it again; `reached` are the ends come to, in order."""

    def __init__(self, page: Page, flow: Flow, look: Callable[[str], None]) -> None:
        """Begin at a tree's first question; `look` is called with the id of each place come to."""
        self.page, self.flow, self.look = page, flow, look
        self.reached: list[str] = []
        self._answered: dict[str, set[str]] = {}
        self._stops: dict[str, int] = {}
        page.evaluate(_FOCUS_QUESTION)

    def explore(self, place: Place, passed: int = 0) -> None:
        """Take each way on, and come back by the button for it; reminders of outcomes passed stand between."""
        self.reached += [place.id] * place.is_end
        for given, following in place.onward.items():
            if given is None:
                self._go_on(place.id)
            else:
                self._answer(place.id, given)
            self.look(following.id)
            beyond = passed + (given is None)
            self.explore(following, beyond)
            press(self.page, *["Shift+Tab"] * (1 + beyond), "Enter")
            self.page.wait_for_function(_IS_AT, arg=place.id)

    def _go_on(self, outcome: str) -> None:
        """Press the button after an outcome; how many stops away it is was counted when it was looked for."""
        if outcome in self._stops:
            press(self.page, *["Tab"] * self._stops[outcome])
        else:
            words = self.flow.tree.outcomes[outcome].continue_label or "Gå videre"
            self._stops[outcome] = tab_to(self.page, "button", words)
        press(self.page, "Enter")

    def _answer(self, question: str, given: Answer) -> None:
        """Choose what is wanted instead of what is chosen already, and press Enter."""
        wanted, before = set(values(self.flow, question, given)), self._answered.get(question, set())
        tab_to(self.page, ".tree-form input")
        change = self._tick if self.flow.nodes[question].checklist else self._choose
        change(fields(self.flow, question), wanted, before)
        press(self.page, "Enter")
        self._answered[question] = wanted

    def _choose(self, order: list[str], wanted: set[str], before: set[str]) -> None:
        """Go along the options: to come to one chooses it, except to the first of those not yet answered."""
        at, to = (order.index(*chosen) if chosen else 0 for chosen in (before, wanted))
        if not before and to == 0:
            press(self.page, "Space")
        press(self.page, *["ArrowDown"] * (to - at), *["ArrowUp"] * (at - to))

    def _tick(self, order: list[str], wanted: set[str], before: set[str]) -> None:
        """Tick and untick; "none of them" and the others untick each other."""
        changed = wanted - before if NONE in wanted else (wanted ^ before) - {NONE}
        at = 0
        for number, value in enumerate(order):
            if value in changed:
                press(self.page, *["Tab"] * (number - at), "Space")
                at = number
