"""Each fault of publishing, preview and bad input that was mended, put back: a test must find it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from projects import ROOT


class Planted(NamedTuple):
    """A fault: where in the package, what stands there, what takes its place, and the tests that must fail."""

    file: str
    right: str
    wrong: str
    tests: str


PUBLISHING = "tests/test_publishing.py"
FAULTS = {
    "others' files are deleted": Planted(
        "adapters/publishing/permission.py", "if held.others:", "if False:", f"{PUBLISHING}::TestOthers"
    ),
    "one site over many": Planted(
        "adapters/publishing/permission.py",
        'if held.kind == "portal":',
        "if False:",
        f"{PUBLISHING}::TestOthers::test_one_over_many_and_many_over_one",
    ),
    "sites of another project are removed": Planted(
        "adapters/publishing/permission.py",
        "if strange:",
        "if False:",
        f"{PUBLISHING}::TestOthers::test_of_another_project",
    ),
    "a mark is proof": Planted(
        "adapters/publishing/earlier.py",
        "return _holds(folder / name, _SITE_PAGE)",
        "return True",
        f"{PUBLISHING}::TestOthers::test_a_mark_is_no_proof",
    ),
    "through a symlink": Planted(
        "adapters/publishing/paths.py", "if path.is_symlink():", "if False:", "tests/test_write.py::TestWrite"
    ),
    "two at once": Planted(
        "adapters/publishing/lock.py",
        "if not _try(opened):",
        "if False:",
        "tests/test_publishing_lock.py::TestLock::test_busy",
    ),
    "not put back at once": Planted(
        "adapters/publishing/swapping.py",
        "            _rename(spare, target)\n            raise",
        "            raise",
        f"{PUBLISHING}::TestWhole::test_second_rename_fails",
    ),
    "not put back at the next start": Planted(
        "adapters/publishing/swapping.py",
        "if spare.is_dir() and",
        "if False and",
        f"{PUBLISHING}::TestWhole::test_killed_between_the_renames",
    ),
    "half a site": Planted(
        "adapters/publishing/__init__.py",
        "        _count(self.fresh)\n",
        "",
        f"{PUBLISHING}::TestWhole::test_counted",
    ),
    "half filled is somebody else's": Planted(
        "adapters/publishing/__init__.py",
        "look(target, noted(place))",
        "look(target)",
        f"{PUBLISHING}::TestWhole::test_killed_while_filling",
    ),
    "the way to the search of all is lost": Planted(
        "adapters/build.py",
        "        keep_mark(work.target, work.fresh)\n",
        "        pass\n",
        "tests/test_many_build.py::TestBuildAll::test_one_of_many",
    ),
    "children go on": Planted(
        "adapters/processes.py",
        "    _end_with_parent()\n",
        "",
        "tests/test_processes.py::test_children_end_with_their_parent",
    ),
    "one bad site stops all": Planted(
        "adapters/portal.py",
        "            if not last.name:\n                raise",
        "            raise",
        "tests/test_portal_folder.py::TestFolder::test_breaks_late",
    ),
    "stopped is fine": Planted(
        "cli.py", "        return INTERRUPTED", "        return FINE", "tests/test_system.py::TestEnd::test_not_fine"
    ),
    "a closed output is fine": Planted(
        "cli.py", "        return CLOSED", "        return FINE", "tests/test_system.py::TestEnd::test_closed_output"
    ),
    "an older console": Planted(
        "cli.py", 'reconfigure(errors="replace")', "reconfigure()", "tests/test_system.py::TestEnd::test_older_output"
    ),
    "a right that is missing is our fault": Planted(
        "cli.py",
        "    except OSError as error:",
        "    except ZeroDivisionError as error:",
        "tests/test_system.py::TestSystem",
    ),
    "a symlink's target is printed": Planted(
        "report.py",
        "if not stat.S_ISREG(place.lstat().st_mode):",
        "if False:",
        "tests/test_report.py::TestPrivacy::test_symlink",
    ),
    "other programs' files": Planted(
        "folders.py",
        "        if is_of_a_program(item.name):\n            continue\n",
        "",
        "tests/test_project_files.py::TestOfPrograms",
    ),
    "one slip, hundreds of findings": Planted(
        "project.py",
        ", *_IDS.findall(written)",
        "",
        "tests/test_project_files.py::TestUnreadable",
    ),
    "memory grows": Planted(
        "checked.py",
        "    finally:\n        if was_on:",
        "    finally:\n        gc.freeze()\n        if was_on:",
        "tests/test_serve.py::test_memory",
    ),
    "any host": Planted(
        "adapters/preview_requests.py",
        "if name not in known and",
        "if False and",
        "tests/test_serve.py::test_requests",
    ),
    "deleted pages stay": Planted(
        "adapters/mkdocs_plugin.py",
        "inside(folder, name).unlink(missing_ok=True)",
        "pass",
        "tests/test_serve.py::test_a_deleted_page_is_forgotten",
    ),
    "half a folder left": Planted(
        "commands/new.py",
        "is_text = answer.isprintable() and",
        "is_text = True or",
        "tests/test_new.py::TestNew::test_wrong_use",
    ),
}


def outcome(package: Path, tests: str) -> subprocess.CompletedProcess[str]:
    """Run tests with a package that lies somewhere else."""
    words = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests.split()]
    environment = {**os.environ, "PYTHONPATH": str(package)}
    environment.pop("PYTEST_XDIST_WORKER", None)
    return subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", FAULTS)
def test_still_there(name: str) -> None:
    """Whoever moves the line or the test that a fault names hears of it at once, and not first in the slow run."""
    fault = FAULTS[name]
    path, *inside = fault.tests.split("::")

    assert 1 == (ROOT / "generator/vejviser" / fault.file).read_text(encoding="utf-8").count(fault.right)
    assert [] == [part for part in inside if f" {part}" not in (ROOT / path).read_text(encoding="utf-8")]


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTS)
def test_found(name: str, tmp_path: Path) -> None:
    """With the fault put back, the test that is named for it fails, and for no other reason than what it asserts."""
    fault = FAULTS[name]
    package = shutil.copytree(ROOT / "generator/vejviser", tmp_path / "vejviser")
    text = (package / fault.file).read_text(encoding="utf-8")
    assert 1 == text.count(fault.right)
    (package / fault.file).write_text(text.replace(fault.right, fault.wrong), encoding="utf-8")

    ended = outcome(tmp_path, fault.tests)

    assert 1 == ended.returncode, ended.stdout[-3000:] + ended.stderr[-1000:]
    assert "FAILED" in ended.stdout
