"""Puts the weights that matter into a table that the browser reads: two places for each feature, and a print of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

SLOTS = 12_000
# Weights are whole numbers from -7 to 7; 0 is an empty place.
STEPS = 7
_HEX = "0123456789abcdef"


@dataclass(frozen=True, slots=True)
class Table:
    """For each place the print of its feature and its weight; a weight is worth `scale` for each step."""

    prints: list[int]
    weights: list[int]
    scale: float

    def score(self, features: Iterable[str], bias: float) -> float:
        """How much a text with these features tells of danger."""
        found = list(features)
        return bias + self.scale * sum(map(self.weight, found)) / max(1, len(found)) ** 0.5

    def weight(self, feature: str) -> int:
        """What the table says of a feature; one that it does not have shares a print with another now and then."""
        print_, *places = _places(feature)
        return next((self.weights[at] for at in places if self.weights[at] and self.prints[at] == print_), 0)

    def written(self) -> tuple[str, str]:
        """Prints and weights, a letter for each place."""
        return "".join(_HEX[one] for one in self.prints), "".join(_HEX[one + STEPS] for one in self.weights)


def table(weights: dict[str, float], spread: Counter[str]) -> Table:
    """The weights that decide the most; what finds both its places taken is left out."""
    names = [name for name in weights if name]
    names.sort(key=lambda name: (-abs(weights[name]) * spread[name] ** 0.5, name))
    heavy = sorted(abs(weights[name]) for name in names[:SLOTS])
    scale = heavy[int(0.98 * len(heavy))] / STEPS
    prints, steps = [0] * SLOTS, [0] * SLOTS
    for name in names[:SLOTS]:
        print_, first, second = _places(name)
        at = first if not steps[first] else second
        if not steps[at]:
            step = max(1, min(STEPS, round(abs(weights[name]) / scale)))
            prints[at], steps[at] = print_, step if weights[name] > 0 else -step
    return Table(prints, steps, scale)


def _places(feature: str) -> tuple[int, int, int]:
    """The print of a feature and the two places where it may stand, out of its FNV-1a hash."""
    value = 0x811C9DC5
    for letter in feature:
        value = (value ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return value >> 28, value % SLOTS, (value >> 8) % SLOTS
