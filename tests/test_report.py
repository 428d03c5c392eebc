"""How findings are shown to an editor."""

import json
import os
from pathlib import Path

import pytest

from vejviser.findings import Finding
from vejviser.report import as_json, as_text, one_line

ERROR = Finding("a.yml", 2, 8, "E301", "Der er ingen post.", "Ret id'et.")
WARNING = Finding("a.yml", 1, 1, "W414", "For sent.", "")
NOTE = Finding("b.yml", 1, 1, "N406", "Skal afklares.", "Spørg.")


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    (tmp_path / "a.yml").write_text("title: Møde\nowner: ukendt\n", encoding="utf-8")
    return tmp_path


class TestText:
    """Danish text with the line and a caret."""

    def test_block(self, root: Path) -> None:
        """What, where, the line itself, the place in it, and what to do."""
        assert (
            "E301 Der er ingen post.\n"
            "  a.yml:2:8\n"
            "  2 | owner: ukendt\n"
            "    |        ^\n"
            "  Gør: Ret id'et.\n"
            "  Mere: vejviser explain E301\n"
            "\n"
            "1 fejl. Se mere: vejviser explain KODE\n"
        ) == as_text([ERROR], root)

    def test_caret_stands_under_the_column(self, root: Path) -> None:
        """The caret is under the column, for numbers of more digits too, and a tab counts as one."""
        (root / "lang.yml").write_text("\n" * 11 + "\tæøå: x\n", encoding="utf-8")
        lines = as_text([Finding("lang.yml", 12, 7, "E301", "", "")], root).split("\n")

        assert ["  12 | ·æøå: x", "     |       ^"] == lines[2:4]
        assert lines[2][lines[3].index("^")] == "x"

    def test_long_line(self, root: Path) -> None:
        """Of a line longer than the screen the part with the fault is shown."""
        (root / "lang.yml").write_text(f"law: [{'x' * 150}, ukendt]\n", encoding="utf-8")
        lines = as_text([Finding("lang.yml", 1, 160, "E301", "", "")], root).split("\n")

        assert "ukendt" in lines[2]
        assert lines[2][lines[3].index("^") :].startswith("kendt")

    def test_more_once(self, root: Path) -> None:
        """Where to read more of a code is said with the first finding of it."""
        text = as_text([ERROR, ERROR, WARNING], root)

        assert (1, 1) == (text.count("Mere: vejviser explain E301"), text.count("Mere: vejviser explain W414"))

    def test_no_such_line(self, root: Path) -> None:
        """A finding in a file or line that is not there is shown without a line."""
        text = as_text(
            [Finding("væk.yml", 1, 1, "E701", "Mangler.", ""), Finding("a.yml", 9, 1, "E301", "Slut.", "")], root
        )

        assert "^" not in text
        assert "|" not in text

    def test_control_characters(self, root: Path) -> None:
        """What is in a file cannot paint the editor's terminal."""
        (root / "c.yml").write_text("a: \x1b[31mrød\u202e\n", encoding="utf-8")

        text = as_text([Finding("c.yml", 1, 4, "E107", "Usynligt.", "")], root)

        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "·[31mrød·" in text

    def test_colour(self, root: Path) -> None:
        """Colours are used only when asked for, and every colour is ended."""
        coloured = as_text([ERROR, WARNING], root, colour=True)

        assert "\033[31m" in coloured
        assert "\033" not in as_text([ERROR, WARNING], root)
        assert coloured.count("\033[0m") * 2 == coloured.count("\033[")


@pytest.mark.parametrize(
    ("findings", "notes", "summary"),
    [
        ([], False, "Ingen fejl.\n"),
        ([ERROR], False, "1 fejl. Se mere: vejviser explain KODE\n"),
        ([ERROR, WARNING], False, "1 fejl og 1 advarsel. Se mere: vejviser explain KODE\n"),
        ([ERROR, ERROR, WARNING, WARNING], False, "2 fejl og 2 advarsler. Se mere: vejviser explain KODE\n"),
        ([WARNING], False, "1 advarsel. Se mere: vejviser explain KODE\n"),
        ([NOTE], False, "Ingen fejl.\nKommunen skal afklare 1 punkt; vis dem med: vejviser check --notes\n"),
        ([NOTE, NOTE], True, "Ingen fejl.\nKommunen skal afklare 2 punkter.\n"),
    ],
)
def test_summary(findings: list[Finding], summary: str, root: Path, *, notes: bool) -> None:
    """The last lines count what was found, one and many."""
    text = as_text(findings, root, notes=notes)

    assert text.endswith(summary)
    assert notes == (NOTE.message in text)


def test_json() -> None:
    """For other programs every finding is whole, notes too, with its severity."""
    rows = json.loads(as_json([ERROR, NOTE]))

    assert [("E301", "error"), ("N406", "note")] == [(row["code"], row["severity"]) for row in rows]
    assert {"path", "line", "column", "code", "severity", "message", "hint"} == set(rows[0])


def test_one_line() -> None:
    """For logs a finding is one line, in the form that editors make clickable."""
    assert "a.yml:2:8: E301 Der er ingen post. Ret id'et." == one_line(ERROR)
    assert "a.yml:1:1: W414 For sent." == one_line(WARNING)


class TestPrivacy:
    """What a finding is shown with is the project's own."""

    def test_symlink(self, root: Path, tmp_path: Path) -> None:
        """Nothing of what a symlink points at is printed."""
        (tmp_path / "hemmelig").write_text("kodeord: 1234\n", encoding="utf-8")
        (root / "genvej.yml").symlink_to(tmp_path / "hemmelig")

        assert "1234" not in as_text([Finding("genvej.yml", 1, 1, "E108", "Genvej.", "")], root)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
    def test_pipe(self, root: Path) -> None:
        """What is no file is not read: a pipe would never answer."""
        os.mkfifo(root / "roer.yml")

        assert "E108 Genvej." in as_text([Finding("roer.yml", 1, 1, "E108", "Genvej.", "")], root)

    def test_many(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file is read once, however many findings it has."""
        opened = []
        real = Path.open
        monkeypatch.setattr(Path, "open", lambda self, *a, **k: opened.append(self) or real(self, *a, **k))

        as_text([Finding("a.yml", 2, 1, "E301", f"{n}", "") for n in range(1000)], root)

        assert [root / "a.yml"] == opened
