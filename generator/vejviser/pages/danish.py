"""How dates, deadlines, statuses and lists are said in Danish."""

import re
from collections.abc import Sequence
from datetime import date

from vejviser.records.base import Ages
from vejviser.records.deadline import Deadline
from vejviser.records.offer import Grades

_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_ORDER = {ord("æ"): "{", ord("ø"): "|", ord("å"): "}", ord("é"): "e", ord("ü"): "y"}
_UNITS = {
    "hours": ("time", "timer"),
    "days": ("dag", "dage"),
    "weekdays": ("hverdag", "hverdage"),
    "weeks": ("uge", "uger"),
    "months": ("måned", "måneder"),
    "years": ("år", "år"),
}
STATUS = {
    "active": "I drift",
    "pilot": "Forsøg",
    "proposed": "Forslag",
    "ended": "Ophørt",
    "unconfirmed": "Ikke bekræftet",
}
PRESENCE = {"required": "skal med", "optional": "kan være med", "conditional": "i nogle tilfælde"}
SIDE = {"family": "Familien", "internal": "Dem, der holder mødet", "external": "Udefra"}
BASIS = {"law": "Loven", "local": "Lokal aftale"}
CASE = {
    "required": "Ja, familien skal have en sag",
    "forbidden": "Nej, familien må ikke have en sag",
    "not_required": "Nej",
    "unknown": "Ikke oplyst",
}
ASSESSMENT = {
    "required": "Ja, afdækning eller børnefaglig undersøgelse",
    "not_required": "Nej",
    "unknown": "Ikke oplyst",
}
YES_NO = {"yes": "Ja", "no": "Nej", "unknown": "Ikke oplyst"}


def day(value: date) -> str:
    """`21. november 2026`."""
    return f"{value.day}. {_MONTHS[value.month - 1]} {value.year}"


def joined(words: Sequence[str], last: str = "og") -> str:
    """`a, b og c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def span(deadline: Deadline) -> str:
    """When it must happen, as a phrase: `senest 3 måneder efter støtten er begyndt`."""
    if deadline.amount is None or deadline.unit is None:
        return deadline.event
    one, many = _UNITS[deadline.unit]
    amount = f"{deadline.amount} {one if deadline.amount == 1 else many}"
    if deadline.rule == "rhythm":
        every = "hvert" if deadline.unit == "years" else "hver"
        return f"{every} {deadline.amount}. {one}, {deadline.event}" if deadline.amount > 1 else f"{every} {one}"
    words = {"within": f"senest {amount} efter", "before": f"senest {amount} før", "after": f"{amount} efter"}
    comma = "," if deadline.event.startswith("at ") else ""
    return f"{words[deadline.rule]}{comma} {deadline.event}"


def ages(value: Ages | None) -> str:
    """`0-6 år`, or an empty string."""
    if value is None:
        return ""
    years = f"{value.lowest}-{value.highest} år" if value.lowest != value.highest else f"{value.lowest} år"
    return f"{years} ({value.note})" if value.note else years


def grades(value: Grades | None) -> str:
    """`4.-6. klasse`, or an empty string."""
    if value is None:
        return ""
    if value.lowest == value.highest:
        return f"{value.lowest}. klasse" if value.lowest else "børnehaveklassen"
    first = f"{value.lowest}.-" if value.lowest else "børnehaveklassen til "
    return f"{first}{value.highest}. klasse"


def names_span(text: str, part: Ages | Grades) -> bool:
    """Whether a text says a span of years or grades by itself, as in `3-6 år` or `fra 4. til 6. klasse`.

    It must be said as a span: the 1 and the 3 of `15-18 måneder og 3 år` are not "1-3 år".
    """
    low, high = part.lowest, part.highest
    words = str(low) if low == high else rf"{low}\.?\s*(?:-|–|til|og)\s*{high}"
    return re.search(rf"(?<![\d-]){words}(?!\d|-|\.?\s*(?:måned|uge|gang))", text) is not None


def letter(word: str) -> str:
    """The letter that a word stands under: `É` under `E`; what is no letter under `0-9`."""
    first = word[0].upper()
    return {"É": "E", "Ü": "Y"}.get(first, first) if first.isalpha() else "0-9"


def sort_key(word: str) -> tuple[str, str]:
    """Danish alphabetical order: æ, ø and å come last."""
    lowered = word.lower()
    return lowered.translate(_ORDER), word
