"""What the catalogue of offers should show, worked out from the records, and what it does show."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from browser.conftest import Site
from vejviser.pages.facets import Marks, facets
from vejviser.records.offer import Offer

Chosen = dict[str, list[str]]
# All in one step: a list that is asked for link by link may change in between.
_SEEN = 'links => links.filter(link => link.checkVisibility()).map(link => link.getAttribute("href"))'
_COUNTS = """(labels) => labels.map((label) =>
  [label.control.name, label.control.value, label.querySelector(".catalogue__count").textContent])"""


def marks_of(site: Site) -> Marks:
    """What every offer has of each facet."""
    records = [entry.record for kind in ("offer", "measure") for entry in site.book.of_kind(kind)]
    return facets(site.book, [record for record in records if isinstance(record, Offer)])[1]


def fitting(marks: Marks, chosen: Chosen) -> list[str]:
    """The ids that fit, found in another way than the page does: the values of a facet widen, the facets narrow."""
    left = set(marks)
    for name, values in chosen.items():
        if name == "alder":
            wanted = {year for value in values if value != "oplyst" for year in years(value)}
            of = {id_: years(some["alder"]) for id_, some in marks.items() if "alder" in some}
            left &= {id_ for id_ in marks if (not wanted or wanted & of[id_] if id_ in of else "oplyst" not in values)}
        else:
            left &= {id_ for id_, some in marks.items() if set(values) & set(some.get(name, "").split())}
    return sorted(left)


def years(span: str) -> set[int]:
    """The whole years of a span."""
    ends = [int(end) for end in span.split("-")]
    return set(range(ends[0], ends[-1] + 1))


def box(page: Page, name: str, value: str) -> Locator:
    """The box to tick for a value of a facet."""
    return page.locator(f'.catalogue input[name="{name}"][value="{value}"]')


def listed(page: Page) -> list[str]:
    """The ids in the list as it is seen, once the script has read the address."""
    expect(page.locator(".catalogue__status")).not_to_be_empty()
    return listed_as_served(page)


def listed_as_served(page: Page) -> list[str]:
    """The ids in the list as it is seen, whether or not there is a script."""
    hrefs = page.locator(".table tbody th a").evaluate_all(_SEEN)
    return sorted(href.rstrip("/").rsplit("/", 1)[-1] for href in hrefs)


def address_of(page: Page) -> Chosen:
    """What is chosen, as the address has it."""
    return parse_qs(urlsplit(page.url).fragment)


def wrong_counts(page: Page, marks: Marks, chosen: Chosen) -> list[tuple[str, str, str, int]]:
    """The choices whose count is not what their value gives beside the other facets."""
    expect(page.locator(".catalogue__status")).not_to_be_empty()
    found = page.locator(".catalogue__choice").evaluate_all(_COUNTS)
    wrong = []
    for name, value, count in found:
        kept = ["oplyst"] if "oplyst" in chosen.get(name, []) and value != "oplyst" else []
        would = len(fitting(marks, {**chosen, name: [value, *kept]}))
        if f"({would})" != count:
            wrong.append((name, value, count, would))
    assert found
    return wrong
