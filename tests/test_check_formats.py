"""`vejviser check` for other programs, for some files, and for those who want no word too many."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drawn import SECOND
from projects import TODAY
from vejviser import __version__
from vejviser.cli import FINDINGS, FINE, WRONG_USE, main
from vejviser.findings import Finding
from vejviser.report_formats import as_github, as_sarif

Draw = Callable[[str], Path]
Output = pytest.CaptureFixture[str]
ODD = Finding("content/by/a,b:c 1%.yml", 2, 8, "E301", "Der er 100 %\nfejl.", "Ret: id'et.")
NOTE = Finding("vejviser:content/faelles/law/æ.yml", 1, 1, "N406", "Skal afklares.", "")
BROKEN = "content/\n  by/\n    terms/\n      ord-x.yml\n        | titel: X\n"


def test_github() -> None:
    """One line each; what would end the line, a property or the message is escaped."""
    assert [
        "::error file=content/by/a%2Cb%3Ac 1%25.yml,line=2,col=8,title=E301::Der er 100 %25%0Afejl. Ret: id'et.",
        "::notice file=vejviser%3Acontent/faelles/law/æ.yml,line=1,col=1,title=N406::Skal afklares.",
    ] == as_github([ODD, NOTE]).splitlines()


def test_sarif() -> None:
    """What SARIF 2.1.0 must have, with addresses in its form, each code once among the rules."""
    said = as_sarif([ODD, NOTE, ODD])
    run = json.loads(said)["runs"][0]

    assert said.isascii()
    assert "2.1.0" == json.loads(said)["version"]
    assert {"name": "vejviser", "version": __version__, "rules": [{"id": "E301"}, {"id": "N406"}]} == run["tool"][
        "driver"
    ]
    assert ["error", "note", "error"] == [result["level"] for result in run["results"]]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert "vejviser%3Acontent/faelles/law/%C3%A6.yml" == place["artifactLocation"]["uri"]
    assert {"startLine": 2, "startColumn": 8} == run["results"][0]["locations"][0]["physicalLocation"]["region"]


class TestCommand:
    """The options of the command."""

    @pytest.mark.parametrize(("form", "start"), [("github", "::error file="), ("sarif", "{")])
    def test_forms(self, drawn: Draw, capsys: Output, form: str, start: str) -> None:
        """Nothing else is printed, and the exit code is that of the text."""
        root = drawn(BROKEN)

        assert FINDINGS == main(["check", "--root", str(root), "--format", form, "--today", str(TODAY)])
        out, err = capsys.readouterr()
        assert out.startswith(start)
        assert "" == err

    def test_quiet(self, drawn: Draw, capsys: Output) -> None:
        """Without faults not a word; with faults the same as ever."""
        root = drawn("")

        assert FINE == main(["check", "--quiet", "--root", str(root), "--today", str(TODAY)])
        assert ("", "") == tuple(capsys.readouterr())
        drawn(BROKEN)
        assert FINDINGS == main(["check", "--quiet", "--root", str(root), "--today", str(TODAY)])
        assert "ord-x.yml:1:1" in capsys.readouterr().out

    def test_files(self, drawn: Draw, capsys: Output) -> None:
        """Only what is wrong in the files and folders that are named decides."""
        root = drawn(BROKEN)
        own = root / "content/by"

        words = ["check", "--root", str(root), "--today", str(TODAY)]
        assert FINE == main([*words, str(own / "municipality.yml"), str(root / "decision_trees")])
        assert FINDINGS == main([*words, str(own / "terms/ord-x.yml")])
        assert FINDINGS == main([*words, str(own / "terms")])
        assert FINDINGS == main([*words, str(root)])
        assert "municipality.yml:" not in capsys.readouterr().out

    def test_files_choose_the_municipality(self, drawn: Draw, capsys: Output) -> None:
        """The file of another municipality than that of mkdocs.yml is checked there."""
        root = drawn(SECOND)
        other = next(item for item in (root / "content").iterdir() if item.name not in ("by", "faelles"))
        (other / "terms").mkdir(exist_ok=True)
        (other / "terms/ord-x.yml").write_text("titel: X\n", encoding="utf-8")

        words = ["check", "--root", str(root), "--today", str(TODAY)]
        assert FINDINGS == main([*words, str(other / "terms/ord-x.yml")])
        assert f"content/{other.name}/terms/ord-x.yml:1:1" in capsys.readouterr().out

    @pytest.mark.parametrize(("name", "said"), [("findes-ikke.yml", "ingen fil"), ("..", "ikke i projektet")])
    def test_wrong_files(self, drawn: Draw, capsys: Output, name: str, said: str) -> None:
        """A name that is none, or lies elsewhere, is not taken for a file without faults."""
        root = drawn("")

        assert WRONG_USE == main(["check", "--root", str(root), str(root / name)])
        assert said in capsys.readouterr().err

    def test_colours_when_asked_for(self, drawn: Draw, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
        """FORCE_COLOR gives colours where nobody sits at a terminal, and NO_COLOR is stronger."""
        root = drawn(BROKEN)
        words = ["check", "--root", str(root), "--today", str(TODAY)]
        monkeypatch.delenv("NO_COLOR", raising=False)

        monkeypatch.setenv("FORCE_COLOR", "1")
        main(words)
        assert "\033[31m" in capsys.readouterr().out
        monkeypatch.setenv("NO_COLOR", "1")
        main(words)
        assert "\033[" not in capsys.readouterr().out


def test_version_loads_no_command() -> None:
    """To say the version nothing is loaded but the way there, so that it comes at once."""
    code = (
        "import sys; sys.argv = ['vejviser', '--version']\n"
        "from vejviser.__main__ import run\nassert run() == 0\n"
        "assert not {'pydantic', 'yaml', 'vejviser.cli'} & set(sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert f"vejviser {__version__}\n" == done.stdout
