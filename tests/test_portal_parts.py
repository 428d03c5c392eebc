"""What the pages over many municipalities are made from, and how they are laid beside the sites."""

import json
from typing import Any

import pytest

from attacks.full import full
from portals import data_of, published, shared_base
from shipped import NAMES, book_of, checked_of
from vejviser.pages.data_back import NotOurData, entries
from vejviser.pages.portal.collect import spelt
from vejviser.pages.portal.digest import digest, is_across
from vejviser.pages.portal.prose import as_html
from vejviser.records.kinds import KINDS


class TestRecordsReadBack:
    """What a site publishes, as records again."""

    @pytest.mark.parametrize("name", NAMES)
    def test_says_the_same(self, name: str) -> None:
        """The portal learns from what is published all that it would from the content itself."""
        assert digest(book_of(checked_of(name))) == digest(published(checked_of(name)))

    def test_every_field(self) -> None:
        """What a record names is published with it, whichever field it names it in, or it could not be read back."""
        there = published(full()).project.entries

        assert {kind for kind, row in KINDS.items() if row.place} == {entry.kind for entry in there.values()}

    def test_before_websites(self) -> None:
        """Data of format 1.1 says no website; the reader is led to where all municipalities are found."""
        data = json.loads(data_of(checked_of("herlev")))
        data["version"] = "1.1"
        for row in data["records"]:
            row.pop("website", None)

        assert "https://www.borger.dk/" == entries(data, shared_base())["herlev"].record.website  # type: ignore[attr-defined]  # a place

    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            ([], "ikke data fra en vejviser"),
            ({"version": "1.0"}, "ikke data fra en vejviser"),
            ({"version": "2.0", "records": []}, "udgave 2.0"),
            ({"version": "1.1", "records": [{"kind": "ukendt"}]}, "kan ikke læses"),
            ({"version": "1.1", "records": [7]}, "kan ikke læses"),
            ({"version": "1.1", "records": [{"kind": "role", "page": "roller/x/", "id": "x"}]}, "kan ikke læses"),
        ],
    )
    def test_refuses(self, data: object, expected: str) -> None:
        """What is no data of ours is said in Danish."""
        with pytest.raises(NotOurData, match=expected):
            entries(data, shared_base())


def _broken(**changes: Any) -> dict[str, Any]:
    """Kalundborg's data with fields of its first record of a kind changed."""
    data = json.loads(data_of(checked_of("kalundborg")))
    kind = changes.pop("kind")
    row = next(row for row in data["records"] if row["kind"] == kind)
    row |= {key: row["id"] if value is SELF else value for key, value in changes.items()}
    return dict(data)


SELF = object()


class TestForeignData:
    """Data that others have published is held to what is held of content."""

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"kind": "offer", "owner": "findes-ikke"}, "nævner `findes-ikke`, som data ikke har"),
            ({"kind": "offer", "run_by": ["findes-ikke"]}, "nævner `findes-ikke`"),
            ({"kind": "offer", "referral": {"how": "Ring.", "who": ["kalundborg"]}}, "nævner `kalundborg`, som er"),
            ({"kind": "meeting_type", "variant_of": "findes-ikke"}, "nævner `findes-ikke`"),
            ({"kind": "meeting_type", "variant_of": SELF}, "er i ring med sig selv gennem `variant_of`"),
            ({"kind": "offer", "title": "Hej\u202e"}, "usynligt tegn"),
            ({"kind": "offer", "target": "Hej\x00"}, "usynligt tegn"),
            ({"kind": "offer", "title": "Hej\r\r# Falsk"}, "kan ikke læses"),
            ({"kind": "offer", "title": 7}, "kan ikke læses"),
            ({"kind": "offer", "page": None, "id": "kalundborg"}, "to poster med id'et `kalundborg`"),
        ],
    )
    def test_refused(self, changes: dict[str, Any], expected: str) -> None:
        """What names nothing, names itself or hides something is refused, and the record is named."""
        with pytest.raises(NotOurData, match=expected):
            entries(_broken(**changes), shared_base())


def test_places_are_looked_up_under_aa() -> None:
    """Aabenraa stands under Å, as in every Danish list of places."""
    assert ["Åbenråvej", "Vejle"] == [spelt("Aabenraavej"), spelt("Vejle")]


class TestAcross:
    """Which meetings several professions come to."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("rudersdal", []),
            ("herlev", ["Møde efter Åben Dialog", "Tværfagligt mødeforum"]),
        ],
    )
    def test_shipped(self, name: str, expected: list[str]) -> None:
        """One professional with the parents is not across; a meeting that says so itself is."""
        book = book_of(checked_of(name))

        assert expected == [
            entry.record.title for entry in book.of_kind("meeting_type") if is_across(book.meeting(entry.id))
        ]


class TestProse:
    """Text fields as HTML."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ring <nu> & *straks*.", "<p>Ring &lt;nu&gt; &amp; <em>straks</em>.</p>"),
            ("Husk:\n- **a**\n- b\n\nJa.", "<p>Husk:</p>\n<ul><li><strong>a</strong></li><li>b</li></ul>\n<p>Ja.</p>"),
            ("Se [her](kendt) og [der](ukendt).", '<p>Se <a href="../lov/#kendt">her</a> og der.</p>'),
            ("[x](https://a.dk/?b&c)", '<p><a href="https://a.dk/?b&amp;c">x</a></p>'),
            ("[x](javascript:alert)", "<p>x</p>"),
        ],
    )
    def test_subset(self, text: str, expected: str) -> None:
        """Paragraphs, lists, emphasis and links to what is known; everything else is text."""
        assert expected == as_html(text, {"kendt": "../lov/#kendt"}.get)
