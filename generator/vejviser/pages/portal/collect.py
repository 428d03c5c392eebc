"""Gathers what the pages over many municipalities need, one municipality at a time."""

from dataclasses import dataclass, field

from vejviser.entry import Entry
from vejviser.pages import danish
from vejviser.pages.book import Book
from vejviser.pages.facets import Tally
from vejviser.pages.portal.digest import Digest, digest, said
from vejviser.records.base import Record
from vejviser.records.kinds import shown_on


def spelt(place: str) -> str:
    """The name as it is looked up: `Aa` is an old way to write `Å` in the names of places."""
    return place.replace("Aa", "Å").replace("aa", "å")


@dataclass(slots=True)
class Collected:
    """Digests of the municipalities, each shared record once, and what the offers say in all.

    `base` are the shared records as they are published; what all are told stands in the words of these.
    """

    base: dict[str, Entry]
    tally: Tally = field(default_factory=Tally)
    _sites: list[Digest] = field(default_factory=list)
    _shared: dict[str, Record] = field(default_factory=dict)

    def add(self, book: Book) -> None:
        """Take what is needed from a municipality's records; nothing else of them is kept."""
        self._sites.append(digest(book))
        for one in said(book):
            self.tally.add(one)
        for kind in (*shown_on("lov/"), *shown_on("ordbog/")):
            for entry in book.project.of_kind(kind):
                if entry.shared:
                    self._shared[entry.id] = self.base[entry.id].record

    @property
    def sites(self) -> list[Digest]:
        """In Danish alphabetical order."""
        return sorted(self._sites, key=lambda site: (danish.sort_key(spelt(site.title)), site.id))

    def shared(self, kind: str) -> list[Record]:
        """The shared records of a kind, in Danish alphabetical order."""
        found = (record for record in self._shared.values() if record.kind == kind)
        return sorted(found, key=lambda record: (danish.sort_key(record.title), record.id))
