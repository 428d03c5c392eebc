"""The command line: exit codes, Danish help and what it says when it is used wrongly."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import ROOT, TODAY, bytes_of
from vejviser import __version__
from vejviser.cli import (
    COMMANDS,
    CRASH_REPORT,
    FINDINGS,
    FINE,
    OUR_FAULT,
    WRONG_USE,
    main,
    name_of,
)

Draw = Callable[[str], Path]
Output = pytest.CaptureFixture[str]
BROKEN = "content/\n  by/\n    terms/\n      ord-x.yml\n        | titel: X\n"


@pytest.fixture(name="run")
def _run(drawn: Draw, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., int]:
    """Run a command in the drawn project as an editor would, standing in its folder."""
    drawn("")
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> int:
        monkeypatch.setattr("sys.argv", ["vejviser", *words])
        return main()

    return run


class TestCheck:
    """`vejviser check`."""

    def test_fine(self, run: Callable[..., int], capsys: Output) -> None:
        """Without faults it says so and ends with 0."""
        assert FINE == run("check", "--today", str(TODAY))
        assert ("Ingen fejl.\n", "") == tuple(capsys.readouterr())

    def test_findings(self, run: Callable[..., int], drawn: Draw, capsys: Output) -> None:
        """With faults it shows them and ends with 1."""
        drawn(BROKEN)

        assert FINDINGS == run("check", "--today", str(TODAY))
        out = capsys.readouterr().out
        assert "content/by/terms/ord-x.yml:1:1" in out
        assert "Mente du `title`?" in out

    def test_json(self, run: Callable[..., int], drawn: Draw, capsys: Output) -> None:
        """As JSON there is nothing but JSON."""
        drawn(BROKEN)

        assert FINDINGS == run("check", "--format", "json", "--today", str(TODAY))
        assert {"E201", "E202"} == {row["code"] for row in json.loads(capsys.readouterr().out)}

    def test_today(self, run: Callable[..., int], capsys: Output) -> None:
        """The day decides what is overdue, which is said without being asked for and stops nothing."""
        assert FINE == run("check", "--today", "2027-06-01")
        assert re.search(
            r"\d+ sider skulle være gennemgået; vis dem med: vejviser check --notes", capsys.readouterr().out
        )

    def test_notes(self, capsys: Output) -> None:
        """What the municipality must clear up is shown when asked for, and is no fault."""
        assert FINE == main(["check", "--root", str(ROOT), "--today", str(TODAY), "--notes"])
        assert "N407" in capsys.readouterr().out


class TestWrongUse:
    """What cannot be followed ends with 2 and Danish words on the error stream."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (["chekc"], "Mente du `check`?"),
            (["check", "--ukendt"], "ikke kan forstås: --ukendt"),
            (["check", "--municipality", "b"], "Kommunen `b` findes ikke."),
            (["check", "--municipality", "byy"], "Mente du `by`?"),
            (["check", "--today", "i går"], "`i går` er ikke en dato. Skriv fx 2026-11-21."),
            (["check", "--root", "content"], "mappen `content` mangler"),
            (["explain", "E999"], "Koden `E999` findes ikke."),
            (["serve"], "Der er ingen mkdocs.yml"),
            (["build"], "Der er ingen mkdocs.yml"),
            (["write"], "Der er ingen mkdocs.yml"),
        ],
    )
    def test_wrong_use(self, run: Callable[..., int], capsys: Output, words: list[str], expected: str) -> None:
        """The message names what was wrong and what to write."""
        assert WRONG_USE == run(*words)
        out, err = capsys.readouterr()
        assert ("", True) == (out, expected in err)
        assert "usage" not in err

    def test_choose(self, run: Callable[..., int], drawn: Draw, capsys: Output) -> None:
        """With two municipalities one must be chosen, and both are named."""
        drawn("content/\n  aeroe/\n")

        assert WRONG_USE == run("check")
        assert "`aeroe`, `by`" in capsys.readouterr().err

    def test_nothing(self, run: Callable[..., int], capsys: Output) -> None:
        """Without a command the help is shown."""
        assert WRONG_USE == run()
        assert "Kommandoer" in capsys.readouterr().out


class TestHelp:
    """Help is in Danish."""

    @pytest.mark.parametrize("words", [[], *([name_of(command)] for command in COMMANDS)])
    def test_danish(self, run: Callable[..., int], capsys: Output, words: list[str]) -> None:
        """Every command explains itself without a word of argparse's English."""
        with pytest.raises(SystemExit) as end:
            run(*words, "--help")

        out = capsys.readouterr().out
        assert FINE == end.value.code
        assert out.startswith("Brug: vejviser")
        assert [] == [
            word for word in ("usage", "options", "positional", "show this", "default") if word in out.lower()
        ]

    def test_version(self, run: Callable[..., int], capsys: Output) -> None:
        """The version is one line."""
        with pytest.raises(SystemExit):
            run("--version")
        assert f"vejviser {__version__}\n" == capsys.readouterr().out


def test_our_fault(run: Callable[..., int], tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours ends with 3: no traceback on the screen, but one in a file to send."""

    def crash(*_: object) -> None:
        raise ZeroDivisionError("uha")

    monkeypatch.setattr("vejviser.commands.common.check_project", crash)

    assert OUR_FAULT == run("check")
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert CRASH_REPORT in err
    assert "ZeroDivisionError: uha" in (tmp_path / CRASH_REPORT).read_text(encoding="utf-8")


def test_crashed_check_is_our_fault(run: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """A check that crashes is a finding with 3 as the exit code: it is not the editor's to mend."""

    def crash(*_: object) -> None:
        raise ZeroDivisionError("uha")

    monkeypatch.setattr("vejviser.checks.CHECKS", (crash,))

    assert OUR_FAULT == run("check")
    assert "E901" in capsys.readouterr().out


class TestWrite:
    """`vejviser write`."""

    def test_refuses(self, run: Callable[..., int], tmp_path: Path, capsys: Output) -> None:
        """A folder with something else in it is wrong use."""
        shutil.copy(ROOT / "mkdocs.yml", tmp_path)

        (tmp_path / "mit").mkdir()
        (tmp_path / "mit/brev.txt").write_text("", encoding="utf-8")

        assert WRONG_USE == run("write", str(tmp_path / "mit"), "--today", str(TODAY))
        assert WRONG_USE == run("write", str(tmp_path / "content/ny"), "--today", str(TODAY))
        err = capsys.readouterr().err
        assert "indeholder andet" in err
        assert "er en del af projektet selv" in err
        assert not (tmp_path / "content/ny").exists()

    def test_faults_write_nothing(self, run: Callable[..., int], drawn: Draw, tmp_path: Path, capsys: Output) -> None:
        """Content with a fault is not written."""
        drawn(BROKEN)
        shutil.copy(ROOT / "mkdocs.yml", tmp_path)

        assert FINDINGS == run("write", str(tmp_path / "ud"), "--today", str(TODAY))
        assert not (tmp_path / "ud").exists()
        assert "E201" in capsys.readouterr().out

    def test_same_place(self, tmp_path: Path, capsys: Output) -> None:
        """It says how much it wrote, and a second time there is nothing to write."""
        words = ["write", str(tmp_path / "ud"), "--root", str(ROOT), "--today", str(TODAY)]

        assert (FINE, FINE) == (main(words), main(words))
        said = [line for line in capsys.readouterr().out.split("\n") if "filer skrevet" in line]
        assert [f"{len(bytes_of(tmp_path / 'ud')) - 1} filer skrevet", "0 filer skrevet"] == [
            line.split(",")[0] for line in said
        ]
