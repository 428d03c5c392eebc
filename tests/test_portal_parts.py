"""What the pages over many municipalities are made from, and how they are laid beside the sites."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from attacks.full import full
from portals import data_of, published, shared_base, shipped_pages
from projects import ROOT
from shipped import NAMES, book_of, checked_of
from vejviser.adapters.portal import Joined, join
from vejviser.adapters.publishing import Held
from vejviser.pages.book import Book
from vejviser.pages.data import JSON
from vejviser.pages.data_back import NotOurData, entries
from vejviser.pages.portal.collect import spelt
from vejviser.pages.portal.digest import digest, is_across
from vejviser.pages.portal.prose import as_html
from vejviser.pages.site import ABOUT
from vejviser.project import shared_records
from vejviser.records.kinds import KINDS


@pytest.fixture(name="place")
def _place(tmp_path: Path) -> Path:
    """A folder with what the portal needs of every municipality's site."""
    for name in NAMES:
        (tmp_path / name / "data").mkdir(parents=True)
        (tmp_path / name / "assets").mkdir()
        for style in ("base.css", "municipality.css", "search_portal.js", "tree.js"):
            (tmp_path / name / "assets" / style).write_text(style, encoding="utf-8")
        (tmp_path / name / ABOUT).write_text("{}", encoding="utf-8")
        (tmp_path / name / JSON).write_text(data_of(checked_of(name)), encoding="utf-8")
    return tmp_path


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

    @pytest.mark.parametrize(
        "text", ["[" * 100_000, '{"a":' * 100_000, '{"version": "1.2", "records": [' + "[" * 100_000]
    )
    def test_deep(self, place: Path, fresh: Path, text: str) -> None:
        """Data nested very deep leaves out its site, and no more."""
        (place / "herlev" / JSON).write_text(text, encoding="utf-8")

        assert "kan ikke læses" in joined_in(fresh, place).faults["herlev"]


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


@pytest.fixture(name="fresh")
def _fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run, in which nothing is built anew."""
    return tmp_path_factory.mktemp("fresh")


def joined_in(fresh: Path, place: Path) -> Joined:
    """The sites that stand in a folder, joined in a new one."""
    return join(fresh, Held(place, "portal", sites=tuple(NAMES)), NAMES, shared_records(ROOT))


class TestFolder:
    """What is written beside the sites."""

    def test_joined(self, place: Path, fresh: Path) -> None:
        """The pages, the style once without what is one site's own, and the list."""
        joined = joined_in(fresh, place)

        assert (NAMES, {}) == (joined.there, joined.faults)
        assert ["base.css"] == [path.name for path in (fresh / "assets").iterdir()]
        version = re.compile(r"(?<=[sj]s)\?[0-9a-f]{10}(?=\")")
        written = {uri: (fresh / uri).read_text(encoding="utf-8") for uri in shipped_pages()}
        assert shipped_pages() == {uri: version.sub("", page) for uri, page in written.items()}

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (None, "Filen data/vejviser.json mangler."),
            ("{", "Filen data/vejviser.json kan ikke læses."),
            ('{"version": "1.1", "records": []}', "er ikke fra kommunen `herlev`"),
            ('{"version": "0.9", "records": []}', "Data er udgave 0.9"),
            ("[" * 100_000, "Filen data/vejviser.json kan ikke læses."),
        ],
    )
    def test_broken(self, place: Path, fresh: Path, text: str | None, expected: str) -> None:
        """A site whose data cannot be read is left out and named; the others are compared."""
        (place / "herlev" / JSON).unlink()
        if text is not None:
            (place / "herlev" / JSON).write_text(text, encoding="utf-8")
        joined = joined_in(fresh, place)

        assert expected in joined.faults["herlev"]
        assert [name for name in NAMES if name != "herlev"] == joined.there
        assert "herlev/" not in (fresh / "index.html").read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize("kind", ["role", "organisation", "age_group", "level", "law", "municipality"])
    def test_hangs_not_together(self, place: Path, fresh: Path, name: str, kind: str) -> None:
        """A site whose records name what is not there is shown or left out by name; it stops no other."""
        data = json.loads((place / name / JSON).read_text(encoding="utf-8"))
        data["records"] = [row for row in data["records"] if row["kind"] != kind]
        (place / name / JSON).write_text(json.dumps(data), encoding="utf-8")
        joined = joined_in(fresh, place)

        assert NAMES == sorted([*joined.there, *joined.faults])
        assert set(joined.faults) <= {name}

    @pytest.mark.parametrize("page", ["lov", "ordbog"])
    def test_what_all_share(self, place: Path, fresh: Path, page: str) -> None:
        """No site says what all share: neither something of its own, nor other words for what is shared."""
        kind = {"lov": "law", "ordbog": "term"}[page]
        file = place / "herlev" / JSON
        data = json.loads(file.read_text(encoding="utf-8"))
        own = next(row for row in data["records"] if row["kind"] == kind and "shared" in row)
        data["records"].append({**own, "id": "plantet", "title": "Plantet ny"})
        own["title"] = "Plantet anden"
        file.write_text(json.dumps(data), encoding="utf-8")
        joined = joined_in(fresh, place)
        said = (fresh / page / "index.html").read_text(encoding="utf-8")

        assert "herlev" in joined.there
        assert "Plantet" not in said
        assert shared_base()[own["id"]].record.title in unescape(said)

    def test_breaks_late(self, place: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What breaks only when the pages are written is the fault of the site that was read last."""
        monkeypatch.setattr("vejviser.pages.portal.make.offered", breaks_for("kalundborg"))
        joined = joined_in(fresh, place)

        assert {"kalundborg": "Dens data hænger ikke sammen (KeyError)."} == joined.faults
        assert "kalundborg/" not in (fresh / "index.html").read_text(encoding="utf-8")


def breaks_for(name: str) -> Callable[[Book], list[object]]:
    """What lists the offers of a site, broken for one."""

    def offered(book: Book) -> list[object]:
        if book.project.municipality == name:
            raise KeyError("mangler")
        return []

    return offered
