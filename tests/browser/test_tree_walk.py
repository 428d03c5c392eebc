"""Every edge of every tree, taken with keys alone on screens of three widths, and what outcomes say."""

import re

import pytest

from browser.conftest import OpenPage, Site, SiteOf
from browser.explorer import Explorer, joined
from browser.reader import NOTHING_STORED, place, press_button, stored, wait_for_tree, watch
from browser.trees import MAIN, SHIPPED, WIDTHS, edge_cover, edge_of, flow_of, headings, open_tree, restart, walk
from vejviser.pages.book import Book
from vejviser.pages.danish import span
from vejviser.records.meeting import MeetingType
from vejviser.records.notification import Notification
from vejviser.records.tree import Tree
from vejviser.trees.edges import edges
from vejviser.trees.paths import paths

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_walks_take_every_edge(municipality: str, id_: str, site_of: SiteOf) -> None:
    """The paths that are walked with keys take every edge of the tree, doubt among them."""
    flow = flow_of(site_of(municipality), id_)
    taken = {edge_of(step) for path in edge_cover(flow) for step in path.steps}

    assert {(edge.question, edge.branch, edge.rule) for edge in edges(flow)} == taken


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_every_edge(municipality: str, id_: str, width: int, site_of: SiteOf, open_page: OpenPage) -> None:
    """Each step has its heading in focus; nothing is fetched, stored, or put into the address, title or history."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    words = headings(flow)
    page = open_tree(site, id_, open_page, width=width)
    seen = watch(page)
    url, title = page.url, page.title()

    def look(step: str) -> None:
        here = place(page)
        assert (step, words[step]) == (here["step"], here["heading"])
        assert re.fullmatch(rf"(Resultat|Spørgsmål \d+) – {re.escape(title)}", here["title"])
        assert (url, ["step"]) == (here["url"], here["remembered"])

    explorer = Explorer(page, flow, look)

    explorer.explore(joined(flow, edge_cover(flow)))

    assert len(edge_cover(flow)) == len(explorer.reached)
    walk(page, flow, edge_cover(flow)[0])
    press_button(page, "Start forfra")
    look(flow.start)
    assert ([], []) == (seen.requests, seen.errors)
    assert NOTHING_STORED == stored(page)


def promised(book: Book, tree: Tree, outcome_id: str) -> set[str]:
    """What an outcome must say, taken from the records: who calls, who comes, consent, deadlines, law and phones."""
    outcome = tree.outcomes[outcome_id]
    record = book.get(outcome.record).record
    names = {book.get(id_).record.title for id_ in outcome.contact}
    words = {outcome.title, f"Du {outcome.force}", *(item.act for item in outcome.do), *map(book.law_name, outcome.law)}
    callable_ids = list(outcome.contact)
    if isinstance(record, MeetingType):
        meeting = book.meeting(record.id)
        called = meeting.calls.who if meeting.calls else []
        coming = [person.who for person in meeting.participants if person.presence == "required"]
        names |= {book.get(id_).record.title for id_ in (*called, *coming)}
        words |= {meeting.consent.short} if meeting.consent else set()
        words |= {span(item) for item in meeting.deadlines} or {"Ingen fast frist"}
    elif isinstance(record, Notification):
        # What would be wrong on the way here is hidden.
        words |= {record.consent.short} - ({record.consent.short} if "consent" in outcome.hide else set())
        words |= {span(item) for item in record.deadlines}
        callable_ids += record.call
    contacts = (getattr(book.get(id_).record, "contact", None) for id_ in callable_ids)
    return words | names | {phone.number for contact in contacts if contact for phone in contact.phones if phone.number}


@pytest.mark.parametrize("id_", MAIN)
def test_outcomes_say_what_the_records_say(id_: str, site: Site, open_page: OpenPage) -> None:
    """Whoever comes to an outcome reads on the same screen what its record says."""
    flow = flow_of(site, id_)
    every = list(paths(flow))
    page = open_page(f"{site.address}beslutningstrae/{id_}/")
    wait_for_tree(page)
    for outcome in flow.tree.outcomes:
        shortest = min((path for path in every if path.outcome == outcome), key=lambda path: len(path.steps))
        walk(page, flow, shortest)
        shown = re.sub(r"\s+", " ", page.locator(".outcome:visible").inner_text())
        restart(page)

        assert not [words for words in promised(site.book, flow.tree, outcome) if words not in shown], outcome
