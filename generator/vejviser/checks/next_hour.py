"""Checks of the gravest pages and ends: nobody asks a child out, and no child goes with the danger or waits for it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vejviser.checks.trees import flows
from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.notification import Notification
from vejviser.records.tree import Outcome, Tree
from vejviser.schema import Loc

# Where a text stands, and all that is said there, sentence by sentence with the field of each.
Said = tuple[Entry, Loc, list[tuple[Loc, str]]]

_GRAVE_CONCERN = re.compile(r"vold|overgreb|social kontrol|\bære|krænke|trusler|tvangsægteskab", re.IGNORECASE)
# A child who wants to die, and a parent in crisis, are to be asked directly.
_NOT_ASKED_OUT = re.compile(
    r"\bspørg\b[^.]*\bikke\b[^.]*\bud\b|\b(?:undersøg|afhør)\b[^.]*\bikke\b|\bspørg\b[^.]*\bdirekte\b", re.IGNORECASE
)
_UNDER_INFLUENCE = re.compile(r"\b(?:påvirke(?:t|de)|beruse(?:t|de)|fulde?|spritlugt\w*|skæv)\b", re.IGNORECASE)
_CHILD = r"(?:barnet|børnene|den unge|eleven|det|hende|ham|dem)"
_LET_GO = re.compile(
    rf"\b(?:lad|giv|send|aflever|overlad|udlever)\s+{_CHILD}\b[^.]*\b(?:med|hjem|til|gå|køre|tage)\b"
    rf"|\b{_CHILD}\s+(?:må|kan|skal)\s+(?:gerne\s+|godt\s+)?(?:gå|køre|tage|tages|komme|følges)\b"
    rf"|\b(?:må|kan)\s+(?:gerne\s+|godt\s+)?(?:hente|tage|køre|få)\s+{_CHILD}\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:lad|overlad|giv)\b[^.]*\b(?:ikke|aldrig|ingen)\b[^.]*|\b(?:må|kan|skal)\s+ikke\b", re.IGNORECASE
)
_JOURNEY = re.compile(
    r"\brejse(?:n|r|rne)?\b|rejsen?\b|\bud at rejse\b|ud af landet|til udlandet|\bflyet\b", re.IGNORECASE
)
_WAIT = re.compile(
    r"\b(?:vent|afvent|se tiden an)\b|\b(?:på|til|før) (?:det )?næste (?:\w*møde|uge)\b|\bi næste uge\b"
    r"|\b(?:inden|efter) \d+ hverdage\b|\bnår der er tid\b",
    re.IGNORECASE,
)
# Words that turn a sentence round; »om barnet kan gå hjem« is a thing to agree on.
_NOT_GO = re.compile(r"\b(?:ikke|aldrig|ingen|hverken|om)\b", re.IGNORECASE)
_NOT_WAIT = re.compile(r"\b(?:ikke|aldrig|ingen|for sent)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+")


class _Wrong(NamedTuple):
    """A sentence that may not stand: its words, those that turn it round, and what is found about it."""

    words: re.Pattern[str]
    unless: re.Pattern[str]
    code: str
    message: str
    hint: str


_GOES_WITH_THEM = _Wrong(
    _LET_GO,
    _NOT_GO,
    "E615",
    "lader barnet gå, hvor en voksen kan være påvirket.",
    "Skriv, at barnet aldrig går med, og hvem læseren ringer til.",
)
_WAITS = _Wrong(
    _WAIT,
    _NOT_WAIT,
    "E616",
    "lader læseren vente, hvor barnet kan blive sendt ud at rejse.",
    "Skriv, at læseren ringer i dag og igen før rejsen.",
)


def asked_out(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E614: a grave page or end that does not say that the reader is not to ask the child out or investigate."""
    for entry, loc, said in _grave(project):
        if not _NOT_ASKED_OUT.search(_all(said)):
            yield entry.finding(
                loc,
                "E614",
                "Her siger intet, at læseren ikke selv skal undersøge eller spørge barnet ud.",
                "Skriv det, fx »Undersøg ikke selv, og spørg ikke barnet ud«. Handler det om tanker om at dø, så skriv "
                "»Spørg roligt og direkte«.",
            )


