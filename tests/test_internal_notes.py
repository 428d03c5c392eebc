"""What editors write to each other is in nothing that anybody can fetch, whatever builds the site."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from projects import ROOT
from vejviser.cli import main

pytestmark = pytest.mark.heavy

PLANTED = "Hemmelig tulipan til redaktionen."
_NOTE = re.compile(r"(internal_note: >-\n)( +)")
PARTS = ("mkdocs.yml", "content", "decision_trees", "site_overrides")


def published(folder: Path) -> list[str]:
    """The files of a site that hold the note."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    assert found
    return [path.relative_to(folder).as_posix() for path in found if PLANTED.encode() in path.read_bytes()]


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with the note wherever an editor has written one."""
    root = tmp_path_factory.mktemp("projekt")
    for part in PARTS:
        (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, root / part)
    for path in root.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(_NOTE.sub(rf"\1\2{PLANTED}\n\2", text), encoding="utf-8")
    assert len(published(root / "content")) > 10
    return root


def test_zensical(project: Path) -> None:
    """Asked to build the repository itself, Zensical copies no YAML; it cannot fill our templates either."""
    subprocess.run([sys.executable, "-m", "zensical", "build"], cwd=project, capture_output=True, check=False)

    assert [] == published(project / "site")


def test_mkdocs_without_the_plugin(project: Path) -> None:
    """Nor does MkDocs when somebody takes the plugin away."""
    config = load_config(
        config_file=str(project / "mkdocs.yml"),
        site_dir=str(project / "uden"),
        plugins=[],
        theme="mkdocs",
        strict=False,
    )
    mkdocs_build(config)

    assert [] == published(project / "uden")


@pytest.mark.slow
def test_our_own_builds(project: Path, tmp_path: Path) -> None:
    """Nor do the sites of all municipalities, the pages over them, or the folder for other builders."""
    assert 0 == main(["build", "--root", str(project), "--all", "--site-dir", str(tmp_path / "alle")])
    assert 0 == main(["write", "--root", str(project), str(tmp_path / "skrevet")])

    assert (tmp_path / "alle" / "portal.json").is_file()
    assert [] == published(tmp_path / "alle") + published(tmp_path / "skrevet")
