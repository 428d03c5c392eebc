"""What follows from a file that cannot be read is held back, so that the first finding is the true one."""

import shutil
from pathlib import Path

import pytest

from projects import TODAY
from vejviser.checked import check_project

BASE = Path(__file__).parent / "cases" / "base"
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yml"))
FAULTS = {
    "a colon too many": "title: Et: to\n",
    "an unknown field": "vejr: godt\n",
    "a fault in a value": "status: aktiv\n",
    "a conflict": "<<<<<<< HEAD\n",
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", FILES)
def test_one_fault_is_one_finding(name: str, fault: str, tmp_path: Path) -> None:
    """A fault in any file is all that is said: nothing of those who name it, build on it or are named by it."""
    root = shutil.copytree(BASE, tmp_path / "project")
    file = root / name
    text = file.read_text(encoding="utf-8")
    key = FAULTS[fault].split(":")[0]
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith(f"{key}:")]
    file.write_text("".join(kept) + FAULTS[fault], encoding="utf-8")

    found = check_project(root, "demo", TODAY).findings

    assert [name] == [finding.path for finding in found], found


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_among_many_records(fault: str, tmp_path: Path) -> None:
    """A fault in a file of many records says nothing of the other records, and nothing of those who name them."""
    root = shutil.copytree(BASE, tmp_path / "project")
    folder = root / "content" / "faelles" / "roles"
    rows = [
        f"  - id: {path.stem}\n" + "".join(f"    {line}\n" for line in path.read_text(encoding="utf-8").splitlines())
        for path in sorted(folder.glob("*.yml"))
    ]
    for path in folder.glob("*.yml"):
        path.unlink()
    (folder / "roller.yml").write_text("records:\n" + "".join(rows), encoding="utf-8")
    assert [] == check_project(root, "demo", TODAY).findings
    line = FAULTS[fault] if fault == "a conflict" else f"    {FAULTS[fault]}"
    text = "".join([*rows[:-1], rows[-1].replace("    status: active\n", "").replace("    title: Lærer\n", ""), line])
    (folder / "roller.yml").write_text("records:\n" + text, encoding="utf-8")

    found = check_project(root, "demo", TODAY).findings

    assert {"content/faelles/roles/roller.yml"} == {finding.path for finding in found}, found
