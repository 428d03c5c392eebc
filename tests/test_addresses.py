"""Addresses that have been published do not die unsaid: old ones lead on, and lost ones are told of."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import MUNICIPALITY, TODAY
from vejviser.adapters.addresses import as_text
from vejviser.checked import Checked
from vejviser.cli import FINE, main

CONTENT = """
content/
  by/
    terms/
      ord.yml
        | title: "<Ord> & mere"
        | meaning: Noget.
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | moved_from: [begreber/gammelt-ord, ordbog]
"""


def _links(text: str) -> list[str]:
    return re.findall(r'(?:href="|url=)([^"]+)"', text)


def test_old_addresses_lead_on(checked: Callable[[str], Checked]) -> None:
    """Each old address is a page that leads to the record by refresh and by link, from any depth and from a disk."""
    files = {file.uri: file.text for file in checked(CONTENT).site().files}

    assert ["../../ordliste/index.html#ord"] * 2 == _links(files["begreber/gammelt-ord/index.html"])
    assert ["../ordliste/index.html#ord"] * 2 == _links(files["ordbog/index.html"])
    assert "&lt;Ord&gt; &amp; mere" in files["ordbog/index.html"]
    assert "<Ord>" not in files["ordbog/index.html"]


@pytest.mark.parametrize("taken", ["ordliste", "akut"])
def test_taken(checked: Callable[[str], Checked], taken: str) -> None:
    """An address where a page of the site stands is no old one."""
    found = checked(CONTENT.replace("ordbog", taken)).findings

    assert ["E313"] == [finding.code for finding in found if finding.path.endswith("ord.yml") and finding.stops]


def test_twice(checked: Callable[[str], Checked]) -> None:
    """One address cannot lead to two places."""
    found = checked(CONTENT.replace("ordbog", "begreber/gammelt-ord")).findings

    assert ["E313"] == [finding.code for finding in found if finding.path.endswith("ord.yml") and finding.stops]


def test_words() -> None:
    """One is told as one, many as many, and none as nothing."""
    assert "" == as_text([])
    assert as_text(["tilbud/gro"]).startswith("1 adresse findes ikke mere.")
    assert "  moved_from: [tilbud/gro]\n" in as_text(["tilbud/gro"])
    assert as_text([f"a{number}" for number in range(25)]).endswith("  … og 5 til\n")


@pytest.mark.heavy
def test_a_lost_address_is_told_of(project_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The build that loses one says which line keeps it; with the line nothing is lost, and it leads on."""
    words = ["build", "--root", str(project_copy), "--municipality", MUNICIPALITY, "--today", str(TODAY)]
    page = project_copy / "content" / MUNICIPALITY / "pages"
    (page / "vores.md").write_text("# Vores\n\nTekst.\n", encoding="utf-8")
    assert FINE == main(words)
    (page / "vores.md").unlink()
    capsys.readouterr()

    assert FINE == main(words)
    said = capsys.readouterr().out
    assert "1 adresse findes ikke mere." in said
    line = next(line.strip() for line in said.splitlines() if "moved_from" in line)
    assert "moved_from: [vores]" == line

    own = project_copy / "content" / MUNICIPALITY / "municipality.yml"
    own.write_text(f"{line}\n{own.read_text(encoding='utf-8')}", encoding="utf-8")
    assert FINE == main(words)
    assert "findes ikke mere" not in capsys.readouterr().out
    assert "../index.html" in (project_copy / "site/vores/index.html").read_text(encoding="utf-8")
