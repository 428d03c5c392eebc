"""Everything by the concern it is about: the way in for a reader who knows what worries them and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from vejviser.pages import danish
from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.kinds import KINDS

URI = "bekymringer.md"


@dataclass(slots=True)
class Concern:
    """A concern in words, and the ids of what answers it under each heading."""

    title: str
    answers: dict[str, list[str]] = field(default_factory=dict)


def concerns(book: Book) -> list[Concern]:
    """Every concern of the municipality's records once, in Danish alphabetical order."""
    found: dict[str, Concern] = {}
    for name, kind in KINDS.items():
        for entry in book.of_kind(name) if kind.concern else ():
            for said in dict.fromkeys(concern.lower() for concern in entry.record.concerns):
                concern = found.setdefault(said, Concern(said[0].upper() + said[1:]))
                concern.answers.setdefault(kind.concern, []).append(entry.id)
    return sorted(found.values(), key=lambda concern: danish.sort_key(concern.title))


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The page of concerns, when the municipality has something of its own to answer them with."""
    if not book.has(URI):
        return
    letters: dict[str, list[Concern]] = {}
    for concern in concerns(book):
        letters.setdefault(danish.letter(concern.title), []).append(concern)
    yield writer.page(
        "concerns",
        URI,
        "Find hjælp ud fra bekymringen",
        letters=list(letters.items()),
        description="Find det, der handler om netop det, du er bekymret for.",
    )
