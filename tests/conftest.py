"""Fixtures of all tests: drawn projects, the shipped content, and a copy of the whole project; figures at the end."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from drawn import SECOND
from projects import MUNICIPALITY, ROOT, TODAY, copy_project, draw, draw_base
from shipped import NAMES, checked_of
from vejviser.checked import Checked, check_project

# How long an example takes depends on what else the machine does.
settings.register_profile("vejviser", deadline=None)
# `make quick` asks for fewer examples: --hypothesis-profile=quick.
settings.register_profile("quick", deadline=None, max_examples=15)
settings.load_profile("vejviser")


@pytest.fixture(name="drawn")
def _drawn(tmp_path: Path) -> Callable[[str], Path]:
    """Draw on top of a project of the municipality `by` that has no findings; a file drawn again is replaced."""
    draw_base(tmp_path)
    return lambda tree: draw(tree, tmp_path)


@pytest.fixture(name="checked")
def _checked(drawn: Callable[[str], Path]) -> Callable[[str], Checked]:
    """Draw on top of the clean project, then load and check it."""
    return lambda tree: check_project(drawn(tree), "by", TODAY)


@pytest.fixture(name="shipped", scope="session")
def _shipped() -> Checked:
    """The main municipality of this repository, loaded and checked once; tests must not change it."""
    return checked_of(MUNICIPALITY)


@pytest.fixture(name="each", scope="module", params=NAMES)
def _each(request: pytest.FixtureRequest) -> Checked:
    """Every municipality of this repository."""
    return checked_of(request.param)


@pytest.fixture(name="project_copy")
def _project_copy(tmp_path: Path) -> Path:
    """A copy of the whole project to build in and to break."""
    return copy_project(tmp_path / "projekt")


@pytest.fixture(name="two")
def _two(drawn: Callable[[str], Path]) -> Path:
    """A project of two municipalities that can be built."""
    root = drawn(SECOND)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "site_overrides", root / "site_overrides")
    return root


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the tests have counted, in all of them together; of `most …` the largest."""
    figures = Counter[str]()
    for report in [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]:
        for name, number in report.user_properties:
            figures[name] = max(figures[name], number) if name.startswith("most ") else figures[name] + number
    if figures:
        terminalreporter.section("figures")
    for name, number in figures.items():
        terminalreporter.write_line(f"{number:>9,} {name}")
