"""The search over all municipalities: what is shared, what stands alone, and what the portal writes."""

import json
from functools import partial
from pathlib import Path
from typing import Any
from weakref import ref

import pytest

from projects import TODAY, bytes_of
from vejviser.adapters.federation import index_of, write
from vejviser.cli import FINDINGS, FINE, main
from vejviser.search.federation import FOLDER, MARK, Searched, shards
from vejviser.search.index import URI

WORDS: dict[str, Any] = {
    "groups": [["mor", "moder"]], "leads_to": {}, "abbreviations": {}, "laws": {"bl": ["barnets lov"]},
    "concern": [], "people": {}, "harmless": [], "reading": [],
    "danger": {"life": {"title": "Livsfare", "help": [], "words": ["i fare"], "maybe": []}},
}  # fmt: skip


class _Index(dict[str, Any]):
    """An index of which can be seen whether it is still in memory."""


def site(id_: str, *rows: list[Any], **others: object) -> Searched:
    """A built site with documents of the kind `offer`."""
    index = {
        "kinds": ["list", "offer"],
        "kind_rules": {},
        "documents": list(rows),
        "stop": "og",
        "irregular": {},
        "thesaurus": WORDS,
        "acute": [{"when": "Livsfare", "number": "112"}],
    }
    return Searched(id_, id_.title(), lambda: index | others)


def row(url: str, title: str, lead: str = "", facts: tuple[str, ...] = (), kind: int = 1) -> list[Any]:
    """A document as it stands in a site's index."""
    return [url, kind, title, lead, "et ord", list(facts), 0, [["anker", "Overskrift"]]]


def joined(*sites: Searched) -> dict[str, Any]:
    """What the scripts say, by the name of the file."""
    texts = {Path(file.uri).stem: file.text.partition(" = ")[2].removesuffix(";\n") for file in shards(sites)}
    return {name: json.loads(text) for name, text in texts.items()}


class TestShards:
    """One file for what is shared, and one for each municipality."""

    def test_shared_once(self) -> None:
        """What two say in the same words stands once, with who has it and what both say of it."""
        shared = row("rolle/", "Rolle", facts=("Fælles", "Egen a")), row("rolle/", "Rolle", facts=("Fælles", "Egen b"))
        found = joined(site("a", shared[0]), site("b", shared[1]), site("c", row("c/", "C")))

        assert [["rolle/", "offer", "Rolle", "", "et ord", ["Fælles"], 0, [0, 1]]] == found["index"]["documents"]
        assert [[], [], ["c/"]] == [[item[0] for item in found[name]] for name in "abc"]

    def test_shared_by_all(self) -> None:
        """What all have needs no list of who has it."""
        found = joined(site("a", row("x/", "X")), site("b", row("x/", "X")))

        assert 0 == found["index"]["documents"][0][-1]

    def test_own_words(self) -> None:
        """What a municipality says in its own words stays its own, at the address that the others have."""
        found = joined(site("a", row("x/", "X", "Sådan her.")), site("b", row("x/", "X", "Som os.")))

        assert [] == found["index"]["documents"]
        assert ["x/", "x/"] == [found[name][0][0] for name in "ab"]

    def test_small(self) -> None:
        """Lists stay out, and long leads are cut."""
        found = joined(site("a", row("l/", "L", kind=0), row("x/", "X", "ord " * 40)))

        assert ["x/"] == [item[0] for item in found["a"]]
        assert len(found["a"][0][3]) < 100

    def test_words_of_all(self) -> None:
        """Word lists are joined, each entry once, and only numbers that all have are shown."""
        other = WORDS | {"groups": [["mor", "moder"], ["far", "fader"]], "laws": {"bl": ["barnets lov", "BL"]}}
        found = joined(site("a"), site("b", thesaurus=other, acute=[]))["index"]

        assert [["mor", "moder"], ["far", "fader"]] == found["thesaurus"]["groups"]
        assert {"bl": ["barnets lov", "BL"]} == found["thesaurus"]["laws"]
        assert [] == found["acute"]

    def test_one_at_a_time(self) -> None:
        """Only one index is in memory, however many sites there are."""
        given: list[ref[_Index]] = []
        alive = []

        def read(number: int) -> dict[str, Any]:
            index = _Index(site("a", row(f"{number}/", "X")).read())
            given.append(ref(index))
            alive.append(sum(one() is not None for one in given))
            return index

        files = list(shards([Searched(f"s{number}", "S", partial(read, number)) for number in range(5)]))

        assert 6 == len(files)
        # The one that is read, and the one before it until then.
        assert max(alive) <= 2

    def test_any_order(self) -> None:
        """The bytes do not depend on which machine was first."""
        sites = [site("a", row("x/", "X")), site("b", row("x/", "X"), row("y/", "Y"))]

        assert list(shards(sites)) == list(shards(sites[::-1]))


class TestWritten:
    """What lies in the folder of the portal."""

    def test_built(self, two: Path) -> None:
        """Each site has a shard and is told that the portal is there; alone it is told nothing."""
        assert FINE == main(["build", "--root", str(two), "--all", "--today", str(TODAY)])
        assert FINE == main(
            [
                "build",
                "--root",
                str(two),
                "--municipality",
                "land",
                "--site-dir",
                str(two / "alene"),
                "--today",
                str(TODAY),
            ]
        )

        assert ["by.js", "index.js", "land.js"] == sorted(path.name for path in (two / "site" / FOLDER).iterdir())
        assert MARK.text.encode() == (two / "site/land" / MARK.uri).read_bytes()
        assert b"null" in (two / "alene" / MARK.uri).read_bytes()

    def test_gone(self, tmp_path: Path) -> None:
        """Shards of municipalities that are gone are taken away, and a site without an index has none."""
        (tmp_path / FOLDER).mkdir()
        (tmp_path / FOLDER / "gammel.js").write_text("x", encoding="utf-8")
        write(tmp_path, {})

        assert index_of(tmp_path) is None
        assert ["search/index.js"] == sorted(bytes_of(tmp_path))

    @pytest.mark.parametrize("length", [0, 1000, -10])
    def test_broken(self, length: int, two: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A site whose index is cut off is left out and named in Danish; the others are joined."""
        main(["build", "--root", str(two), "--all", "--today", str(TODAY)])
        index = two / "site/land" / URI
        index.write_bytes(index.read_bytes()[:length])
        capsys.readouterr()

        assert FINDINGS == main(["portal", "--root", str(two)])
        said = capsys.readouterr().out
        assert "land er ikke kommet med på siderne over kommunerne. Filen assets/search_data.js" in said
        assert ["by.js", "index.js"] == sorted(path.name for path in (two / "site" / FOLDER).iterdir())
