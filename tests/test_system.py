"""What the system refuses, and how a command ends when it is stopped: never as our fault, never as if all were well."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import ROOT, TODAY
from vejviser.cli import CLOSED, CRASH_REPORT, FINDINGS, FINE, INTERRUPTED, WRONG_USE, main
from vejviser.system_faults import _WORDS

Draw = Callable[[str], Path]
Output = pytest.CaptureFixture[str]


@pytest.fixture(name="run")
def _run(drawn: Draw, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., int]:
    """Run a command in the drawn project as an editor would, standing in its folder."""
    drawn("")
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> int:
        monkeypatch.setattr("sys.argv", ["vejviser", *words])
        return main()

    return run


class TestSystem:
    """What the system refuses is said in Danish with the way out, and is not called our fault."""

    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            (errno.ENOSPC, "Disken er fuld, så ud/æ.html kunne ikke skrives. Gør plads"),
            (errno.EACCES, "Du har ikke ret til ud/æ.html. Ret rettighederne"),
            (errno.EROFS, "Ud/æ.html ligger på en disk, der kun kan læses"),
            (errno.ENOENT, "Ud/æ.html findes ikke"),
            (errno.ENAMETOOLONG, "Navnet ud/æ.html er for langt"),
            (errno.ENOTDIR, "En del af stien ud/æ.html er en fil"),
            (errno.EDEADLK, "Systemet kunne ikke læse eller skrive ud/æ.html ("),
        ],
    )
    def test_refused(
        self, run: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys: Output, number: int, expected: str
    ) -> None:
        """Each cause has its words, and the file is named."""

        def refuse(*_: object) -> None:
            raise OSError(number, os.strerror(number), "ud/æ.html")

        monkeypatch.setattr("vejviser.commands.common.check_project", refuse)

        assert WRONG_USE == run("check")
        assert expected in capsys.readouterr().err
        assert not Path(CRASH_REPORT).exists()

    def test_every_cause_is_a_sentence(self) -> None:
        """The words for a cause are whole sentences, with room for the file in one place."""
        assert [] == [words for words in _WORDS.values() if not words.endswith(".") or words.count("{}") > 1]

    def test_a_file_in_the_path(self, run: Callable[..., int], tmp_path: Path, capsys: Output) -> None:
        """A folder to publish to that lies in a file, and a file to write to in no folder."""
        (tmp_path / "fil").write_text("", encoding="utf-8")
        shutil.copy(ROOT / "mkdocs.yml", tmp_path)

        assert WRONG_USE == run("build", "--site-dir", "fil/x", "--today", str(TODAY))
        assert WRONG_USE == run("tree", "show", "trae", "--output", "mangler/trae.txt")
        err = capsys.readouterr().err
        assert "er en fil og ikke en mappe" in err
        assert "angler/trae.txt findes ikke" in err

    def test_other_encoding_of_the_project(self, run: Callable[..., int], tmp_path: Path, capsys: Output) -> None:
        """A mkdocs.yml in another encoding is said to be."""
        for encoding in ("latin-1", "utf-16"):
            (tmp_path / "mkdocs.yml").write_bytes("site_name: Møde\n".encode(encoding))

            assert WRONG_USE == run("check")
            assert "mkdocs.yml er ikke gemt som UTF-8" in capsys.readouterr().err

    @pytest.mark.parametrize(
        "form",
        [
            "- search\n  - vejviser:\n      municipality: by",
            '- vejviser:\n      municipality: "by"',
            "- vejviser: {municipality: by}",
            "vejviser: {municipality: by}",
            "- vejviser:\n      municipality: by\nextra: {home: !ENV [HOME, ''], municipality: x, day: 2026-99-99}",
        ],
    )
    def test_forms_of_the_municipality(
        self, run: Callable[..., int], drawn: Draw, tmp_path: Path, capsys: Output, form: str
    ) -> None:
        """However YAML lets it be written, the municipality of mkdocs.yml is the one under our plugin."""
        drawn("content/\n  aeroe/\n")
        (tmp_path / "mkdocs.yml").write_text(f"# municipality: x\nplugins:\n  {form}\n", encoding="utf-8")

        assert FINE == run("check", "--today", str(TODAY))
        assert "Kommunen er `by`" in capsys.readouterr().err

    def test_broken_config(self, run: Callable[..., int], drawn: Draw, tmp_path: Path, capsys: Output) -> None:
        """A mkdocs.yml that is no YAML is said to be, with the place."""
        drawn("content/\n  aeroe/\n")
        (tmp_path / "mkdocs.yml").write_text("site_name: 'Møde\nplugins: [vejviser\n", encoding="utf-8")

        assert WRONG_USE == run("check", "--today", str(TODAY))
        assert "mkdocs.yml kan ikke læses, linje 3, tegn 1." in capsys.readouterr().err

    @pytest.mark.parametrize("text", ["5", "extra_css: [{a: b}]\nplugins: [vejviser]", "site_name: !x y"])
    @pytest.mark.parametrize("words", [["build"], ["write", "ud"]])
    def test_config_that_breaks_mkdocs(
        self, run: Callable[..., int], tmp_path: Path, capsys: Output, text: str, words: list[str]
    ) -> None:
        """What MkDocs does not look at before it breaks is no fault of ours."""
        (tmp_path / "mkdocs.yml").write_text(f"{text}\n", encoding="utf-8")
        (tmp_path / "content/pages").mkdir()
        shutil.copytree(ROOT / "site_overrides", tmp_path / "site_overrides")

        assert run(*words, "--municipality", "by", "--today", str(TODAY)) in (FINE, FINDINGS, WRONG_USE)
        assert "gik i stykker" not in capsys.readouterr().err


class TestEnd:
    """How a command ends when it is stopped, or when nobody reads what it says."""

    @pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, INTERRUPTED), (BrokenPipeError, CLOSED)])
    def test_not_fine(
        self, run: Callable[..., int], monkeypatch: pytest.MonkeyPatch, error: type[BaseException], code: int
    ) -> None:
        """Stopped is not done: a script that goes on after success does not go on."""

        def stop(*_: object) -> None:
            raise error

        monkeypatch.setattr("vejviser.commands.common.check_project", stop)
        monkeypatch.setattr(os, "dup2", lambda *_: None)

        assert code == run("check")

    def test_closed_output(self, tmp_path: Path, drawn: Draw) -> None:
        """With a reader that is gone the real command ends with something else than 0."""
        drawn("")
        reader, writer = os.pipe()
        os.close(reader)
        words = [sys.executable, "-m", "vejviser", "check", "--root", str(tmp_path), "--today", str(TODAY)]
        with subprocess.Popen(words, stdout=writer, stderr=subprocess.PIPE, text=True) as ended:
            os.close(writer)
            _, err = ended.communicate()

        assert CLOSED == ended.returncode
        assert "Traceback" not in err

    @pytest.mark.parametrize("encoding", ["cp1252", "cp850", "latin-1", "ascii"])
    def test_older_output(self, tmp_path: Path, drawn: Draw, encoding: str) -> None:
        """A console without the letter `→` shows what it can; JSON stays JSON."""
        drawn("content/\n  by/\n    terms/\n      ord-x.yml\n        | titel: et → to ø\n")
        words = [sys.executable, "-m", "vejviser", "check", "--root", str(tmp_path), "--today", str(TODAY)]
        env = {**os.environ, "PYTHONIOENCODING": encoding}
        text = subprocess.run(words, capture_output=True, env=env, check=False)
        data = subprocess.run([*words, "--format", "json"], capture_output=True, env=env, check=False)

        assert (FINDINGS, b"") == (text.returncode, text.stderr)
        assert "et ? to" in text.stdout.decode(encoding)
        assert (FINDINGS, "E201") == (data.returncode, json.loads(data.stdout)[0]["code"])
