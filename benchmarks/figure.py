"""One measured figure beside its gate, and the table that shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from timing import Ratio


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured and the most it may be; without a gate it is only information."""

    name: str
    value: float
    gate: float | None
    spread: tuple[float, float] | None = None
    unit: str = ""

    @classmethod
    def of(cls, name: str, ratio: Ratio, gate: float | None) -> "Figure":
        """A figure from a ratio over several rounds."""
        return cls(name, ratio.median, gate, (ratio.lowest, ratio.highest))

    @property
    def is_over(self) -> bool:
        """True when a gate is missed."""
        return self.gate is not None and self.value > self.gate

    def row(self) -> str:
        """A row of the table."""
        spread = " to ".join(map(self._text, self.spread)) if self.spread else ""
        gate = f"<= {self._text(self.gate)}" if self.gate is not None else "information"
        mark = "" if self.gate is None else "**OVER**" if self.is_over else "ok"
        return f"| {self.name} | {self._text(self.value)} | {spread} | {gate} | {mark} |"

    def _text(self, number: float) -> str:
        return f"{number:,.0f} {self.unit}" if self.unit else f"{number:.3f}"


def table(figures: Iterable[Figure]) -> str:
    """All figures as a Markdown table."""
    head = ["| figure | measured | lowest to highest | gate | |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(figure.row() for figure in figures)])