def under_the_influence(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E615: a page or an end about an adult under the influence that lets the child go, or does not say it may not."""
    for entry, loc, said in _everything(project):
        if not _UNDER_INFLUENCE.search(_all(said)):
            continue
        yield from _sentences(entry, said, _GOES_WITH_THEM)
        if _is_last_level(entry, loc) and not _kept(said):
            yield entry.finding(
                loc,
                "E615",
                "Resultatet nævner en voksen, der er påvirket, men siger ikke, at barnet ikke må gå med.",
                "Skriv fx »Lad aldrig barnet gå med en voksen, der er påvirket«.",
            )


def journeys(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E616: a page or an end about a journey under pressure that tells the reader to wait or does not ask the date."""
    for entry, loc, said in _grave(project):
        if not _JOURNEY.search(_all(said)):
            continue
        yield from _sentences(entry, said, _WAITS)
        if not re.search(r"\bdato", _all(said), re.IGNORECASE):
            yield entry.finding(
                loc,
                "E616",
                "Her står om en rejse, men ikke, at læseren skal sige datoen.",
                "Skriv fx »Skal barnet ud at rejse, så sig datoen, når du ringer«.",
            )


def _sentences(entry: Entry, said: list[tuple[Loc, str]], wrong: _Wrong) -> Iterator[Finding]:
    """A finding for each sentence with the wrong words and none that turn it round."""
    for loc, text in said:
        for sentence in _SENTENCE.findall(text):
            found = wrong.words.search(sentence)
            if found and not wrong.unless.search(sentence):
                yield entry.finding(loc, wrong.code, f"»{' '.join(found.group().split())}« {wrong.message}", wrong.hint)


def _grave(project: Project) -> Iterator[Said]:
    """Pages marked as safety, the ends that lead to them, and other gravest ends about violence, abuse or control."""
    for entry, loc, said in _everything(project):
        record = _page(project, entry, loc)
        if record and (
            record.safety or (_is_last_level(entry, loc) and any(map(_GRAVE_CONCERN.search, record.concerns)))
        ):
            yield entry, loc, said


def _page(project: Project, entry: Entry, loc: Loc) -> Notification | None:
    """The page itself, or the page that an end leads to."""
    outcome = _outcome(entry, loc)
    target = project.entries.get(outcome.record) if outcome else entry
    return target.record if target and isinstance(target.record, Notification) else None


def _outcome(entry: Entry, loc: Loc) -> Outcome | None:
    return entry.record.outcomes[str(loc[1])] if isinstance(entry.record, Tree) else None


def _is_last_level(entry: Entry, loc: Loc) -> bool:
    outcome = _outcome(entry, loc)
    return outcome is not None and isinstance(entry.record, Tree) and outcome.level == entry.record.levels[-1].id


def _everything(project: Project) -> Iterator[Said]:
    """Every page about notification and every end of a tree, with what it tells the reader to do."""
    for entry in project.of_kind("notification"):
        if isinstance(record := entry.record, Notification):
            fields = ("summary", "when", "steps", "dont", "parents", "afterwards")
            yield entry, ("id",), [(loc, text) for name in fields for loc, text in _lines(record, name)]
    for entry, flow in flows(project):
        for key, outcome in flow.tree.outcomes.items():
            yield entry, ("outcomes", key), list(_of_outcome(key, outcome))


def _lines(record: Notification, name: str) -> Iterator[tuple[Loc, str]]:
    value = getattr(record, name)
    if isinstance(value, list):
        yield from (((name, number), text) for number, text in enumerate(value))
    elif value:
        yield (name,), value


def _of_outcome(key: str, outcome: Outcome) -> Iterator[tuple[Loc, str]]:
    yield ("outcomes", key, "title"), outcome.title
    for number, action in enumerate(outcome.do):
        yield ("outcomes", key, "do", number, "act"), action.act
        yield ("outcomes", key, "do", number, "within"), action.within
    if outcome.note:
        yield ("outcomes", key, "note"), outcome.note


def _all(said: list[tuple[Loc, str]]) -> str:
    return "\n".join(text for _, text in said)


def _kept(said: list[tuple[Loc, str]]) -> bool:
    """Whether a sentence about somebody under the influence says that the child does not go."""
    sentences = (sentence for _, text in said for sentence in _SENTENCE.findall(text))
    return any(_UNDER_INFLUENCE.search(sentence) and _KEPT.search(sentence) for sentence in sentences)
