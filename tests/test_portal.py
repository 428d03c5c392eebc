"""The pages over many municipalities: made of what each publishes, and each fact at the municipality it is from."""

import json
import re
from collections.abc import Callable
from weakref import ref

import pytest

from markup import faults
from portals import data_of, pages_of, published, rows_of, section, shared_base, shipped_pages
from shipped import NAMES, checked_of, shipped_site
from vejviser.checked import Checked
from vejviser.pages.book import Book
from vejviser.pages.portal import FOLDERS, Collected, files

_FOOT = """
        | status: unconfirmed
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
"""
OFFER = f"""
content/
  by/
    offers/
      hjaelp.yml
        | title: Hjælp & "råd" <nu>
        | target: Unge.
        | referral: {{how: Ring.}}
        | case: unknown
        | assessment: unknown
        | concerns: [angst]
        | ages: {{lowest: 13, highest: 17}}
{_FOOT.strip(chr(10))}
"""

ACCESS = "tilgaengelighed/index.html"


class TestPages:
    """What the pages say."""

    def test_same_again(self) -> None:
        """The same sites give the same bytes, in whatever order they are read."""
        assert shipped_pages() == pages_of(*map(checked_of, reversed(NAMES)))

    def test_every_page_has_a_folder_that_is_ours(self) -> None:
        """No municipality may have the name of a page."""
        assert {uri.split("/")[0] for uri in shipped_pages() if "/" in uri} <= FOLDERS

    def test_links_lead_somewhere(self) -> None:
        """Every link to a municipality's page or within the portal leads to a page, and to a heading that is there."""
        pages = {uri.removesuffix("index.html"): text for uri, text in shipped_pages().items()}
        there = {f"{name}/{row['page'].split('#')[0]}" for name in NAMES for row in rows_of(name)} | set(pages)
        for name in NAMES:
            there |= {
                f"{name}/{page.uri.removesuffix('index.md').removesuffix('.md')}".rstrip("/") + "/"
                for page in shipped_site(name).pages
            }
        for uri, text in pages.items():
            for link in re.findall(r'href="([^"]+)"', text):
                path, _, anchor = link.partition("?")[0].partition("#")
                inside = path.removeprefix("../").removeprefix("/")
                target = inside if path not in ("", "./") else uri if path == "" else ""
                if link.startswith(("tel:", "https://")) or "assets/" in link:
                    continue

                assert target in there, (uri, link)
                # What is chosen in the catalogue stands where a heading would.
                chosen = target == "tilbud/" and "=" in anchor
                assert not anchor or chosen or target not in pages or f'id="{anchor}"' in pages[target], (uri, link)

    @pytest.mark.parametrize("name", NAMES)
    def test_facts_of_its_own(self, name: str) -> None:
        """Under a municipality's heading stand links to its own pages, and none to those of another."""
        others = [other for other in NAMES if other != name]
        for uri in ("hvem-indkalder/index.html", "frister/index.html", "tilbud/index.html"):
            if f'id="{name}"' in shipped_pages()[uri]:
                under = section(shipped_pages()[uri].replace("<p>Kilderne", "<h2>"), name)

                assert f'href="../{name}/' in under
                assert [] == [other for other in others if f"../{other}/" in under]

    def test_who_calls(self) -> None:
        """Each meeting says who calls it, or that the source does not."""
        page = shipped_pages()["hvem-indkalder/index.html"]

        calls = re.search(r'Samarbejdsmøde</a></th>\s*<td data-label="Hvem indkalder">(\w+)', section(page, "ringsted"))

        assert calls
        assert "Leder" == calls[1]
        assert "Kilden siger det ikke" in section(page, "kalundborg")
        assert "Kilden siger det ikke: Den beskriver ikke et møde" in section(page, "rudersdal")

    def test_numbers(self) -> None:
        """A number that all have stands once, one that one has stands with it, and a missing one is said to be."""
        page = shipped_pages()["hvem-ringer-jeg-til/index.html"]
        rows = {row.split('"')[0]: row for row in page.split('<tr id="')[1:]}

        without = [name for name, row in rows.items() if "Finder du ikke nummeret med det samme" in row]
        assert [1, 1 + len(without)] == [page.count("tel:112"), page.count("tel:114")]
        assert all("tel:114" in rows[name] for name in without)
        assert all(f'href="https://www.{name}.dk/"' in rows[name] for name in without)
        assert ["ringsted"] == [name for name, row in rows.items() if "tel:57627378" in row]
        assert "Vi mangler nummeret" in rows["herlev"]

    def test_deadlines(self) -> None:
        """A deadline of the shared content stands once, for all; a municipality's own stand with it."""
        page = shipped_pages()["frister/index.html"]

        assert "senest 24 timer" in section(page, "alle")
        assert "senest 24 timer" not in section(page, "ringsted")
        assert "senest 1 uge før mødet" in section(page, "ringsted")
        assert "Kilden siger ikke noget om egne frister" in section(page, "rudersdal")

    def test_systems(self) -> None:
        """Every model, method and tree is named with the municipality that has it, and words stand where none is."""
        page = shipped_pages()["systemer/index.html"]
        row = page.split('<tr id="rudersdal">')[1].split("</tr>")[0]

        assert "Signs of Safety" in row
        assert "Ingen i kilden" in row
        assert "<strong>Skal jeg underrette?</strong> alle kommuner" in page

    def test_law(self) -> None:
        """A rule has its words, its number when it is sure, its old number and the date; an unsure one is not said."""
        page = shipped_pages()["lov/index.html"]
        sure, unsure = (page.split(f'id="{id_}"')[1].split("<h3")[0] for id_ in ("bl-133", "bl-132"))

        assert "§ 133" in sure
        assert "Tjekket mod lovtekst fra:" in sure
        assert "§ 132" not in unsure
        assert "Paragraffen er ikke bekræftet" in unsure
        assert "Det er ikke afklaret" in unsure
        assert "serviceloven § 152" in unsure

    def test_accessibility(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Who cannot use a page finds each municipality's statement and contact, or that they are lacking."""
        data = json.loads(data_of(checked_of("herlev")))
        place = next(row for row in data["records"] if row["kind"] == "municipality")
        place["accessibility"] = {"statement": "https://www.was.digst.dk/herlev", "contact": "Servicecentret"}
        monkeypatch.setattr("portals.data_of", lambda _: json.dumps(data))
        told, lacking = pages_of(checked_of("herlev"))[ACCESS], shipped_pages()[ACCESS]

        assert lacking.count("erklæringen mangler") == len(NAMES)
        assert '<a href="https://www.was.digst.dk/herlev">' in told
        assert "Henvend dig til: Servicecentret" in told
        assert all('href="../tilgaengelighed/"' in page for uri, page in shipped_pages().items() if uri.count("/") == 1)

    def test_words(self) -> None:
        """The glossary has the meaning and the everyday words of shared terms, and none of a municipality's own."""
        page = shipped_pages()["ordbog/index.html"]
        own = [
            entry.record.title
            for entry in checked_of("kalundborg").project.of_kind("term")
            if "/kalundborg/" in entry.path
        ]

        assert "I daglig tale: kort undersøgelse, lille undersøgelse." in page
        assert own
        assert [] == [title for title in own if f">{title}</h3>" in page]

    def test_catalogue(self) -> None:
        """Every offer of every municipality has a row, which says which municipality it is from."""
        page = shipped_pages()["tilbud/index.html"]
        offers = {name: len([row for row in rows_of(name) if row["kind"] in ("offer", "measure")]) for name in NAMES}

        assert {name: number for name, number in offers.items() if number} == {
            name: page.count(f'data-kommune="{name}"') for name, number in offers.items() if number
        }
        assert "Kilderne nævner ingen tilbud ved navn i" in page

    def test_ready_questions(self) -> None:
        """A ready question is asked when some offer fits, with the values of the catalogue's facets."""
        page = shipped_pages()["tilbud/index.html"]

        assert '#alder=13-15&amp;alder=16-18&amp;bekymring=angst">Tilbud til 13-17-årige med angst</a>' in page

    def test_one_at_a_time(self) -> None:
        """Only one municipality's records are in memory, however many there are."""
        given: list[ref[Book]] = []
        alive = []

        def read(name: str) -> Book:
            book = published(checked_of(name))
            given.append(ref(book))
            alive.append(sum(one() is not None for one in given))
            return book

        collected = Collected(shared_base())
        for name in NAMES:
            collected.add(read(name))
        pages = [len("".join(page.pieces)) for page in files(collected, read)]

        assert all(pages)
        # The one that is read, and the one before it until then.
        assert max(alive) <= 2

    def test_one_alone(self) -> None:
        """A portal over one municipality says its facts too."""
        pages = pages_of(checked_of("ringsted"))

        assert "senest 1 uge før mødet" in section(pages["frister/index.html"], "ringsted")
        assert "I kommunens åbningstid" in pages["hvem-ringer-jeg-til/index.html"]

    def test_least(self, checked: Callable[[str], Checked]) -> None:
        """A municipality with nothing of its own has its place on every page; what it is called is text."""
        bare = pages_of(checked("content/\n"))
        offers = pages_of(checked(OFFER))["tilbud/index.html"]

        assert "Kilderne nævner ingen tilbud ved navn i" in bare["tilbud/index.html"]
        assert "Kilden siger det ikke" in bare["hvem-indkalder/index.html"]
        assert "Hjælp &amp; &#34;råd&#34; &lt;nu&gt;" in offers
        assert "<nu>" not in offers

    def test_many_are_listed_by_letter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """More than a few municipalities stand under their letter."""
        monkeypatch.setattr("vejviser.pages.portal.make._FEW", 3)
        page = pages_of(*map(checked_of, NAMES))["index.html"]

        assert '<h3 id="bogstav-1">H</h3>' in page
        assert '<section class="door">' not in page


def test_markup() -> None:
    """The pages over the municipalities have true headings, cells with names, and nothing that is empty."""
    assert {} == {uri: found for uri, html in shipped_pages().items() if (found := list(faults(html)))}


@pytest.mark.parametrize(
    "html",
    [
        "<p><strong>Husk</strong></p>",
        "<ul> </ul>",
        "<p>## Husk { .minor }</p>",
        "<p>Husk { #husk }</p>",
        "<h1>Et</h1><h3>Tre</h3>",
        '<table><thead><tr><th scope="col">A</th></tr></thead></table>',
        "<table><caption>A</caption><thead><tr><th>A</th></tr></thead></table>",
        "<table><caption>A</caption><tbody><tr><td>A</td></tr></tbody></table>",
    ],
)
def test_markup_faults(html: str) -> None:
    """Each of these is found."""
    assert list(faults(html))
