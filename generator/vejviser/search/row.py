"""A document as the browser gets it: what is shown of it, without the words of its text."""

from typing import Any, NamedTuple


class Row(NamedTuple):
    """In JSON a list in this order, which `search_engine.js`, `search_all.js` and `search_packing.js` read."""

    url: str
    # In an index the number of the kind, over many municipalities its name.
    kind: int | str
    title: str
    lead: str
    # Other names, with `|` between them.
    terms: str
    facts: list[str]
    # The youngest and the oldest that it is for; 0 when it does not say.
    ages: tuple[int, int] | list[int] | int
    # The anchor and the words of each heading.
    headings: list[list[str]]


def rows(index: dict[str, Any]) -> list[Row]:
    """The documents of an index that was read."""
    return [Row(*row) for row in index["documents"]]
