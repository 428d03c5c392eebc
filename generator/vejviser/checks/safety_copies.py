"""Checks that a municipality's own words for a shared safety record have lost none of what keeps a child safe."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.notification import Notification

# Numbers, and words of four letters or more by their first six: `forældrene` and `forældre` are one.
_WORD = re.compile(r"[a-zæøåé]{4,}|\d+")
_STEM = 6
# As much of a shared sentence must be found in one of the municipality's own, in other words than these.
_ENOUGH = 0.4
_SMALL = {"eller", "hvis", "skal", "også", "selv", "ikke", "være", "have", "altid", "gerne", "først", "andre", "derfor"}
_NUMBER = re.compile(r"\b\d[\d ]*\b")


def lost_safety(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W708: an own copy of a shared safety record without one of its steps, warnings, numbers or calls."""
    for shared, own in project.replaced:
        one, other = shared.record, own.record
        if isinstance(one, Notification) and isinstance(other, Notification) and one.safety:
            for loc, lost in _lost(one, other):
                yield own.finding(
                    loc if getattr(other, loc[0]) else ("id",),
                    "W708",
                    f"Kommunens udgave har ikke {lost}, som står i {shared.path}.",
                    "Skriv det med, gerne med egne ord, eller slet kommunens udgave, så den fælles gælder.",
                )


def _lost(shared: Notification, own: Notification) -> Iterator[tuple[tuple[str], str]]:
    sentences = [*own.steps, *own.dont]
    # A step may have become a warning; a warning that has become a step says the opposite.
    for name, word, said in (("steps", "trinnet", sentences), ("dont", "advarslen", own.dont)):
        for text in _unanswered(getattr(shared, name), said):
            yield (name,), f"{word} »{text.strip()}«"
    for number in sorted(_numbers(shared.steps + shared.dont) - _numbers(sentences)):
        yield ("steps",), f"nummeret {number}"
    for id_ in shared.call:
        if id_ not in own.call:
            yield ("call",), f"`{id_}` under `call`"


def _unanswered(texts: list[str], others: list[str]) -> list[str]:
    """The texts that none of the others say, best likeness first; what one says is used up, so it can say two."""
    left = {text: _stems(text) for text in texts}
    own = [_stems(other) for other in others]
    while left and own:
        share, text, at = max(
            (len(words & there) / len(words) if words else 1.0, text, at)
            for text, words in left.items()
            for at, there in enumerate(own)
        )
        if share < _ENOUGH:
            break
        own[at] = own[at] - left.pop(text)
    return [text for text in texts if text in left]


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _SMALL}


def _numbers(texts: Iterable[str]) -> set[str]:
    return {match.replace(" ", "") for text in texts for match in _NUMBER.findall(text)}
