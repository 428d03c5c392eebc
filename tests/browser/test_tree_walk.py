"""Every path through both trees, walked with keys alone: where it ends, what it shows, and that it leaves no trace."""

import re
from collections.abc import Iterator

import pytest

from browser.conftest import OpenPage
from browser.reader import NOTHING_STORED, answer, place, press_button, stored, wait_for_tree, watch
from vejviser.pages.book import Book
from vejviser.pages.danish import span
from vejviser.records.meeting import MeetingType, Notification
from vejviser.records.tree import Tree
from vejviser.trees.paths import Path, paths

pytestmark = pytest.mark.browser

TREES = ("jeg-er-bekymret", "skal-jeg-underrette")
CHUNKS = 3


def tree_of(book: Book, id_: str) -> Tree:
    record = book.get(id_).record
    assert isinstance(record, Tree)
    return record


def paths_to_walk(tree: Tree) -> list[Path]:
    """Every path without doubt, and for each doubt one path: it leads where the answer it counts as leads."""
    doubts = {(node.choice, option.id) for node in tree.nodes for option in node.options if option.counts_as}
    certain = [path for path in paths(tree) if not doubts.intersection(path.answers)]
    return certain + [
        next(path for path in paths(tree) if doubts.intersection(path.answers) == {doubt}) for doubt in sorted(doubts)
    ]


def steps(tree: Tree, path: Path) -> Iterator[tuple[str, int | None]]:
    """The places of a path in order, each with the position of the answer given there; None where none is given."""
    nodes = {node.choice: node for node in tree.nodes}
    passed = list(path.passed)
    for question, chosen in path.answers:
        while passed and tree.outcomes[passed[0]].continue_at == question:
            yield passed.pop(0), None
        yield question, [option.id for option in nodes[question].options].index(chosen)
    yield path.outcome, None


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("id_", TREES)
def test_every_path(id_: str, chunk: int, book: Book, address: str, open_page: OpenPage) -> None:
    """Each step has its heading in focus and in the title; nothing is fetched, stored or put into the address."""
    tree = tree_of(book, id_)
    headings = {node.choice: f"{number}. {node.ask}" for number, node in enumerate(tree.nodes, 1)}
    headings |= {key: outcome.title for key, outcome in tree.outcomes.items()}
    url = f"{address}beslutningstrae/{id_}/"
    page = open_page(url)
    wait_for_tree(page)
    page.wait_for_load_state("networkidle")
    seen = watch(page)
    title = page.title()

    for path in paths_to_walk(tree)[chunk::CHUNKS]:
        walk = list(steps(tree, path))
        for number, (at, position) in enumerate(walk):
            here = place(page)
            assert (at, url, ["step"]) == (here["step"], here["url"], here["remembered"]), path
            if number > 0:  # the first step is shown without being asked for, so focus stays where it was
                assert (headings[at], f"{headings[at]} – {title}") == (here["heading"], here["title"]), path
            if position is not None:
                answer(page, position)
            elif at != path.outcome:
                press_button(page, tree.outcomes[at].continue_label or "Gå videre")
        press_button(page, "Start forfra")

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


@pytest.mark.parametrize("id_", TREES)
def test_outcomes_say_what_the_records_say(id_: str, book: Book, address: str, open_page: OpenPage) -> None:
    """Whoever comes to an outcome reads on the same screen what its record says."""
    tree = tree_of(book, id_)
    page = open_page(f"{address}beslutningstrae/{id_}/")
    wait_for_tree(page)
    for outcome in tree.outcomes:
        shortest = min((path for path in paths(tree) if path.outcome == outcome), key=lambda path: len(path.answers))
        for at, position in steps(tree, shortest):
            if position is not None:
                answer(page, position)
            elif at != outcome:
                press_button(page, tree.outcomes[at].continue_label or "Gå videre")
        shown = re.sub(r"\s+", " ", page.locator(".outcome:visible").inner_text())
        press_button(page, "Start forfra")

        assert not [words for words in promised(book, tree, outcome) if words not in shown], outcome
