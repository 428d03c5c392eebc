"""The catalogue of offers and measures, and a page for each."""

from collections.abc import Iterator, Sequence

from vejviser.pages import danish
from vejviser.pages.address import address
from vejviser.pages.book import Book
from vejviser.pages.budgets import shares
from vejviser.pages.facets import as_script, facets
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.measure import Measure
from vejviser.records.offer import Offer


def overview(book: Book, writer: Writer) -> Iterator[Page]:
    """The catalogue."""
    offers, measures = book.all(Offer), book.all(Measure)
    both = bool(offers and measures)
    title = "Tilbud og støttende indsatser" if both else "Tilbud" if offers else "Støttende indsatser"
    found, marks = facets(book, [*offers, *measures])
    noun = "tilbud og indsatser" if both else "tilbud" if offers else "indsatser"
    yield writer.page(
        "offers",
        "tilbud/index.md",
        title,
        description="Hvem de er for, og hvordan man får dem.",
        both=both,
        offers=_groups(offers),
        measures=_groups(measures),
        marks=marks,
        facets=as_script(found, noun),
    )


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page for each offer and measure."""
    paid = shares(book)
    for kind in ("offer", "measure"):
        for entry in book.of_kind(kind):
            yield writer.page(
                "offer",
                address(entry)[0],
                entry.record.title,
                description=entry.record.summary or "",
                source=entry.path,
                offer=entry.record,
                shares=paid.get(entry.id, []),
            )


def _groups(offers: Sequence[Offer]) -> list[tuple[str | None, list[Offer]]]:
    """The offers under their group's heading, in alphabetical order; those without a group come first."""
    found: dict[str | None, list[Offer]] = {}
    for offer in offers:
        found.setdefault(offer.group, []).append(offer)
    return sorted(found.items(), key=lambda item: danish.sort_key(item[0] or ""))
