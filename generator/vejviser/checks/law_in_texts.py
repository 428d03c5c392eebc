"""Checks of the paragraphs that stand in running text: old numbers, and numbers that nobody has looked up."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.law import Law

_STATUTE = r"(barnets lov|[a-zæøå]{3,}lov(?:en)?)s?"
# An `i` after a number is a word, as in `§ 153 i serviceloven`.
_ONE = r"\d+(?:\s+[a-hj-z]\b)?"
_NUMBERS = rf"(§§\s*{_ONE}(?:\s*(?:-|,|og|eller|samt)\s*{_ONE})*|§\s*{_ONE})"
# `servicelovens § 153`, or `§ 153, stk. 2, i serviceloven`.
_NAMED = re.compile(
    rf"\b{_STATUTE},?\s+{_NUMBERS}|{_NUMBERS}(?:,?\s*stk\.\s*[\d-]+,?)?\s+i\s+{_STATUTE}\b", re.IGNORECASE
)
_EACH = re.compile(r"(\d+)(?:\s+([a-hj-z])\b)?(?:\s*-\s*(\d+)(?:\s+([a-hj-z])\b)?)?", re.IGNORECASE)
# What only the search and editors read may say the old number; a source's own heading is quoted as it is.
_OTHER_FIELDS = {"search_terms", "internal_note", "passage", "statute", "provision", "formerly", "concerns"}
_OTHER_KINDS = {"source", "thesaurus"}


class Paragraph(NamedTuple):
    """A paragraph of a statute, by small letters and without spaces: `serviceloven`, `50a`."""

    statute: str
    number: str


class _Known(NamedTuple):
    """The rules that hold today by paragraph, and the rules that have taken the place of an old paragraph."""

    today: dict[Paragraph, list[Law]]
    formerly: dict[Paragraph, list[Law]]


def paragraphs_in_texts(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E412, E413: a paragraph in a text that is old, or that no record of the law holds as sure."""
    known = _known(project, today)
    for passage in links.passages:
        if "§" not in passage.text or passage.kind in _OTHER_KINDS or _OTHER_FIELDS & set(passage.loc):
            continue
        for match in _NAMED.finditer(passage.text):
            statute = _nominative(match[1] or match[4])
            for number in _numbers(match[2] or match[3]):
                told = _fault(Paragraph(statute, number), " ".join(match.group().split()), known)
                if told:
                    yield passage.finding(match.start(), *told)


def _fault(asked: Paragraph, said: str, known: _Known) -> tuple[str, str, str] | None:
    """Code, message and hint for a paragraph in a text; None when it holds today and its number is sure."""
    holds = known.today.get(asked, [])
    if any(law.number_is_sure for law in holds):
        return None
    if asked in known.formerly:
        now = sorted({_name(law) for law in known.formerly[asked]})
        hint = f"I dag er det {' eller '.join(now)}." if now else "Find den regel, der gælder nu."
        return "E412", f"»{said}« gælder ikke længere.", hint
    if holds:
        return (
            "E413",
            f"»{said}« er ikke bekræftet.",
            f"Skriv reglen i ord, eller link til den: [{holds[0].title.lower()}]({holds[0].id}).",
        )
    return (
        "E413",
        f"»{said}« står ikke blandt de regler, som siderne bygger på.",
        "Ret nummeret, skriv reglen i ord, eller lav en post i `law` med kilde og dato for tjek.",
    )


def _name(law: Law) -> str:
    """A rule with its number when that may be printed, else in words."""
    return f"{law.statute} {law.provision}" if law.number_is_sure else f"reglen »{law.title}« (skriv den i ord)"


def _known(project: Project, today: date) -> _Known:
    known = _Known(defaultdict(list), defaultdict(list))
    for entry in project.of_kind("law"):
        law = entry.record
        if not isinstance(law, Law):
            continue
        is_repealed = law.in_force_to is not None and law.in_force_to < today
        for number in _numbers(law.provision):
            paragraph = Paragraph(law.statute.lower(), number)
            if not is_repealed:
                known.today[paragraph].append(law)
                continue
            after = project.entries.get(law.replaced_by or "")
            known.formerly[paragraph] += [after.record] if after and isinstance(after.record, Law) else []
        for old in law.formerly:
            for number in _numbers(old.provision):
                known.formerly[Paragraph(old.statute.lower(), number)].append(law)
    return known


# No Danish act has a thousand paragraphs in a span of its own.
_DIGITS = 3


def _numbers(provision: str) -> Iterator[str]:
    """The paragraphs of `§§ 20-23`, `§§ 50 a-50 c` or `§§ 114-116 og § 120`; which part (`stk.`) is left out."""
    for first, letter, last, last_letter in _EACH.findall(re.sub(r"stk\.\s*[\d-]+", "", provision.lower())):
        if letter and last_letter and last in ("", first):
            yield from (first + chr(code) for code in range(ord(letter), ord(last_letter) + 1))
        elif last and max(len(first), len(last)) <= _DIGITS:
            yield from map(str, range(int(first), int(last) + 1))
        elif last:
            # A slip, not a span: to list what lies between would fill the memory.
            yield from (first, last)
        else:
            yield first + letter


def _nominative(statute: str) -> str:
    """`servicelovens` and `serviceloven` are one statute."""
    name = statute.lower()
    return name if name == "barnets lov" else re.sub(r"lov$", "loven", name)
