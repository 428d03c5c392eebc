"""`vejviser new kommune`: a folder that checks and builds, with every gap marked."""

from pathlib import Path

import pytest

from projects import MUNICIPALITY, TODAY, bytes_of, copy_project
from vejviser.checked import check_project
from vejviser.cli import FINE, WRONG_USE, main

Output = pytest.CaptureFixture[str]


@pytest.fixture(name="root", scope="module")
def _root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("ny") / "project")


class TestNew:
    """`vejviser new kommune`."""

    def test_checks_and_marks(self, root: Path, capsys: Output) -> None:
        """The folder has no faults, and every gap is a note to be filled."""
        assert FINE == main(["new", "kommune", "ÆBLEØ", "--root", str(root), "--today", str(TODAY)])

        found = [item for item in check_project(root, "aebleoe", TODAY).findings if "aebleoe" in item.path]
        assert 7 <= len([item for item in found if "Skal udfyldes" in item.message])
        assert "content/aebleoe/municipality.yml" in capsys.readouterr().out
        assert 'title: "Æbleø Kommune"' in (root / "content/aebleoe/municipality.yml").read_text(encoding="utf-8")

    def test_builds(self, root: Path, tmp_path: Path) -> None:
        """It can be built as it is."""
        main(["new", "kommune", "Byggeby", "--root", str(root), "--today", str(TODAY)])

        assert FINE == main(
            [
                "build",
                "--root",
                str(root),
                "--municipality",
                "byggeby",
                "--today",
                str(TODAY),
                "--site-dir",
                str(tmp_path / "site"),
            ]
        )
        assert (tmp_path / "site/om/index.html").is_file()

    def test_refuses_to_overwrite(self, root: Path, capsys: Output) -> None:
        """A folder that is there is not touched."""
        before = bytes_of(root / "content" / MUNICIPALITY)

        assert WRONG_USE == main(["new", "kommune", MUNICIPALITY, "--root", str(root)])
        assert "findes allerede" in capsys.readouterr().err
        assert before == bytes_of(root / "content" / MUNICIPALITY)

    def test_takes_what_is_known(self, root: Path) -> None:
        """What is given is not marked as a gap, and stands where the reader meets it."""
        words = [
            "--id",
            "by-x",
            "--title",
            'Byen "X": en kommune',
            "--phone",
            "12 34 56 78",
            "--advice",
            "87654321",
            "--statement",
            "https://was.digst.dk/by",
        ]

        assert FINE == main(["new", "kommune", "X", "--root", str(root), "--today", str(TODAY), *words])
        checked = check_project(root, "by-x", TODAY)
        said = " ".join(finding.message for finding in checked.findings)
        pages = {page.uri: page.text for page in checked.site().pages}
        assert 'Byen "X": en kommune' == checked.project.entries["by-x"].record.title
        assert "Nummeret mangler: I kommunens" not in said
        assert "tilgængelighedserklæringen" not in said
        assert "tel:12345678" in pages["index.md"]
        assert "tel:12345678" in pages["kontakt.md"]
        assert "tel:87654321" in pages["index.md"]

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (["by", "X"], "ikke kan forstås: by"),
            (["kommune", "X", "--id", "../x"], "`../x` kan ikke bruges"),
            (["kommune", "X", "--phone", "ring"], "`ring` kan ikke bruges"),
            (["kommune", "!!"], "Skriv et svar på: Mappens navn."),
            (["kommune", "faelles"], "findes allerede"),
            (["kommune", "Lov"], "`lov` er optaget"),
            (["kommune", "X", "--id", "assets"], "`assets` er optaget"),
            (["kommune", "X", "--id", "con"], "`con` er optaget"),
            (["kommune", "x" * 300], "kan ikke bruges som svar"),
            (["kommune", "X", "--id", "x" * 61], "kan ikke bruges som svar"),
            (["kommune", "X", "--title", "B\udce6r"], "kan ikke bruges som svar"),
            (["kommune", "X", "--today", "9999-12-31"], "ligger for langt væk"),
        ],
    )
    def test_wrong_use(self, root: Path, capsys: Output, words: list[str], expected: str) -> None:
        """An answer of the wrong form is refused in Danish, and nothing is written."""
        before = sorted(path.name for path in (root / "content").iterdir())

        assert WRONG_USE == main(["new", *words, "--root", str(root)])
        assert expected in capsys.readouterr().err
        assert before == sorted(path.name for path in (root / "content").iterdir())

    def test_asks(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """With somebody to answer it asks, and an empty answer takes what it proposes."""
        asked: list[str] = []

        def answer(question: str) -> str:
            asked.append(question)
            return "70 11 22 33" if question.startswith("Nummer, hvor") else ""

        monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda _: True})())
        monkeypatch.setattr("builtins.input", answer)

        assert FINE == main(["new", "kommune", "Spørgeby", "--root", str(root), "--today", str(TODAY)])
        assert "Mappens navn [spoergeby]: " in asked
        assert '"70 11 22 33"' in (root / "content/spoergeby/municipality.yml").read_text(encoding="utf-8")
