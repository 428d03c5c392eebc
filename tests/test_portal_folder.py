"""The folder that the pages over many municipalities are written to."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from portals import data_of, shared_base, shipped_pages
from projects import ROOT
from shipped import NAMES, checked_of
from vejviser.adapters.portal import Joined, join
from vejviser.adapters.publishing import Held
from vejviser.pages.book import Book
from vejviser.pages.data import JSON
from vejviser.pages.site import ABOUT
from vejviser.project import shared_records


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
        "text", ["[" * 100_000, '{"a":' * 100_000, '{"version": "1.2", "records": [' + "[" * 100_000]
    )
    def test_deep(self, place: Path, fresh: Path, text: str) -> None:
        """Data nested very deep leaves out its site, and no more."""
        (place / "herlev" / JSON).write_text(text, encoding="utf-8")

        assert "kan ikke læses" in joined_in(fresh, place).faults["herlev"]

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
