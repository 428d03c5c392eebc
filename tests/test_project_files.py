"""Files that are not ours to read, and files that cannot be read."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from projects import ROOT, TODAY
from vejviser.checked import Checked, check_project
from vejviser.folders import municipalities, record_files
from vejviser.records.base import Record

Draw = Callable[[str], Path]
Check = Callable[[str], Checked]


class TestOfPrograms:
    """What editors, file managers and git keep for themselves is no content."""

    @pytest.mark.parametrize("name", [".DS_Store", "._ord-x.yml", ".#x.yml", "x.yml~", "Thumbs.db", "desktop.ini"])
    @pytest.mark.parametrize("folder", ["terms", "pages", ""])
    def test_files(self, drawn: Draw, folder: str, name: str) -> None:
        """They are passed over, in every folder."""
        root = drawn("content/\n  by/\n    terms/\n    pages/\n")
        (root / "content/by" / folder / name).write_bytes(b"\x00\xff")

        assert [] == check_project(root, "by", TODAY).findings

    def test_folders(self, drawn: Draw) -> None:
        """A folder of theirs is no municipality."""
        assert ["by"] == municipalities(drawn("content/\n  .git/\n  .obsidian/\n"))

    def test_a_link_of_an_editor(self, drawn: Draw) -> None:
        """Emacs marks an open file by a link to nothing beside it."""
        root = drawn("content/\n  by/\n    terms/\n")
        (root / "content/by/terms/.#ord.yml").symlink_to("mig@maskinen.1:2")

        assert [] == check_project(root, "by", TODAY).findings


class TestUnreadable:
    """A file that cannot be read as a whole is told of once."""

    @pytest.mark.parametrize("name", ["faelles/roles/laerer.yml", "by/pages/om.md"])
    def test_vanishes(self, drawn: Draw, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        """A file that is deleted after its folder was listed is said to be, whatever it holds."""
        root = drawn("content/\n  by/\n    pages/\n      om.md\n        | # Om\n")
        path = root / "content" / name

        def listed(*given: Any) -> Iterator[tuple[Path, type[Record]]]:
            for file, model in record_files(*given):
                if file == path:
                    file.unlink()
                yield file, model

        def read(file: Path) -> bytes:
            if file == path:
                file.unlink()
            return file.read_bytes()

        monkeypatch.setattr("vejviser.project.record_files", listed)
        monkeypatch.setattr("vejviser.folders.read_bytes", read)
        found = [finding for finding in check_project(root, "by", TODAY).findings if finding.path == f"content/{name}"]

        assert ["E114"] == [finding.code for finding in found]
        assert "den blev slettet imens" in found[0].message

    def test_a_long_id(self, checked: Check) -> None:
        """An id that no folder can have is refused, where it is given and where it is named."""
        result = checked(
            f"content/\n  by/\n    roles/\n      a.yml\n        | title: A\n        | related: [{'x' * 300}]\n"
        )

        assert ["`xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…` er for langt i `related`: 300 tegn, højst 100."] == [
            finding.message for finding in result.findings if "for langt" in finding.message
        ]

    def test_one_slip_in_a_file_of_many(self, tmp_path: Path) -> None:
        """A missing space hides no record from those that name it: what is wrong stands first, and alone."""
        shutil.copytree(ROOT / "content", tmp_path / "content")
        shutil.copytree(ROOT / "decision_trees", tmp_path / "decision_trees")
        path = tmp_path / "content/faelles/sources/kilder.yml"
        path.write_text(re.sub(r"title: (?!\")", "title:", path.read_text(encoding="utf-8"), count=1), encoding="utf-8")

        found = [finding for finding in check_project(tmp_path, "ringsted", TODAY).findings if finding.stops]

        assert {"content/faelles/sources/kilder.yml"} == {finding.path for finding in found}
        assert ["E1"] == sorted({finding.code[:2] for finding in found})
