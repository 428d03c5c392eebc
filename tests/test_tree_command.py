"""`vejviser tree`: each thing it does with a tree, and what it says when it cannot."""

import csv
import io
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from drawn import LONG, TREE
from vejviser.cli import FINDINGS, FINE, WRONG_USE, main

Run = Callable[..., int]
Output = pytest.CaptureFixture[str]
FILE = "decision_trees/faelles/trae.yml"
HEAD = ["Vej", "1. Er barnet i fare?", "På vejen", "Resultat", "Niveau", "Styrke", "Id"]


@pytest.fixture(name="run")
def _run(drawn: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `vejviser tree` in the drawn project, standing in its folder."""
    drawn("")
    monkeypatch.chdir(tmp_path)
    return lambda *words: main(["tree", *words])


@pytest.fixture(name="write")
def _write(run: Run, tmp_path: Path) -> Callable[[str], None]:
    """Write the tree again, with these lines under its title."""

    def write(text: str) -> None:
        (tmp_path / FILE).write_text(f"title: Hvad gør jeg?{text}", encoding="utf-8")

    return write


class TestShow:
    """The tree as text."""

    def test_the_tree(self, run: Run, capsys: Output) -> None:
        """Questions with their answers and where they lead, outcomes, and what the examples try."""
        assert FINE == run("show", "trae")
        assert capsys.readouterr().out.startswith(
            "Hvad gør jeg? (version 1)\n\n1. Er barnet i fare?  [fare]\n   - Ja → Ring nu  [ring]\n"
            "   - Nej → Se tiden an  [vent]\n   - Jeg er i tvivl: tæller som »Ja«\n\nResultater\n"
        )

    def test_coverage(self, run: Run, write: Callable[[str], None], capsys: Output) -> None:
        """What no example tries is named."""
        write(LONG + "cases: [{name: A, story: Et barn., answers: {fare: ja}, expect: ring}]\n")

        assert FINE == run("show", "trae")
        out = capsys.readouterr().out
        assert "   1 af 3 spørgsmål; mangler tegn, mere\n" in out
        assert "   1 af 3 resultater; mangler igen, vent\n" in out

    def test_to_a_file(self, run: Run, tmp_path: Path, capsys: Output) -> None:
        """With --output the screen is left alone and the file has it all."""
        run("show", "trae")
        shown = capsys.readouterr().out

        assert FINE == run("show", "trae", "--output", "trae.txt")
        assert ("", "Skrevet til trae.txt\n") == tuple(capsys.readouterr())
        assert shown == (tmp_path / "trae.txt").read_text(encoding="utf-8")


class TestPaths:
    """All ways as a table."""

    def test_csv(self, run: Run, capsys: Output) -> None:
        """For a Danish spreadsheet: a byte order mark, semicolons, and one row a path."""
        assert FINE == run("paths", "trae")
        out = capsys.readouterr().out
        rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff")), delimiter=";"))

        assert out.startswith("\ufeff")
        assert HEAD == rows[0]
        assert [["1", "»Ja«", "ring"], ["2", "»Nej«", "vent"], ["3", "»Jeg er i tvivl«", "ring"]] == [
            [row[0], row[1], row[-1]] for row in rows[1:]
        ]

    def test_file_of_bytes(self, run: Run, tmp_path: Path) -> None:
        """In a file every line ends as a spreadsheet expects, once."""
        assert FINE == run("paths", "trae", "--output", "veje.csv")
        raw = (tmp_path / "veje.csv").read_bytes()

        assert raw.startswith(b"\xef\xbb\xbf")
        assert 4 == raw.count(b"\r\n") == raw.count(b"\n")

    def test_going_on(self, run: Run, write: Callable[[str], None], capsys: Output) -> None:
        """Who goes on after an outcome has a row of their own, which tells what was passed."""
        write(LONG)
        run("paths", "trae")
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")), delimiter=";"))

        assert [("", "ring"), ("Ring nu", "igen"), ("Ring nu", "vent")] == [
            (row["På vejen"], row["Id"]) for row in rows[:3]
        ]
        assert {"", "»Ingen af dem«", "»Er trist«"} == {row["2. Hvad ser du?"] for row in rows}

    @pytest.mark.parametrize("sign", "=+-@")
    def test_no_formula(self, sign: str, run: Run, write: Callable[[str], None], capsys: Output) -> None:
        """A text that a spreadsheet would run is given as text."""
        write(TREE.replace("title: Se tiden an", f'title: "{sign}1+1"'))
        run("paths", "trae")

        rows = csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")), delimiter=";")
        assert ["Ring nu", f"'{sign}1+1", "Ring nu"] == [row["Resultat"] for row in rows]

    def test_html(self, run: Run, write: Callable[[str], None], capsys: Output) -> None:
        """As a page of its own, with one row a path and nothing that the texts can break."""
        write(TREE.replace("title: Se tiden an", 'title: "<b>Vent</b> & se"'))

        assert FINE == run("paths", "trae", "--format", "html")
        out = capsys.readouterr().out
        assert out.startswith("<!doctype html>")
        assert 4 == out.count("<tr>")
        assert "<td>&lt;b&gt;Vent&lt;/b&gt; &amp; se</td>" in out


def test_diagram(run: Run, capsys: Output) -> None:
    """A drawing that can be opened by itself, with one edge an answer."""
    assert FINE == run("diagram", "trae")
    drawing = ET.fromstring(capsys.readouterr().out)

    assert "{http://www.w3.org/2000/svg}svg" == drawing.tag
    assert ["ja", "nej", "tvivl"] == [
        part.attrib["data-answer"] for part in drawing.iter() if part.get("class") == "edge"
    ]


class TestDiff:
    """What a change does to the ways through."""

    @pytest.fixture(autouse=True)
    def _saved(self, drawn: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
        root = drawn("")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(root / "ingen"))
        mine = ["-c", "user.name=Redaktør", "-c", "user.email=redaktoer@example.org"]
        for words in (["init", "-q"], ["add", "."], [*mine, "commit", "-q", "-m", "Gemt"]):
            subprocess.run(["git", *words], cwd=root, check=True)

    def test_nothing_changed(self, run: Run, capsys: Output) -> None:
        """A tree as it was saved ends with 0."""
        assert FINE == run("diff", "HEAD:trae")
        assert "Alle svar ender, hvor de gjorde før.\n" == capsys.readouterr().out

    def test_only_words(self, run: Run, write: Callable[[str], None]) -> None:
        """Words alone change no way."""
        write(TREE.replace("title: Ring nu", "title: Ring straks"))

        assert FINE == run("diff", "HEAD:trae")

    def test_an_answer_ends_elsewhere(self, run: Run, write: Callable[[str], None], capsys: Output) -> None:
        """A change is told by where answers ended and end now, with an example, and ends with 1."""
        write(TREE.replace("go: ring", "go: vent"))

        assert FINDINGS == run("diff", "HEAD:trae")
        assert ("2 veje ender et andet sted.\n\nring → vent (2)\n   fx fare: »Ja«\n") == capsys.readouterr().out

    def test_a_new_question(self, run: Run, write: Callable[[str], None], capsys: Output) -> None:
        """Answers that now need one more are told."""
        write(LONG)

        assert FINDINGS == run("diff", "HEAD:trae")
        assert "vent → ? spørger også om tegn (1)" in capsys.readouterr().out

    def test_two_trees(self, run: Run, capsys: Output) -> None:
        """Two trees of the project, and the same tree at two revisions, can be compared."""
        assert FINE == run("diff", "trae", "underret-trae")
        assert FINE == run("diff", "HEAD:trae", "HEAD:trae")
        assert 2 * "Alle svar ender, hvor de gjorde før.\n" == capsys.readouterr().out

    def test_unknown_revision(self, run: Run, capsys: Output) -> None:
        """A revision that git does not have is wrong use; what git said is told too."""
        assert WRONG_USE == run("diff", "i-gaar:trae")
        assert "Git kan ikke finde `i-gaar`" in capsys.readouterr().err

    def test_no_git(self, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
        """Without git there is nothing to compare with, and that is told."""
        monkeypatch.setenv("PATH", "")

        assert WRONG_USE == run("diff", "HEAD:trae")
        assert "Git er ikke installeret" in capsys.readouterr().err

    def test_no_option_of_git(self, run: Run, tmp_path: Path) -> None:
        """A revision that looks like an option is none: git writes nothing."""
        assert WRONG_USE == run("diff", "--", "--output=tyv:trae")
        assert not (tmp_path / "tyv").exists()


class TestWrongUse:
    """What cannot be done ends with 2 and says why in Danish."""

    @pytest.mark.parametrize("action", ["show", "paths", "diagram", "play", "diff"])
    def test_unknown_tree(self, action: str, run: Run, capsys: Output) -> None:
        """An id that no tree has, with the nearest that one has."""
        assert WRONG_USE == run(action, "trea")
        assert "Der er intet træ med id'et `trea`. Mente du `trae`?" in capsys.readouterr().err

    def test_no_tree(self, run: Run, capsys: Output) -> None:
        """A record of another kind is no tree."""
        assert WRONG_USE == run("show", "underretning")
        assert "Der er intet træ med id'et `underretning`." in capsys.readouterr().err

    def test_broken_tree(self, run: Run, write: Callable[[str], None], capsys: Output) -> None:
        """A tree that does not hang together is sent to the check."""
        write(TREE.replace("go: vent", "go: vnt"))

        assert WRONG_USE == run("show", "trae")
        assert "Træet `trae` hænger ikke sammen. Ret det først: vejviser check\n" == capsys.readouterr().err

    def test_unreadable_tree(self, run: Run, write: Callable[[str], None], capsys: Output) -> None:
        """So is a tree with a field that does not exist."""
        write(TREE.replace("acute:", "akut:"))

        assert WRONG_USE == run("show", "trae")
        assert "vejviser check" in capsys.readouterr().err

    def test_two_trees(self, run: Run, capsys: Output) -> None:
        """Only a comparison takes two."""
        assert WRONG_USE == run("show", "trae", "underret-trae")
        assert "tager kun ét træ" in capsys.readouterr().err

    def test_unknown_action(self, run: Run, capsys: Output) -> None:
        """A misspelt action is told in Danish."""
        assert WRONG_USE == run("shw", "trae")
        assert "shw" in capsys.readouterr().err
