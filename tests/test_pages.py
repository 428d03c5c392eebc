"""The pages of the shipped content: what must stand on them, and what never may."""

import json
import posixpath
import re

import pytest

from projects import MUNICIPALITY, TODAY
from shipped import NAMES, shipped_site
from vejviser.checked import Checked
from vejviser.entry import Entry
from vejviser.links import Use
from vejviser.pages.address import address, relative, url
from vejviser.pages.book import Book
from vejviser.pages.site import Site
from vejviser.records.kinds import KINDS, has_own_page
from vejviser.records.law import Law

# Kinds whose page lists everything that names them, and kinds that are not listed there.
_LISTING = {"meeting_type", "notification", "offer", "measure", "model", "method", "role"}
_NOT_LISTED = {"municipality", "source", "thesaurus", "law", "sign", "term"}
_LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.fixture(name="site", scope="module")
def _site() -> Site:
    return shipped_site(MUNICIPALITY)


@pytest.fixture(name="text", scope="module")
def _text(site: Site) -> dict[str, str]:
    return {page.uri: page.text for page in site.pages}


@pytest.fixture(name="links", scope="module")
def _links(text: dict[str, str]) -> dict[str, set[tuple[str, str]]]:
    """The inner links of every page as (page, anchor)."""
    return {
        uri: {_resolved(link, uri) for link in _LINK.findall(body) if ":" not in link} for uri, body in text.items()
    }


def _resolved(link: str, uri: str) -> tuple[str, str]:
    path, _, anchor = link.partition("#")
    return (posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri), anchor


class TestAddresses:
    """Where things stand."""

    def test_page_for_every_record(self, shipped: Checked, text: dict[str, str]) -> None:
        """Every record has a page, or an anchor on a shared one; words for the search and uncited sources have none."""
        cited = [
            entry
            for entry in shipped.project.entries.values()
            if entry.kind != "thesaurus"
            if entry.kind != "source" or any(other.kind != "source" for other in shipped.links.sources_of(entry.id))
        ]

        for entry in cited:
            page, anchor = address(entry)

            assert page in text
            assert not anchor or f"{{ #{anchor} }}" in text[page] or f'id="{anchor}"' in text[page], entry.id

    def test_links_lead_to_pages(self, site: Site, links: dict[str, set[tuple[str, str]]]) -> None:
        """No link leads to a page or a file that is not there."""
        there = {*links, *(file.uri for file in site.files)}

        assert [] == sorted((uri, target) for uri, found in links.items() for target, _ in found if target not in there)

    def test_no_page_is_left_out(self, site: Site) -> None:
        """Every page is in the navigation, and the navigation has nothing else."""

        def leaves(items: list[object]) -> list[str]:
            return [
                leaf
                for item in items
                for leaf in (
                    [item]
                    if isinstance(item, str)
                    else leaves([*item.values()])
                    if isinstance(item, dict)
                    else leaves(item)
                    if isinstance(item, list)
                    else []
                )
            ]

        assert sorted(page.uri for page in site.pages) == sorted(set(leaves(site.nav)))

    @pytest.mark.parametrize(
        ("target", "page", "link", "shown"),
        [
            ("moeder/a.md", "index.md", "moeder/a.md", "moeder/a/"),
            ("index.md", "moeder/a.md", "../index.md", ""),
            ("moeder/index.md", "moeder/a.md", "index.md", "moeder/"),
            ("lov.md", "lov.md", "lov.md", "lov/"),
        ],
    )
    def test_forms(self, target: str, page: str, link: str, shown: str) -> None:
        """A link is relative to its page; an address is what a reader sees."""
        assert (link, shown) == (relative(target, page), url(target))
        assert f"{link if target != page else ''}#a" == relative(f"{target}#a", page)


class TestBothWays:
    """Every reference can be followed from both ends."""

    def test_forwards(self, shipped: Checked, links: dict[str, set[tuple[str, str]]]) -> None:
        """A page links to everything its record names; for whom it is written is for the front page and search."""

        def shown(use: Use) -> bool:
            page, target = address(use.entry)[0], address(shipped.project.entries[use.target])
            return target in links[page] or target[0] == page

        hidden = {("audience",)}
        missing = [
            (use.entry.id, use.loc, use.target)
            for use in shipped.links.uses
            if use.entry.kind in _LISTING | {"tree"} and use.loc[:1] not in hidden and not shown(use)
        ]

        assert [] == missing

    def test_backwards(self, shipped: Checked, links: dict[str, set[tuple[str, str]]]) -> None:
        """A page links to everything that names its record, but for the child's: a child is sent to no adult's page."""
        entries = [e for e in shipped.project.entries.values() if e.kind in _LISTING and e.id != "barn"]
        missing = [
            (entry.id, other.id)
            for entry in entries
            for other in shipped.links.sources_of(entry.id)
            if other.kind not in _NOT_LISTED and address(other) not in links[address(entry)[0]]
        ]

        assert [] == missing


