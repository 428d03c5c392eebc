"""Every edge of every tree, taken with keys alone: where it leads, what is shown there, and that it leaves no trace."""

import re

import pytest
from playwright.sync_api import Page

from browser.conftest import OpenPage, Site, SiteOf
from browser.reader import NOTHING_STORED, answer, place, press_button, stored, tick, wait_for_tree, watch
from browser.trees import MAIN, SHIPPED, edge_cover, edge_of, flow_of, headings, places, positions, restart, walk
from vejviser.pages.book import Book
from vejviser.pages.danish import span
from vejviser.records.meeting import MeetingType, Notification
from vejviser.records.tree import Tree
from vejviser.trees.edges import edges
from vejviser.trees.paths import paths
from vejviser.trees.rules import Answer, Flow

pytestmark = pytest.mark.browser

# The walks are shared out over the processes that run tests, and over screens of three widths.
WIDTHS = (1280, 360, 320)
CHUNKS = {"jeg-er-bekymret": 6, "hvilket-tilbud-passer": 6}
WALKS = [(*tree, chunk) for tree in SHIPPED for chunk in range(CHUNKS.get(tree[1], 3))]


def step_on(page: Page, flow: Flow, here: str, given: Answer | None) -> None:
    """Answer a question or go on after an outcome, with keys alone."""
    if given is None:
        press_button(page, flow.tree.outcomes[here].continue_label or "Gå videre")
    elif isinstance(given, str):
        answer(page, positions(flow, here, given)[0])
    else:
        tick(page, positions(flow, here, given))


@pytest.mark.parametrize(("municipality", "id_"), SHIPPED)
def test_walks_take_every_edge(municipality: str, id_: str, site_of: SiteOf) -> None:
    """The paths that are walked with keys take every edge of the tree, doubt among them."""
    flow = flow_of(site_of(municipality), id_)
    taken = {edge_of(step) for path in edge_cover(flow) for step in path.steps}

    assert {(edge.question, edge.branch, edge.rule) for edge in edges(flow)} == taken


@pytest.mark.parametrize(("municipality", "id_", "chunk"), WALKS)
def test_every_edge(municipality: str, id_: str, chunk: int, site_of: SiteOf, open_page: OpenPage) -> None:
    """Each step has its heading in focus and in the title; nothing is fetched, stored or put into the address."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    words = headings(flow)
    walked = edge_cover(flow)[chunk::CHUNKS.get(id_, 3)]
    url = f"{site.address}beslutningstrae/{id_}/"
    page = open_page(url, width=WIDTHS[chunk % len(WIDTHS)], height=900)
    wait_for_tree(page)
    page.wait_for_load_state("networkidle")
    seen = watch(page)
    title = page.title()

    for path in walked:
        for number, (at, given) in enumerate(places(flow, path)):
            here = place(page)
            assert (at, url, ["step"]) == (here["step"], here["url"], here["remembered"]), path
            if number > 0:  # the first step is shown without being asked for, so focus stays where it was
                assert (words[at], f"{words[at]} – {title}") == (here["heading"], here["title"]), path
            if at != path.outcome:
                step_on(page, flow, at, given)
        # Many stops away at an outcome; that keys come there is seen once.
        if path is walked[0]:
            press_button(page, "Start forfra")
        restart(page)

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
        words |= {record.consent.short} | {span(item) for item in record.deadlines}
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
