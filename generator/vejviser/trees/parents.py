"""Whether words send a reader to a child's parents, and whether an outcome does."""

import re

from vejviser.records.base import Record
from vejviser.records.meeting import MeetingType
from vejviser.records.notification import Notification
from vejviser.records.tree import Outcome

_PARENTS = r"(?:forældre(?:ne|nes|n)?|familien|moren|faren|mor|far|hjem|hjemmet)"
# What the reader, or somebody for the reader, is told to do.
_TURNS_TO = (
    r"(?:tal|snak|ring|fortæl|spørg|invit[ée]r|aftal|hør|indkald|bed|sig|foreslå|tilbyd|kontakt|skriv til|inddrag"
    r"|orient[ée]r|involv[ée]r|vis|mød|hold mødet)"
)
# Whoever else is turned to stands between: »Spørg kommunen, hvad forældrene må vide«.
_OTHERS = (
    r"(?:hvem|hvad|hvordan|før|hvilke\w*|den|om|at|modtagelsen|kommunen|rådgiver\w*|leder\w*|kolleg\w*|ppr|ssp\w*)"
)
_SENDS = re.compile(
    rf"\b{_TURNS_TO}\b(?:(?!\b{_OTHERS}\b)[^.:;])*?\b{_PARENTS}\b"
    r"|\b(?:sig|fortæl)\b (?:det )?derhjemme\b"
    r"|\b(?:bed|spørg|få|hent|giver?)\b[^.:;]*\bsamtykke\b"
    rf"|\b{_PARENTS}\b (?:er|skal være|bliver) (?:\w+ )?(?:med|spurgt)\b"
    rf"|\b{_PARENTS}\b (?:hører|får) det\b|\b{_PARENTS}\b skal vide\b"
    r"|\bskal (?:forældrene|de) (?:sige ja|give samtykke)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:ikke|aldrig|hverken|uden at)\b", re.IGNORECASE)
# A condition in the same sentence that speaks of safety: »medmindre det kan skade barnet«.
_ONLY_IF = re.compile(
    r"(?:medmindre|hvis|når|kun|er det|hvornår|om)\b[^.]*"
    r"(?:tryg\w*|sikker\w*|fare\w*|skad\w*|vold|involveret|indblandet|sige? det|høre)\b",
    re.IGNORECASE,
)


def sends_to_parents(text: str) -> bool:
    """Whether a sentence says to turn to the parents, their consent or their home, whatever may be going on there.

    A sentence that says not to, or that holds the condition of safety itself, does not.
    """
    return any(_sends(sentence) for sentence in re.split(r"(?<=[.!?:])\s+|\n+", text))


def _sends(sentence: str) -> bool:
    found = _SENDS.search(sentence)
    return found is not None and not _NOT.search(sentence[: found.end()]) and not _ONLY_IF.search(sentence)


def own_words(outcome: Outcome) -> list[str]:
    """What an outcome itself tells the reader."""
    return [outcome.title, *(action.act for action in outcome.do), outcome.note or ""]


def shown_words(outcome: Outcome, record: Record | None) -> list[str]:
    """What the reader of an outcome is told of the parents by the record that it leads to."""
    if not isinstance(record, Notification):
        return []
    lines = {"parents": record.parents, "consent": record.consent.short}
    return [words for name, words in lines.items() if name not in outcome.hide]


def contacts_parents(outcome: Outcome, record: Record | None) -> bool:
    """Whether an outcome sends the reader to the parents: as it says, or else by its words and by its record.

    A meeting that the parents must come to sends the reader to them.
    """
    if outcome.contacts_parents is not None:
        return outcome.contacts_parents
    if isinstance(record, MeetingType) and any(
        part.side == "family" and part.presence == "required" for part in record.participants
    ):
        return True
    return any(map(sends_to_parents, [*own_words(outcome), *shown_words(outcome, record)]))
