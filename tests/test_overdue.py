"""What is overdue is said on the page and on top of all pages; it stops only what is marked to stop."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from projects import TODAY
from vejviser.checked import check_project
from vejviser.cli import FINDINGS, FINE, main

Draw = Callable[[str], Path]
LATE = TODAY + timedelta(days=900)
OLD = "Siderne er gamle."


def with_dates(root: Path, more: str = "") -> Path:
    """The notification of the drawn project with a review that was due yesterday."""
    page = root / "content/faelles/notifications/underretning.yml"
    lines = [line for line in page.read_text(encoding="utf-8").split("\n") if not line.startswith("review")]
    dates = f"reviewed: {TODAY - timedelta(days=90)}\nreview_by: {TODAY - timedelta(days=1)}\n"
    page.write_text(dates + more + "\n".join(lines), encoding="utf-8")
    return root


def test_on_the_page(drawn: Draw) -> None:
    """An overdue page is published, and says so."""
    checked = check_project(with_dates(drawn("")), "by", TODAY)
    text = next(page.text for page in checked.site().pages if page.uri == "underretning/underretning.md")

    assert "**Skulle være gennemgået senest" in text
    assert ["N416"] == [finding.code for finding in checked.findings if finding.line == 2]
    assert not checked.stops


def test_expires(drawn: Draw) -> None:
    """A page that expires stops the build on the day after, at its date, and not on the day itself."""
    root = with_dates(drawn(""), "expires: true\n")

    assert not check_project(root, "by", TODAY - timedelta(days=1)).stops
    found = [finding for finding in check_project(root, "by", TODAY).findings if finding.stops]
    assert [("W414", 2)] == [(finding.code, finding.line) for finding in found]
    assert FINDINGS == main(["check", "--root", str(root), "--municipality", "by", "--today", str(TODAY)])


@pytest.mark.parametrize(("today", "hidden"), [(TODAY, " hidden"), (LATE, "")])
def test_on_top(two: Path, tmp_path: Path, today: object, hidden: str) -> None:
    """Each page carries the warning, hidden until a year after the municipality's own review was due."""
    place = two / "content/by/municipality.yml"
    text = "".join(
        line for line in place.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("review")
    )
    place.write_text(f"reviewed: {TODAY}\nreview_by: {TODAY + timedelta(days=1)}\n{text}", encoding="utf-8")
    site = tmp_path / "built"
    words = ["--root", str(two), "--municipality", "by", "--today", str(today), "--site-dir", str(site)]

    assert FINE == main(["build", *words])
    day = (TODAY + timedelta(days=366)).isoformat()
    pages = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
    assert len(pages) > 5
    assert {1} == {page.count(f'data-from="{day}"{hidden}><strong>{OLD}') for page in pages}
