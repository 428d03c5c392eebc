"""What a reader in a hurry meets on a page: the answer first, nothing twice, nothing long unfolded."""

import re

import pytest

from projects import MUNICIPALITY, TODAY
from shipped import checked_of, shipped_site
from vejviser.checked import Checked
from vejviser.pages.book import Book
from vejviser.records.offer import Offer


def _texts(name: str) -> dict[str, str]:
    return {page.uri: page.text for page in shipped_site(name).pages}


@pytest.fixture(name="text", scope="module")
def _text() -> dict[str, str]:
    return _texts(MUNICIPALITY)


@pytest.fixture(name="offers", scope="module")
def _offers() -> dict[str, tuple[Offer, str]]:
    """Every offer with its page."""
    text, entries = _texts("kalundborg"), checked_of("kalundborg").project.of_kind("offer")
    offers = [entry.record for entry in entries if isinstance(entry.record, Offer)]
    return {offer.id: (offer, text[f"tilbud/{offer.id}.md"]) for offer in offers}


def _card(page: str) -> str:
    """The first fact card."""
    return page.split('<div class="facts" markdown>', 1)[1].split("</div>", 1)[0]


class TestOffers:
    """An offer's page."""

    def test_whom_it_is_for(self, offers: dict[str, tuple[Offer, str]]) -> None:
        """The card holds the opening only; all of it has a heading of its own below."""
        long = {id_: page for id_, (offer, page) in offers.items() if "\n" in offer.target}

        assert {"foenix", "cafe-ungeliv", "red-barnet-oplevelsesklub"} <= set(long)
        assert [] == [id_ for id_, page in long.items() if "\n    - " in _card(page)]
        assert set(long) == {id_ for id_, (_, page) in offers.items() if "## Hvem det er for {" in page}
        assert "mindst ét af syv punkter …" in _card(long["red-barnet-oplevelsesklub"])

    def test_what_is_not_known(self, offers: dict[str, tuple[Offer, str]]) -> None:
        """What the source does not say of the price, anonymity and coming by oneself is said in one line."""
        page = offers["bekymringssamtale"][1].split("## Det praktiske", 1)[1].split("\n## ", 1)[0]

        assert 1 >= page.count("Ikke oplyst")
        assert ["Ikke oplyst:** om det er gratis, og om man kan være anonym"] == re.findall(
            r"Ikke oplyst:\*\* om det er gratis, og .*", offers["foenix"][1]
        )


class TestMeetings:
    """A meeting's page and the page of all meetings."""

    def test_no_caller(self) -> None:
        """When nobody has said who calls a meeting, the card says so: it is the first thing that is asked."""
        assert "Hvem indkalder\n:   Ikke oplyst" in _card(_texts("kalundborg")["moeder/forum-115.md"])

    def test_one_side(self, text: dict[str, str]) -> None:
        """The participants are parted into family, hosts and others only when there is more than one of these."""
        assert "### Dem, der holder mødet" in text["moeder/samarbejdsmoede.md"]
        assert "### Dem, der holder mødet" not in text["moeder/teammoede.md"]

    def test_nothing_twice(self, text: dict[str, str]) -> None:
        """The second card leaves out who calls and who leads, unless there is something to add."""
        same = {"Indkalder": "Hvem indkalder", "Leder mødet": "Hvem leder mødet"}
        for uri in (uri for uri in text if uri.startswith("moeder/") and "facts--small" in text[uri]):
            first, second = (card.split("</div>")[0] for card in re.split(r'<div class="facts.*?>', text[uri])[1:3])
            answers = dict(re.findall(r"^(\S.*)\n: +(.*)", first, re.MULTILINE))
            for words, answer in re.findall(r"^(\S.*)\n: +(.*)", second, re.MULTILINE):
                assert answer != answers.get(same.get(words)), uri

    def test_order(self, shipped: Checked, text: dict[str, str]) -> None:
        """The ladder is told from its first step, and the forms of a meeting as the meeting itself names them."""
        book = Book(shipped.project, shipped.links, TODAY)
        forms = [meeting.id for meeting in book.variants("boerne-og-familiemoede")]
        steps = re.findall(r"\*\*Trin (\d):", text["moeder/index.md"])

        assert ["bf-vidensindsamling", "bf-samarbejde", "bf-professionelt", "bf-opstart", "bf-opfoelgning"] == forms
        assert ["1", "2", "3", "4", "5"] == steps


class TestLongLists:
    """Lists that few readers need are folded."""

    def test_sources(self, text: dict[str, str]) -> None:
        """What must be settled, confirmed and reviewed does not stand between the sources and the data."""
        shown = re.sub(r"<details.*?</details>", "", text["kilder.md"], flags=re.DOTALL)

        assert text["kilder.md"].count("\n- ") > 100
        assert shown.count("\n- ") < 30

    def test_mentions(self, text: dict[str, str]) -> None:
        """Many pages that name a record are a list that can be unfolded."""
        assert re.search(r"<summary>Nævnes også på \d\d sider</summary>", text["roller/laerer.md"])
        assert 6 >= max(
            len(re.findall(r"\]\(", line))
            for page in text.values()
            for line in page.split("\n")
            if line.startswith("Nævnes også på:")
        )


def test_index_names_the_word(text: dict[str, str]) -> None:
    """Another name of a word leads to the word by name, not only to the glossary."""
    assert re.search(r"^- \[16 år plan → Ungeplan \(ordliste\)\]", text["a-aa.md"], re.MULTILINE)
