"""A page for each budget, and what the budgets say of one record."""

from collections.abc import Iterator
from typing import NamedTuple

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.budget import Budget, BudgetLine


class Share(NamedTuple):
    """One record's line in a budget."""

    budget: Budget
    line: BudgetLine


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page with a table for every budget; the years are columns."""
    for entry in book.of_kind("budget"):
        yield writer.page(
            "budget",
            f"oekonomi/{entry.id}.md",
            entry.record.title,
            description=entry.record.summary or "",
            source=entry.path,
            budget=entry.record,
        )


def shares(book: Book) -> dict[str, list[Share]]:
    """The lines of all budgets by the record that they pay for."""
    found: dict[str, list[Share]] = {}
    for entry in book.of_kind("budget"):
        if isinstance(entry.record, Budget):
            for line in entry.record.lines:
                if line.record:
                    found.setdefault(line.record, []).append(Share(entry.record, line))
    return found
