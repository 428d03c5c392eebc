"""What the catalogue of offers can be filtered by, and what each offer has of it."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from vejviser.pages import danish
from vejviser.pages.book import Book
from vejviser.records.age_group import AgeGroup
from vejviser.records.kinds import KINDS, shown_on
from vejviser.records.level import Level
from vejviser.records.offer import Offer
from vejviser.records.sign import Sign


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


UNKNOWN = danish.YES_NO["unknown"]
# Words that many offers' form of help are made of; a form with none of them is a value of its own.
_FORMS = {"Samtaler": "samtale", "Gruppe": "gruppe", "Besøg": "besøg", "Ophold": "ophold"}
# Addresses are read aloud and typed, so the longest words have short names.
_SHORT = {danish.CASE["required"]: "ja", danish.CASE["forbidden"]: "maa-ikke"}
_CASES = [danish.CASE[case] for case in ("required", "not_required", "forbidden", "unknown")]
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "y"})
AGE, PLACE, _LEVEL = "alder", "kommune", "niveau"
# In the order shown; a value's own words say which municipality it is in the catalogue over all of them.
_LEGENDS = {
    PLACE: "Kommune",
    "bekymring": "Bekymring",
    "henviser": "Hvem henviser",
    "sag": "Kræver sag",
    "form": "Form",
    _LEVEL: "Hjælper ved tegn på",
    "status": "Status",
    "slags": "Slags",
}
_ORDERS = {
    "sag": _CASES,
    "status": list(danish.STATUS.values()),
    "slags": [_capital(KINDS[kind].model.name) for kind in shown_on("tilbud/")],
}


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to filter by: its name in addresses, its words, and its values with theirs, in the order shown."""

    name: str
    legend: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What an offer says of each facet in words, and the youngest and the oldest that it is for."""

    words: dict[str, list[str]]
    ages: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Scales:
    """The age groups by their span, and the values that have an order of their own, for some facets."""

    bands: dict[str, str]
    orders: dict[str, list[str]]


# What an offer has of each facet: the values' names with spaces between them, and its ages as a span.
Mark = dict[str, str]
Marks = dict[str, Mark]


def facets(book: Book, offers: list[Offer]) -> tuple[list[Facet], Marks]:
    """The facets that some offer of a municipality has a value of, and what each offer has, by its id."""
    said = {offer.id: said_by(book, offer) for offer in offers}
    tally = Tally()
    for one in said.values():
        tally.add(one)
    return tally.facets(scales(book)), {id_: mark_of(one) for id_, one in said.items()}


@dataclass(slots=True)
class Tally:
    """How often offers say what, so that they need not all be kept."""

    words: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    marks: Counter[tuple[tuple[str, str], ...]] = field(default_factory=Counter)

    def add(self, said: Said) -> None:
        """Count what one offer says."""
        for name, words in _known(said):
            self.words[name].update(words)
        self.marks[tuple(mark_of(said).items())] += 1

    def facets(self, how: Scales) -> list[Facet]:
        """The facets that some offer has a value of, in the order shown."""
        found = []
        if any(name == AGE for mark in self.marks for name, _ in mark):
            found.append(Facet(AGE, "Alder", dict(sorted(how.bands.items(), key=lambda band: _span(band[0])))))
        for name, legend in _LEGENDS.items():
            if counts := self.words.get(name):
                order = _ORDERS.get(name) or how.orders.get(name)
                found.append(Facet(name, legend, {slug(word): word for word in _sorted(counts, order)}))
        return found


def mark_of(said: Said) -> Mark:
    """What an offer has of each facet."""
    mark = {AGE: "{}-{}".format(*said.ages)} if said.ages else {}
    return mark | {name: " ".join(dict.fromkeys(map(slug, words))) for name, words in _known(said)}


def _known(said: Said) -> Iterator[tuple[str, list[str]]]:
    """The facets that an offer has a value of, with the values that can stand in an address."""
    for name in _LEGENDS:
        if words := [word for word in said.words.get(name, ()) if slug(word)]:
            yield name, words


def said_by(book: Book, offer: Offer) -> Said:
    """What one offer says, with the words of its municipality for roles and levels."""
    words = {name: list(read(book, offer)) for name, read in _READERS.items()}
    span = offer.ages or (offer.grades and offer.grades.ages)
    return Said(words, (span.lowest, span.highest) if span else None)


def scales(book: Book) -> Scales:
    """The age groups and the levels of a municipality."""
    groups = [entry.record for entry in book.of_kind("age_group") if isinstance(entry.record, AgeGroup)]
    steps = [entry.record for entry in book.of_kind("level") if isinstance(entry.record, Level)]
    ladder = [level.title for level in sorted(steps, key=lambda level: level.order)]
    # An offer tells ages in years, so a child not born yet is none of its ages.
    born = {f"{group.lowest}-{group.highest}": group.title for group in groups if group.lowest >= 0}
    return Scales(born, {_LEVEL: ladder})


def slug(words: str) -> str:
    """Words as they stand in an address: small letters, digits and hyphens, which no markup can come out of."""
    return _SHORT.get(words) or re.sub(r"[^a-z0-9]+", "-", words.lower().translate(_LETTERS)).strip("-")


def as_script(found: list[Facet], noun: str) -> Markup:
    """What the script on the page needs to know, as JSON that cannot end the element it stands in."""
    data = {
        "noun": noun,
        "facets": [{"name": facet.name, "legend": facet.legend, "values": facet.values} for facet in found],
    }
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def _span(band: str) -> tuple[int, int]:
    lowest, highest = map(int, band.split("-"))
    return lowest, highest


def _sorted(counts: Mapping[str, int], order: list[str] | None) -> list[str]:
    """In a given order, or the most common first; that nothing is known comes last."""
    if order:
        return sorted(counts, key=order.index)
    return sorted(counts, key=lambda word: (word == UNKNOWN, -counts[word], danish.sort_key(word)))


def _levels(book: Book, offer: Offer) -> set[str]:
    signs = [book.get(id_).record for id_ in offer.signs]
    return {book.get(sign.level).record.title for sign in signs if isinstance(sign, Sign)}


def _ways_in(book: Book, offer: Offer) -> list[str]:
    who = [book.get(id_).record.title for id_ in offer.referral.who]
    if offer.referral.self_referral == "yes":
        who.append("Man kommer selv")
    return who or [UNKNOWN]


def _case(_: Book, offer: Offer) -> list[str]:
    """Who must not have a case needs none, so such an offer is found by both."""
    words = danish.CASE[offer.case]
    return [danish.CASE["not_required"], words] if offer.case == "forbidden" else [words]


def _forms(_: Book, offer: Offer) -> list[str]:
    if not offer.format:
        return [UNKNOWN]
    common = [words for words, part in _FORMS.items() if re.search(rf"\b{part}", offer.format.lower())]
    return common or [_capital(offer.format)]


_READERS: dict[str, Callable[[Book, Offer], Iterable[str]]] = {
    "bekymring": lambda _, offer: map(_capital, offer.concerns),
    "henviser": _ways_in,
    "sag": _case,
    "form": _forms,
    _LEVEL: lambda book, offer: sorted(_levels(book, offer)),
    "status": lambda _, offer: [danish.STATUS[offer.status]] if offer.status else [],
    "slags": lambda _, offer: [_capital(offer.name)],
}
