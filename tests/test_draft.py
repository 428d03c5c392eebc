"""A site is a draft until the municipality has approved it, and says so once on every page."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from projects import TODAY
from shipped import NAMES, shipped_site
from vejviser.checked import check_project
from vejviser.cli import FINE, main

Draw = Callable[[str], Path]
STRIP, NO_INDEX = "Udkast. Kommunen har ikke godkendt siderne.", '<meta name="robots" content="noindex">'
BADGE, FOOT = "Ikke bekræftet af kommunen", "Kommunen har endnu ikke bekræftet"
READING = "legal_reading: {by: Juridisk afdeling, on: 2026-11-20}\n"
OWNER = "owner: laerer\n"
OWN_LINE = """  - when: I åbningstiden
    who: til kommunen
    phone: {label: Kommunen, number: "87 65 43 21", hours: kl. 9-15}
"""


def approve(root: Path, fields: str = OWNER + READING) -> Path:
    """Say that the municipality has approved its pages, with its number and hours; one page stays unconfirmed."""
    file = root / "content/by/municipality.yml"
    text = file.read_text(encoding="utf-8").replace("website:", f"{OWN_LINE}website:")
    file.write_text(f"published: true\n{fields}{text}", encoding="utf-8")
    page = root / "content/faelles/notifications/underretning.yml"
    page.write_text(page.read_text(encoding="utf-8").replace("status: active", "status: unconfirmed"), encoding="utf-8")
    return root


def places(root: Path) -> list[tuple[str, int, int, str]]:
    """Where the findings are that stop."""
    found = check_project(root, "by", TODAY).findings
    return [(item.path, item.line, item.column, item.code) for item in found if item.stops]


def test_nothing_is_approved_yet() -> None:
    """The four municipalities of this repository are drafts, and no page of theirs says twice what the strip says."""
    for name in NAMES:
        site = shipped_site(name)
        assert site.extra["vejviser"]["published"] is False
        assert [] == [page.uri for page in site.pages if BADGE in page.text or FOOT in page.text]


def test_approved(drawn: Callable[[str], Path]) -> None:
    """Once approved only the page that differs says that nobody has confirmed it."""
    root = approve(drawn(""))
    site = check_project(root, "by", TODAY).site()

    assert [] == places(root)
    assert site.extra["vejviser"]["published"] is True
    assert ["underretning/underretning.md"] == [page.uri for page in site.pages if BADGE in page.text]
    assert ["underretning/underretning.md"] == [page.uri for page in site.pages if FOOT in page.text]


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        (OWNER, "ejeren af siderne"),
        (READING, "en jurists læsning"),
        (', number: "87 65 43 21"', "kommunens eget nummer"),
        (", hours: kl. 9-15", "åbningstiden"),
        (OWN_LINE, "kommunens eget nummer"),
    ],
)
def test_lacking(drawn: Draw, lacking: str, words: str) -> None:
    """What is lacking is a finding at the word that says the pages are approved."""
    root = approve(drawn(""))
    file = root / "content/by/municipality.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(lacking, ""), encoding="utf-8")

    assert {("content/by/municipality.yml", 1, 12, "E704")} == set(places(root))
    assert words in " ".join(item.message for item in check_project(root, "by", TODAY).findings)


def test_future_reading(drawn: Draw) -> None:
    """Nobody has read the pages tomorrow."""
    root = approve(drawn(""), OWNER + READING.replace("2026-11-20", str(TODAY + timedelta(days=1))))

    assert [("content/by/municipality.yml", 3, 44, "E704")] == places(root)


@pytest.mark.parametrize("is_approved", [False, True])
def test_strip_on_every_page(two: Path, tmp_path: Path, is_approved: bool) -> None:  # noqa: FBT001
    """Every built page of a draft has the strip once and asks not to be indexed; no page of an approved site does."""
    if is_approved:
        approve(two)
    site = tmp_path / "built"

    words = ["--root", str(two), "--municipality", "by", "--today", str(TODAY), "--site-dir", str(site)]
    assert FINE == main(["build", *words])

    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    expected = (0, 0) if is_approved else (1, 1)
    assert len(pages) > 5
    assert {expected} == {(page.count(STRIP), page.count(NO_INDEX)) for page in pages}
