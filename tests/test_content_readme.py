"""What the README of the content says of the content holds."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from projects import ROOT, TODAY, tool
from vejviser.folders import municipalities
from vejviser.records.kinds import KINDS

README = (ROOT / "content/README.md").read_text(encoding="utf-8")


@pytest.fixture(name="tool", scope="module")
def _tool() -> ModuleType:
    """The script that makes the table."""
    return tool("findings")


def test_findings(tool: ModuleType) -> None:
    """The table is what the checks find today; `python3 tools/findings.py --write` makes it so."""
    assert README.split(tool.BEGIN)[1].split(tool.END)[0] == tool.table(ROOT, TODAY)


def test_folders() -> None:
    """Every folder of a municipality and every municipality is named."""
    folders = {kind.model.folder for kind in KINDS.values() if kind.model.folder} - {
        "decision_trees",
        "thesaurus",
        "law",
    }
    named = set(re.findall(r"`([\w-]+)/`", README))
    there = {path.name for path in Path(ROOT / "content").glob("*/*") if path.is_dir()} - {"thesaurus", "law"}

    assert there | folders | set(municipalities(ROOT)) <= named
