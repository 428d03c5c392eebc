"""`vejviser diff-shared`: what a municipality has in place of the shared content, beside it, and not at all."""

import json
from pathlib import Path

import pytest

from projects import MUNICIPALITY, ROOT, TODAY
from vejviser.checked import Checked
from vejviser.cli import FINE, main

Output = pytest.CaptureFixture[str]


class TestDiffShared:
    """`vejviser diff-shared`."""

    def test_json(self, two: Path, capsys: Output) -> None:
        """What is replaced, added, used as it is and missing, as data."""
        assert FINE == main(["diff-shared", "land", "--root", str(two), "--today", str(TODAY), "--format", "json"])

        compared = json.loads(capsys.readouterr().out)
        assert [
            {
                "kind": "role",
                "id": "laerer",
                "shared": "content/faelles/roles/laerer.yml",
                "own": "content/land/roles/laerer.yml",
                "differs": ["title"],
                "shared_is_newer": True,
            }
        ] == compared["replaced"]
        assert {"municipality": ["land"], "meeting_type": ["landsmoede"]} == compared["added"]
        assert ["kilde"] == compared["as_shared"]["source"]
        assert "offer" in compared["missing"]
        assert "meeting_type" not in compared["missing"]

    def test_text(self, two: Path, capsys: Output) -> None:
        """The same in words."""
        main(["diff-shared", "land", "--root", str(two), "--today", str(TODAY)])

        out = capsys.readouterr().out
        assert "laerer (Roller): forskel i title" in out
        assert "Møder (1): landsmoede" in out

    def test_every_record_once(self, shipped: Checked, capsys: Output) -> None:
        """Every record of the municipality is replaced, added or as shared, and none is two of these."""
        main(["diff-shared", MUNICIPALITY, "--root", str(ROOT), "--today", str(TODAY), "--format", "json"])

        compared = json.loads(capsys.readouterr().out)
        found = [row["id"] for row in compared["replaced"]]
        found += [id_ for group in ("added", "as_shared") for ids in compared[group].values() for id_ in ids]
        assert sorted(shipped.project.entries) == sorted(found)
        assert {entry.id for entry in shipped.project.entries.values() if entry.shared} == {
            id_ for ids in compared["as_shared"].values() for id_ in ids
        }
