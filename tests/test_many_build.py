"""Building all municipalities at once."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import TODAY, bytes_of
from test_many import BROKEN
from vejviser.adapters.publishing import earlier
from vejviser.cli import FINDINGS, FINE, OUR_FAULT, WRONG_USE, main
from vejviser.pages.portal import FOLDERS
from vejviser.search.federation import MARK

pytestmark = pytest.mark.heavy

Draw = Callable[[str], Path]
Output = pytest.CaptureFixture[str]


def build(root: Path, *words: str) -> int:
    return main(["build", "--root", str(root), "--today", str(TODAY), *words])


def folders(site: Path) -> set[str]:
    """The folders of a site beside those that the pages over the municipalities have."""
    return {path.name for path in site.iterdir() if path.is_dir()} - FOLDERS


class TestBuildAll:
    """`vejviser build --all` and `vejviser portal`."""

    def test_all(self, two: Path, capsys: Output) -> None:
        """Each has its folder, with the bytes it has when built alone, and a front page leads to both.

        One file says whether there is a search over all municipalities, and the page for what is not there finds
        its own site.
        """
        assert FINE == build(two, "--all")
        assert FINE == build(two, "--municipality", "land", "--site-dir", str(two / "alene"))

        front = (two / "site/index.html").read_text(encoding="utf-8")
        assert ['"by/"', '"land/"'] == re.findall(r'<h2><a href=("\w+/")', front)
        alone, joined = bytes_of(two / "alene"), bytes_of(two / "site/land")
        assert {MARK.uri, "404.html"} == {uri for uri in alone | joined if alone.get(uri) != joined.get(uri)}
        lost = joined["404.html"].decode()
        assert 'href="/land/assets/base.css?' in lost
        assert 'href="/land/akut/"' in lost
        assert 'href="tel:112"' in lost
        assert 'href="/assets/base.css?' in (two / "site/404.html").read_text(encoding="utf-8")
        assert {"1/2", "2/2"} == set(re.findall(r"\d/2", capsys.readouterr().out))

    def test_one_fails(self, two: Path, drawn: Draw, capsys: Output) -> None:
        """One with a fault keeps its old site, the other is built, and the end is 1."""
        build(two, "--all")
        before = bytes_of(two / "site/land")
        drawn(BROKEN)

        assert FINDINGS == build(two, "--all")
        assert before == bytes_of(two / "site/land")
        assert "land: ikke bygget" in (out := capsys.readouterr().out)
        assert "Mente du `title`?" in out

    def test_shards_are_joined(self, two: Path, capsys: Output) -> None:
        """Parts built apart and laid in one folder are joined; until all are there it says who is missing."""
        build(two, "--shard", "1/2")
        joined = ["portal", "--root", str(two)]

        assert FINDINGS == main(joined)
        assert "Disse mangler en side: land" in capsys.readouterr().out
        build(two, "--shard", "2/2", "--site-dir", str(two / "anden"))
        shutil.copytree(two / "anden/land", two / "site/land")
        assert FINE == main(joined)
        joined_apart = bytes_of(two / "site")
        build(two, "--all", "--site-dir", str(two / "samlet"))
        assert bytes_of(two / "samlet") == joined_apart

        shutil.copytree(two / "anden", two / "del", dirs_exist_ok=True)
        build(two, "--shard", "1/2", "--site-dir", str(two / "tredje"))
        shutil.copytree(two / "tredje", two / "del", dirs_exist_ok=True)
        assert FINE == main([*joined, "--site-dir", str(two / "del")])
        assert joined_apart == bytes_of(two / "del")

    def test_broken_data(self, two: Path, capsys: Output) -> None:
        """A site whose data is broken is left out and named in Danish, and the end is 1; alone it is wrong use."""
        build(two, "--all")
        for name, expected in (("land", FINDINGS), ("by", WRONG_USE)):
            (two / "site" / name / "data/vejviser.json").write_text("{", encoding="utf-8")

            assert expected == main(["portal", "--root", str(two)])
            said = capsys.readouterr()
            assert f"{name} er ikke kommet med" in said.out
            assert "Traceback" not in said.out + said.err

    def test_gone(self, two: Path, capsys: Output) -> None:
        """The site of a municipality that is taken out of the content is taken away when that is asked for, not before.

        A project that has other municipalities, as by a wrong `--root`, touches nothing either.
        """
        build(two, "--all")
        shutil.move(two / "content/land", two / "content/ny")
        before = bytes_of(two / "site")

        assert WRONG_USE == build(two, "--all")
        assert WRONG_USE == build(two, "--all", "--only", "ny")
        assert WRONG_USE == main(["portal", "--root", str(two)])
        assert before == bytes_of(two / "site")
        assert "--remove land" in capsys.readouterr().err
        assert FINE == build(two, "--all", "--remove", "land")
        assert {"by", "ny"} == folders(two / "site")

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (["build", "--all", "--remove", "land"], "`land` er i projektet og fjernes ikke"),
            (["build", "--remove", "land"], "sammen med --all"),
            (["portal", "--remove", "by"], "`by` er i projektet"),
        ],
    )
    def test_wrong_removal(self, two: Path, capsys: Output, words: list[str], expected: str) -> None:
        """What the project still has is not removed."""
        (two / "site").mkdir()

        assert WRONG_USE == main([*words, "--root", str(two)])
        assert expected in capsys.readouterr().err

    def test_one_site_and_many(self, two: Path, capsys: Output) -> None:
        """A single site and a folder of many do not take each other's place."""
        build(two, "--municipality", "by", "--site-dir", str(two / "en"))
        build(two, "--all")
        single, many = bytes_of(two / "en"), bytes_of(two / "site")

        assert WRONG_USE == build(two, "--all", "--site-dir", str(two / "en"))
        assert WRONG_USE == build(two, "--municipality", "by")
        assert (single, many) == (bytes_of(two / "en"), bytes_of(two / "site"))
        assert "Byg dem alle med --all" in capsys.readouterr().err

    def test_one_of_many(self, two: Path) -> None:
        """One of many that is built anew still leads to the search over all, and nothing is left beside it."""
        build(two, "--all")
        before = bytes_of(two / "site")

        assert FINE == build(two, "--municipality", "land", "--site-dir", str(two / "site/land"))
        assert before == bytes_of(two / "site")
        assert [] == [path.name for path in two.glob(".*vejviser*")]

    def test_from_0_1_0(self, two: Path, capsys: Output) -> None:
        """What 0.1.0 published has no list, and is known by its files; one that is not its own is refused by name."""
        build(two, "--all")
        before = bytes_of(two / "site")
        later = [path for path in (two / "site").rglob("assets/*") if not earlier._ASSETS.fullmatch(path.name)]
        for path in [*(two / "site").rglob("published.json"), *later]:
            path.unlink()
        (two / "site/by/blog").mkdir()
        (two / "site/by/blog/index.html").write_text("<p>min</p>", encoding="utf-8")

        assert WRONG_USE == build(two, "--all", "--only", "land")
        assert "by/blog/index.html" in capsys.readouterr().err
        shutil.rmtree(two / "site/by/blog")
        assert FINE == build(two, "--all", "--only", "land")
        assert (two / "site/by/published.json").is_file()
        assert FINE == build(two, "--all")
        assert before == bytes_of(two / "site")

    def test_name_of_a_page(self, two: Path, capsys: Output) -> None:
        """A municipality with the name of a page over all is refused before anything is built."""
        shutil.move(two / "content/land", two / "content/lov")

        assert WRONG_USE == build(two, "--all")
        assert "content/lov" in capsys.readouterr().err
        assert not (two / "site").exists()

    def test_refuses_other_folders(self, two: Path, capsys: Output) -> None:
        """A folder with something else in it is not touched."""
        (two / "site").mkdir()
        (two / "site/mit.txt").write_text("mit", encoding="utf-8")

        assert WRONG_USE == build(two, "--all")
        assert "bliver ikke rørt" in capsys.readouterr().err
        assert {"mit.txt": b"mit"} == bytes_of(two / "site")

    def test_broken_process(self, two: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
        """A process that breaks is our fault, and is said in a line."""
        monkeypatch.setattr("vejviser.commands.many.check_project", lambda *_: 1 // 0)

        assert OUR_FAULT == build(two, "--only", "by")
        assert "ZeroDivisionError" in capsys.readouterr().out