def _facts(text: str) -> dict[str, str]:
    """The questions and answers of a page's first fact card."""
    card = text.split('<div class="facts" markdown>', 1)[1].split("</div>", 1)[0]
    return dict(re.findall(r"^(\S[^\n]*)\n: +(.+?)(?=\n\n\S|\Z)", card.strip(), re.DOTALL | re.MULTILINE))


class TestMeetings:
    """What must be found on every meeting's page."""

    def test_facts(self, shipped: Checked, text: dict[str, str]) -> None:
        """Who calls, who comes, consent and deadline stand in the card at the top."""
        wanted = {"Hvem indkalder", "Hvem kommer", "Samtykke", "Frist"}
        lacking = {
            entry.id: wanted - set(_facts(text[address(entry)[0]])) for entry in shipped.project.of_kind("meeting_type")
        }

        assert {} == {id_: words for id_, words in lacking.items() if words}

    def test_card_is_above_the_text(self, shipped: Checked, text: dict[str, str]) -> None:
        """The card stands before the first heading of the page's text."""
        for entry in shipped.project.of_kind("meeting_type"):
            page = text[address(entry)[0]]

            assert page.index('<div class="facts" markdown>') < page.index("\n## ")

    def test_variant_takes_what_it_leaves_out(self, shipped: Checked, text: dict[str, str]) -> None:
        """A form of a meeting has its parent's caller when it names none, and keeps its own deadlines."""
        book = Book(shipped.project, shipped.links, TODAY)
        variants = [
            entry for entry in shipped.project.of_kind("meeting_type") if getattr(entry.record, "variant_of", None)
        ]
        silent = [entry for entry in variants if "calls" not in entry.record.model_fields_set]

        assert silent
        for entry in variants:
            parent = book.meeting(getattr(entry.record, "variant_of", ""))
            meeting = book.meeting(entry.id)
            assert (parent.calls if entry in silent else getattr(entry.record, "calls", None)) == meeting.calls
            assert entry.record.title == meeting.title
            assert "{ #former }" in text[f"moeder/{parent.id}.md"]


class TestNeverPrinted:
    """What must not get out."""

    def test_unsure_law_numbers(self, shipped: Checked, text: dict[str, str]) -> None:
        """The only numbers printed are those of provisions that are sure, and the old numbers they had."""
        laws = [entry.record for entry in shipped.project.of_kind("law") if isinstance(entry.record, Law)]
        unsure = [law.provision for law in laws if not law.number_is_sure]
        known = {law.provision for law in laws if law.number_is_sure}
        known |= {old.provision.split(",")[0] for law in laws for old in law.formerly}
        allowed = re.compile("|".join(rf"{re.escape(number)}(?!\d)" for number in sorted(known, key=len, reverse=True)))

        assert unsure
        for uri, body in text.items():
            assert [] == re.findall(r"§+ *\d.{20}", allowed.sub("", body)), uri
            assert [] == [
                number for number in unsure if "§" in number and re.search(rf"{re.escape(number)}(?!\d)", body)
            ], uri

    def test_internal_notes(self, shipped: Checked, site: Site) -> None:
        """No sentence of an internal note is on any page, in the navigation, in any file or given to the theme."""
        published = " ".join(
            [
                *(page.text for page in site.pages),
                *(file.text for file in site.files),
                json.dumps([site.nav, site.extra], ensure_ascii=False),
            ]
        )
        published = " ".join(published.split())
        notes = [entry.record.internal_note for entry in shipped.project.entries.values() if entry.record.internal_note]
        sentences = [sentence for note in notes for sentence in re.split(r"(?<=\.)\s+", " ".join(note.split()))]

        assert len(sentences) > 50
        assert [] == [sentence for sentence in sentences if len(sentence) > 30 and sentence in published]

    def test_no_python(self, text: dict[str, str]) -> None:
        """No None, empty list or object of Python's is printed."""
        assert [] == [
            uri for uri, body in text.items() if re.search(r"\bNone\b|\[\]|<vejviser|Undefined|\bTrue\b", body)
        ]


def test_every_paged_kind_is_shipped(shipped: Checked) -> None:
    """The shipped content holds every kind that has pages, so that the tests here see them all."""

    def kinds(entries: list[Entry]) -> set[str]:
        return {entry.kind for entry in entries}

    # Ringsted's papers hold no budget; `test_budgets` draws one.
    assert {kind for kind in KINDS if has_own_page(kind)} - {"budget"} <= kinds(list(shipped.project.entries.values()))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_meant_for_markdown(name: str) -> None:
    """`markdown="0"` is left in the page for the browser, and HTML needs no word to be left alone."""
    assert [] == [page.uri for page in shipped_site(name).pages if 'markdown="0"' in page.text]
