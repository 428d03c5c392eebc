"""What the catalogue of offers can be filtered by, and what each offer has of it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from vejviser.pages import danish
from vejviser.pages.book import Book
from vejviser.records.offer import Offer
from vejviser.records.sign import AgeGroup, Level, Sign

UNKNOWN = danish.YES_NO["unknown"]
# Words that many offers' form of help are made of; a form with none of them is a value of its own.
_FORMS = {"Samtaler": "samtale", "Gruppe": "gruppe", "Besøg": "besøg", "Ophold": "ophold"}
# Addresses are read aloud and typed, so the longest words have short names.
_SHORT = {danish.CASE["required"]: "ja", danish.CASE["forbidden"]: "maa-ikke"}
_CASES = [danish.CASE[case] for case in ("required", "not_required", "forbidden", "unknown")]
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "y"})


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to filter by: its name in addresses, its words, and its values with theirs, in the order shown."""

    name: str
    legend: str
    values: dict[str, str]


# Each offer's id, with what it has of each facet: the values' names with spaces between them.
Marks = dict[str, dict[str, str]]


def facets(book: Book, offers: list[Offer]) -> tuple[list[Facet], Marks]:
    """The facets that some offer has a value of, and the values of each offer."""
    found: list[Facet] = []
    marks: Marks = {offer.id: {} for offer in offers}
    spans = {offer.id: span for offer in offers if (span := ages(offer))}
    if spans:
        found.append(Facet("alder", "Alder", _bands(book)))
        for id_, span in spans.items():
            marks[id_]["alder"] = "{}-{}".format(*span)
    for name, legend, read, order in _readers(book):
        words = {offer.id: [word for word in read(offer) if slug(word)] for offer in offers}
        counts = Counter(word for some in words.values() for word in some)
        if counts:
            found.append(Facet(name, legend, {slug(word): word for word in _sorted(counts, order)}))
        for id_, some in words.items():
            if some:
                marks[id_][name] = " ".join(dict.fromkeys(map(slug, some)))
    return found, marks


def slug(words: str) -> str:
    """Words as they stand in an address: small letters, digits and hyphens, which no markup can come out of."""
    return _SHORT.get(words) or re.sub(r"[^a-z0-9]+", "-", words.lower().translate(_LETTERS)).strip("-")


def ages(offer: Offer) -> tuple[int, int] | None:
    """The youngest and the oldest an offer says that it is for, in years or in grades."""
    span = offer.ages or (offer.grades and offer.grades.ages)
    return (span.lowest, span.highest) if span else None


def _bands(book: Book) -> dict[str, str]:
    groups = [entry.record for entry in book.of_kind("age_group") if isinstance(entry.record, AgeGroup)]
    return {
        f"{group.lowest}-{group.highest}": group.title
        for group in sorted(groups, key=lambda group: (group.lowest, group.highest))
    }


def _sorted(counts: Mapping[str, int], order: list[str] | None) -> list[str]:
    """In a given order, or the most common first; that nothing is known comes last."""
    if order:
        return sorted(counts, key=order.index)
    return sorted(counts, key=lambda word: (word == UNKNOWN, -counts[word], danish.sort_key(word)))


Reader = Callable[[Offer], Iterable[str]]


def _readers(book: Book) -> list[tuple[str, str, Reader, list[str] | None]]:
    """Name, legend, what an offer has of it in words, and the words in order where they have one."""
    def levels(offer: Offer) -> set[str]:
        signs = [book.get(id_).record for id_ in offer.signs]
        return {book.get(sign.level).record.title for sign in signs if isinstance(sign, Sign)}

    steps = [entry.record for entry in book.of_kind("level") if isinstance(entry.record, Level)]
    ladder = [level.title for level in sorted(steps, key=lambda level: level.order)]
    return [
        ("bekymring", "Bekymring", lambda offer: map(_capital, offer.concerns), None),
        ("henviser", "Hvem henviser", lambda offer: _ways_in(book, offer), None),
        ("sag", "Kræver sag", _case, _CASES),
        ("form", "Form", _forms, None),
        ("niveau", "Hjælper ved tegn på", levels, ladder),
        ("status", "Status", lambda offer: [danish.STATUS[offer.status]] if offer.status else [],
         list(danish.STATUS.values())),
        ("slags", "Slags", lambda offer: [_KINDS[offer.kind]], list(_KINDS.values())),
    ]


_KINDS = {"offer": "Tilbud", "measure": "Støttende indsats"}


def _ways_in(book: Book, offer: Offer) -> list[str]:
    who = [book.get(id_).record.title for id_ in offer.referral.who]
    if offer.referral.self_referral == "yes":
        who.append("Man kommer selv")
    return who or [UNKNOWN]


def _case(offer: Offer) -> list[str]:
    """Who must not have a case needs none, so such an offer is found by both."""
    words = danish.CASE[offer.case]
    return [danish.CASE["not_required"], words] if offer.case == "forbidden" else [words]


def _forms(offer: Offer) -> list[str]:
    if not offer.format:
        return [UNKNOWN]
    common = [words for words, part in _FORMS.items() if re.search(rf"\b{part}", offer.format.lower())]
    return common or [_capital(offer.format)]


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
