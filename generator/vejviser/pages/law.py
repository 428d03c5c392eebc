"""The law behind the pages."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.law import Law


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """Every provision that the site rests on, by statute."""
    laws = book.all(Law)
    yield writer.page(
        "law",
        "lov.md",
        "Lov",
        statutes=by_statute(laws),
        checked_where=sorted({law.checked_where for law in laws if law.checked_where}),
        description="Reglerne bag siderne, og hvornår de er tjekket.",
    )


def by_statute(laws: list[Law]) -> list[tuple[str, list[Law]]]:
    """Provisions under their statutes, in order of number; those whose number is not sure come last."""
    statutes: dict[str, list[Law]] = {}
    for law in sorted(laws, key=lambda law: (not law.number_is_sure, _number(law.provision), law.id)):
        statutes.setdefault(law.statute, []).append(law)
    return sorted(statutes.items())


def _number(provision: str) -> int:
    digits = "".join(char if char.isdigit() else " " for char in provision).split()
    return int(digits[0]) if digits else 0
