"""Many faults in one file are all found, few are shown, and neither takes long."""

import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from projects import ROOT
from vejviser.checked import check_project
from vejviser.findings import Finding
from vejviser.pages.markdown import TermMarker, plain, render
from vejviser.report import MOST_SHOWN, as_text
from vejviser.texts import faults, link_targets

# Seconds of the processor's time for a file of almost a megabyte, the largest that is read.
MOST = 5.0
FOOT = "status: active\nreviewed: 2026-11-01\nreview_by: 2027-11-01\nsources: [{document: avis, passage: x}]\n"


def _many(line: str, number: int, head: str) -> str:
    return head + "".join(line.format(number) for number in range(number))


FILES = {
    "one key again and again": ("E102", "title: A\n", 100_000, ""),
    "unknown references": ("E301", "  - p{}\n", 80_000, f"title: A\n{FOOT}related:\n"),
    "tags": ("E104", "- !a x\n", 120_000, "related:\n"),
    "anchors": ("E103", "- &a x\n", 120_000, "related:\n"),
    "aliases": ("E103", "- *a\n", 120_000, "related:\n  - &a x\n"),
    "unknown fields": ("E201", "felt{}: x\n", 60_000, ""),
    "bad records": ("E202", "- id: a{}\n", 60_000, "records:\n"),
    "links that cannot be read": ("E606", "[a]( ", 150_000, f"title: A\n{FOOT}summary: x "),
}


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/cases/base", tmp_path / "projekt"))


@pytest.mark.parametrize("share", [0.1, pytest.param(1.0, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", FILES)
def test_many(name: str, share: float, root: Path) -> None:
    """The report names the fault, and ends within five seconds of the processor's time."""
    code, line, number, head = FILES[name]
    text = _many(line, int(number * share), head)
    (root / "content/demo/roles").mkdir(exist_ok=True)
    (root / "content/demo/roles/mange.yml").write_text(text, encoding="utf-8")
    start = time.process_time()
    shown = as_text(check_project(root, "demo", date(2026, 11, 21)).findings, root)

    assert time.process_time() - start < MOST * share + 1
    assert f"{code} " in shown
    assert len(shown) < 100_000


def test_how_many_more(root: Path) -> None:
    """Of one code in a file the first are shown, and how many more there are; other codes and files stay whole."""
    findings = [Finding("a.yml", line, 1, "E301", f"Nr. {line}.", "") for line in range(1, 333)]
    shown = as_text([*findings, Finding("a.yml", 999, 1, "E302", "En anden.", ""), findings[0]], root)

    assert f"Nr. {MOST_SHOWN}." in shown
    assert f"Nr. {MOST_SHOWN + 1}." not in shown
    assert 1 == shown.count("… og 313 til af samme slags i filen")
    assert "En anden." in shown
    assert "334 fejl." in shown


@pytest.mark.parametrize("text", ["[" * 200_000, "[a](" * 50_000, "![" * 100_000, "[a]\n" * 50_000, "\n[" * 100_000])
def test_brackets(text: str) -> None:
    """A text of nothing but the beginnings of links is looked through once."""
    start = time.process_time()
    faults(text)
    link_targets(text)
    plain(text)
    render(text, lambda _: None, TermMarker({"PPR": "ppr"}))

    assert time.process_time() - start < MOST / 2
