"""Checks of texts that are not read as they were written: cut at a comma, or with a quote that has lost its partner."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.schema import Loc
from vejviser.yaml_reader import is_cut_list

_ENDS = (".", "!", "?", ":", ")", "”", '"', "…")


def cut_at_commas(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E115: a sentence in `[…]` that a comma cuts into points of its own."""
    texts = {(entry.id, loc[:-1]) for entry, loc, _ in links.texts}
    lists: dict[tuple[str, Loc], list[tuple[Entry, str]]] = defaultdict(list)
    for passage in links.passages:
        if passage.entry and isinstance(passage.loc[-1], int):
            lists[passage.entry.id, passage.loc[:-1]].append((passage.entry, passage.text))
    for (id_, loc), items in lists.items():
        number = _cut([text for _, text in items], is_prose=(id_, loc) in texts)
        if number is None:
            continue
        entry = items[0][0]
        if is_cut_list(entry.marks, loc, number):
            yield entry.finding(
                (*loc, number),
                "E115",
                f"Teksten er klippet over ved et komma: »{items[number][1][:40]}« er blevet et punkt for sig.",
                'Skriv hvert punkt på sin egen linje efter `- `, eller sæt hele teksten i anførselstegn: "…, …".',
            )


def _cut(texts: Sequence[str], *, is_prose: bool) -> int | None:
    """The first item that goes on with the one before it: it begins in small letters, or only the last one ends."""
    for number, text in enumerate(texts[1:], 1):
        if is_prose and texts[0][:1].isupper() and text[:1].islower():
            return number
        if texts[-1].endswith((".", '."')) and not texts[number - 1].endswith(_ENDS):
            return number
    return None


def lone_quotes(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E115: a text that ends in a quote which nothing opens, or opens one that nothing ends."""
    for passage in links.passages:
        text = passage.text
        # A later point of a list has the quote of a sentence that was cut, which is told of.
        is_later = isinstance((passage.loc or ("",))[-1], int) and passage.loc[-1] != 0
        if (
            passage.entry
            and not is_later
            and text.count('"') % 2
            and (text.startswith('"') or text.endswith(('"', '".')))
        ):
            yield passage.finding(
                0,
                "E115",
                "Teksten har et anførselstegn, som mangler sin makker.",
                'Sæt hele teksten i anførselstegn: "…", eller slet det, der er.',
            )
