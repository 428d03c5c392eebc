"""Compares what two answers to one question lead to, all later answers being the same."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from vejviser.records.clause import Answer
from vejviser.trees.states import Facts, Walk

Given = tuple[tuple[str, Answer], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """By how many levels the first side can end graver than the second at most, and the answers that show it."""

    levels: int
    differs: bool
    first: Given = ()
    second: Given = ()
    ends: tuple[str, str] = ("", "")


class _Side(NamedTuple):
    """One reader: the question reached (empty at the end), the facts, and the outcomes met so far."""

    place: str
    facts: Facts
    met: tuple[str, ...]


class Pairs:
    """Walks two readers through a tree at once: to a question that both meet they give the same answer.

    Questions come in one order, so the reader who stands at the earlier one answers; nobody meets a question after
    the other has gone past it. What counts in the end is the gravest outcome on the way from the question on, so a
    grave outcome before it excuses nothing after it.
    """

    def __init__(self, walk: Walk, *, goes_on: bool) -> None:
        """Compare in the tree of `walk` readers who go on after an outcome wherever they can, or who never do."""
        self._walk, self._goes_on = walk, goes_on
        self._known: dict[tuple[_Side, _Side], Gap] = {}
        self._last = len(walk.flow.order)

    def compare(self, place: str, facts: Facts, one: Answer, two: Answer) -> Gap:
        """The gap between two answers to the question at `place`."""
        with _deep():
            sides = [self._side(*self._walk.after(place, facts, answer), ()) for answer in (one, two)]
            return self._gap(sides[0], sides[1])

    def _side(self, place: str, facts: Facts, met: tuple[str, ...]) -> _Side:
        """Where a reader stands, after going on from outcomes if that is what readers do."""
        outcomes = self._walk.flow.tree.outcomes
        while (outcome := outcomes.get(place)) is not None:
            met = (*met, place)
            if outcome.continue_at is None or not self._goes_on:
                return _Side("", (), met)
            place, facts = self._walk.at(outcome.continue_at, facts)
        return _Side(place, facts, met)

    def _gravest(self, side: _Side) -> tuple[int, str]:
        """The level of the gravest outcome met, and that outcome."""
        flow = self._walk.flow
        return max((flow.gravity[flow.tree.outcomes[key].level], key) for key in side.met)

    def _gap(self, one: _Side, two: _Side) -> Gap:
        key = (one, two)
        if key not in self._known:
            self._known[key] = self._worst(one, two)
        return self._known[key]

    def _worst(self, one: _Side, two: _Side) -> Gap:
        if one == two:
            return Gap(0, differs=False)
        order = self._walk.flow.order
        places = [order.get(side.place, self._last) for side in (one, two)]
        if min(places) == self._last:
            (level, end), (other_level, other_end) = (self._gravest(side) for side in (one, two))
            return Gap(level - other_level, differs=one.met != two.met, ends=(end, other_end))
        place = one.place if places[0] <= places[1] else two.place
        gaps = []
        for answer in self._walk.answers(place):
            sides = [
                self._side(*self._walk.after(place, side.facts, answer), side.met) if side.place == place else side
                for side in (one, two)
            ]
            gaps.append((self._gap(sides[0], sides[1]), answer))
        # Of equal gaps the one that shows a difference in the fewest answers.
        worst, answer = max(
            gaps, key=lambda item: (item[0].levels, item[0].differs, -len(item[0].first) - len(item[0].second))
        )
        given = ((place, answer),)
        return Gap(
            worst.levels,
            any(gap.differs for gap, _ in gaps),
            (given if place == one.place else ()) + worst.first,
            (given if place == two.place else ()) + worst.second,
            worst.ends,
        )


@contextmanager
def _deep() -> Iterator[None]:
    """A long tree is walked by as many calls within calls as it has questions."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, 100_000))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
