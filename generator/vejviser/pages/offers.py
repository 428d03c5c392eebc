"""The catalogue of offers and measures, and a page for each."""

from collections.abc import Iterator

from vejviser.pages import danish
from vejviser.pages.book import Book
from vejviser.pages.budgets import shares
from vejviser.pages.facets import as_script, facets
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.offer import Offer


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The catalogue, then the offers and the measures."""
    offers, measures = book.of_kind("offer"), book.of_kind("measure")
    if not offers and not measures:
        return
    both = bool(offers and measures)
    title = "Tilbud og støttende indsatser" if both else "Tilbud" if offers else "Støttende indsatser"
    listed = [[entry.record for entry in some if isinstance(entry.record, Offer)] for some in (offers, measures)]
    found, marks = facets(book, [offer for some in listed for offer in some])
    noun = "tilbud og indsatser" if both else "tilbud" if offers else "indsatser"
    yield writer.page(
        "offers",
        "tilbud/index.md",
        title,
        description="Hvem de er for, og hvordan man får dem.",
        both=both,
        offers=_groups(listed[0]),
        measures=_groups(listed[1]),
        marks=marks,
        facets=as_script(found, noun),
    )
    paid = shares(book)
    for folder, entries in (("tilbud", offers), ("indsatser", measures)):
        for entry in entries:
            yield writer.page(
                "offer",
                f"{folder}/{entry.id}.md",
                entry.record.title,
                description=entry.record.summary or "",
                source=entry.path,
                offer=entry.record,
                shares=paid.get(entry.id, []),
            )


def _groups(offers: list[Offer]) -> list[tuple[str | None, list[Offer]]]:
    """The offers under their group's heading, in alphabetical order; those without a group come first."""
    found: dict[str | None, list[Offer]] = {}
    for offer in offers:
        found.setdefault(offer.group, []).append(offer)
    return sorted(found.items(), key=lambda item: danish.sort_key(item[0] or ""))
