"""Checks of what a text asks the reader to do: nobody is sent to the parents where they may be the danger."""

import re
from collections.abc import Iterator
from datetime import date

from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.passages import Passage
from vejviser.project import Project
from vejviser.records.tree import Tree

_THEM = (
    r"(?:(?:barnets|den unges|barnet og|den unge og)\s+)?"
    r"(?:forældre\w*|famili(?:en|e)|hjemmet|mor(?:en)?|far(?:en)?|dem(?!, der))"
)
_SMALL = r"(?:(?:så|først|straks|gerne|også|altid|da)\s+)*"
# To talk with them, to turn to them, and to let it hang on their word.
_SENDS = re.compile(
    rf"\b(?:(?:tal|snak|aftal|drøft|mødes)\s+{_SMALL}(?:det\s+)?med\s+{_THEM}"
    rf"|(?:spørg|kontakt|fortæl|inform[eé]r|orient[eé]r|invit[eé]r|inddrag|hør|besøg|opsøg|underret)\s+{_SMALL}{_THEM}"
    rf"|(?:ring|skriv|gå|sig\s+det)\s+{_SMALL}(?:hjem\s+)?til\s+{_THEM}"
    rf"|(?:bed|få|hent|indhent)\s+(?!ikke)(?:[\wæøåÆØÅ]+\s+){{0,4}}samtykke"
    rf"|skal\s+{_THEM}\s+(?:sige\s+ja|give\s+(?:deres\s+)?samtykke|spørges|vide\s+det))\b",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    rf"\b(?:tal|snak|aftal|drøft|spørg|kontakt|fortæl|inform[eé]r|orient[eé]r|invit[eé]r|inddrag|hør|ring|skriv)\s+altid\s+"
    rf"(?:(?:det\s+)?med\s+|til\s+)?{_THEM}\b",
    re.IGNORECASE,
)
# No sentence that is looked for is without one of these, and most texts are.
_NEAR = re.compile(r"foræl|famil|samtyk|hjem| mor| far| dem", re.IGNORECASE)
# A condition, and that it is about the child's safety or about what the municipality has said.
_IF = re.compile(r"\b(?:medmindre|undtagen|hvis|når|så længe|kun|er det|er der ikke|før)\b", re.IGNORECASE)
_SAFE = re.compile(
    r"\b(?:tryg\w*|sikker\w*|skade\w*|fare\w*|farlig\w*|vold\w*|overgreb\w*|kontrol\w*|involvere\w*|indblande\w*|bange|"
    r"fremmed\w*|kommunen|rådgiveren|politiet)\b|modtage",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_GRAVE_KINDS = {"notification", "level", "sign"}
_GRAVE_CONCERN = re.compile(r"vold|overgreb|social kontrol|\bære|krænke|incest|omskær", re.IGNORECASE)
# Not read by the reader as something to do.
_OTHER_FIELDS = {"search_terms", "internal_note", "doubts", "cases", "sources", "concerns"}
_OTHER_KINDS = {"source", "law", "term", "thesaurus"}


def sent_to_the_parents(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E612: a sentence that sends the reader to the parents in a grave context, or always, without its condition."""
    for passage in links.passages:
        if passage.kind in _OTHER_KINDS or _OTHER_FIELDS & set(passage.loc):
            continue
        if not _NEAR.search(passage.text):
            continue
        pattern = _SENDS if _is_grave(passage) else _ALWAYS
        for sentence in _SENTENCE.finditer(passage.text):
            found = pattern.search(sentence.group())
            if found and not (_IF.search(sentence.group()) and _SAFE.search(sentence.group())):
                yield passage.finding(
                    sentence.start() + found.start(),
                    "E612",
                    f"»{' '.join(found.group().split())}« sender læseren til forældrene uden forbehold.",
                    "De kan være faren. Skriv betingelsen i samme sætning, fx »når det er trygt for barnet« "
                    "eller »medmindre det kan skade barnet«.",
                )


def _is_grave(passage: Passage) -> bool:
    """Whether violence, abuse or control may be in play where the text stands."""
    if passage.entry is None:
        return False
    record = passage.entry.record
    if isinstance(record, Tree):
        return passage.loc[0] == "outcomes" and record.outcomes[str(passage.loc[1])].level == record.levels[-1].id
    return passage.kind in _GRAVE_KINDS or any(map(_GRAVE_CONCERN.search, record.concerns))
