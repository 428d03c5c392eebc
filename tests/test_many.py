"""Many municipalities at once: chosen, checked, built each in a process of its own, and joined under one front page."""

import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from projects import MUNICIPALITY, TODAY
from vejviser.cli import FINDINGS, FINE, WRONG_USE, main

pytestmark = pytest.mark.heavy

Draw = Callable[[str], Path]
Output = pytest.CaptureFixture[str]
BROKEN = "content/\n  land/\n    terms/\n      ord-x.yml\n        | titel: X\n"


class TestChoice:
    """Which municipality is meant."""

    def test_must_choose(self, two: Path, capsys: Output) -> None:
        """With several and none in mkdocs.yml, all are named."""
        assert WRONG_USE == main(["check", "--root", str(two)])
        assert "Vælg en kommune med --municipality. Du kan skrive: `by`, `land`." in capsys.readouterr().err

    def test_the_one_of_mkdocs(self, two: Path, capsys: Output) -> None:
        """The one of mkdocs.yml is taken, and the others are named."""
        config = two / "mkdocs.yml"
        config.write_text(config.read_text(encoding="utf-8").replace(MUNICIPALITY, "land"), encoding="utf-8")

        assert FINE == main(["check", "--root", str(two), "--today", str(TODAY)])
        assert "Kommunen er `land`, som står i mkdocs.yml. Der er også `by`" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (["--all", "--municipality", "by"], "enten --municipality eller --all"),
            (["--only", "by,lnd"], "Mente du `land`?"),
            (["--shard", "3/2"], "`3/2` er ikke en del"),
            (["--shard", "to"], "`to` er ikke en del"),
        ],
    )
    def test_wrong_use(self, two: Path, capsys: Output, words: list[str], expected: str) -> None:
        """What cannot be followed is said in Danish."""
        assert WRONG_USE == main(["check", "--root", str(two), *words])
        assert expected in capsys.readouterr().err


def test_serve(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview shows the municipality that is asked for, whatever mkdocs.yml says."""
    shown = []
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"

    def look(server: LiveReloadServer) -> None:
        shown.append((Path(server.root) / "index.html").read_text(encoding="utf-8"))

    monkeypatch.setattr(LiveReloadServer, "serve", look)

    assert FINE == main(["serve", "--root", str(two), "--municipality", "land", "--address", address])
    assert "Vejviser for Landet" in shown[0]


class TestCheckAll:
    """`vejviser check --all`."""

    def test_fine(self, two: Path, capsys: Output) -> None:
        """Every municipality has its line, and there is no fault."""
        assert FINE == main(["check", "--root", str(two), "--all", "--today", str(TODAY)])
        out, err = capsys.readouterr()
        assert ["by: ingen fejl", "land: ingen fejl"] == sorted(err.splitlines())
        assert "Ingen fejl.\n" == out

    def test_shared_fault_once(self, two: Path, capsys: Output) -> None:
        """A fault in shared content is shown once, though every municipality has it."""
        path = two / "content/faelles/roles/laerer.yml"
        path.write_text(path.read_text(encoding="utf-8") + "titel: X\n", encoding="utf-8")

        assert FINDINGS == main(["check", "--root", str(two), "--all", "--format", "json", "--today", str(TODAY)])
        assert ["E201"] == [row["code"] for row in json.loads(capsys.readouterr().out)]

    def test_shards_cover_all(self, two: Path, capsys: Output) -> None:
        """The parts hold every municipality once."""
        for part in ("1/2", "2/2"):
            main(["check", "--root", str(two), "--shard", part, "--today", str(TODAY)])

        assert ["by: ingen fejl", "land: ingen fejl"] == capsys.readouterr().err.splitlines()
