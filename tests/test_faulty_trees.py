"""Faulty decision trees: each file in cases/trees gives the findings that its first lines name, and nothing else."""

import re
import shutil
from pathlib import Path

import pytest

from test_explanations import CASES, TODAY
from vejviser import explain
from vejviser.checked import check_project

FAULTY = {path.stem: path for path in sorted((CASES / "trees").glob("*.yml"))}
TREE = "decision_trees/demo/jeg-er-bekymret.yml"
_EXPECTED = re.compile(r"^# ([EWN]\d{3}) (\d+):(\d+) (.+)$", re.MULTILINE)


def lay(file: Path, root: Path) -> None:
    """Put a faulty tree in the place of the base project's; fields that it leaves out are the base's."""
    faulty, target = file.read_text(encoding="utf-8"), root / TREE
    own = re.findall(r"(?m)^([a-z_]+):", faulty)
    kept = re.split(r"(?m)^(?=[a-z_]+:)", target.read_text(encoding="utf-8"))
    target.write_text(faulty + "".join(part for part in kept if part.split(":")[0] not in own), encoding="utf-8")


def expected(file: Path) -> list[tuple[str, int, int, str]]:
    """Code, line, column and a part of the message of each finding that a file names."""
    found = _EXPECTED.findall(file.read_text(encoding="utf-8"))
    return [(code, int(line), int(column), part) for code, line, column, part in found]


@pytest.mark.parametrize("name", FAULTY)
def test_faulty_tree(name: str, tmp_path: Path) -> None:
    """A faulty tree gives exactly the findings written at its top, each with the words written there."""
    root = shutil.copytree(CASES / "base", tmp_path / "project")
    lay(FAULTY[name], root)
    wanted = expected(FAULTY[name])

    findings = check_project(root, "demo", TODAY).findings

    assert [(TREE, line, column, code) for code, line, column, _ in wanted] == [
        (finding.path, finding.line, finding.column, finding.code) for finding in findings
    ]
    assert [] == [
        (part, finding.message)
        for (*_, part), finding in zip(wanted, findings, strict=True)
        if part not in finding.message
    ]


def test_there_are_enough() -> None:
    """At least 45 faulty trees, each with a finding, and between them every code about trees."""
    codes = {code for file in FAULTY.values() for code, *_ in expected(file)}
    about_trees = {code for code in explain.codes() if code[1] == "5"} | {"E210"}

    assert len(FAULTY) >= 45
    assert all(expected(file) for file in FAULTY.values())
    assert set() == about_trees - codes
