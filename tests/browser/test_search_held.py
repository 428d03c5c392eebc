"""Danger in lines that no list and no model has seen, by the listed words and the model together."""

from collections import defaultdict

import pytest
from playwright.sync_api import Browser

import search_runner
from projects import ROOT
from shipped import checked_of

pytestmark = pytest.mark.browser

HELD = ROOT / "tests/search/held"
# What is reached; the goals are 0.85 by the box at 2 % false, and 0.95 by the box or the row at 10 %.
LEAST_BOX, LEAST_HEARD = 0.82, 0.93
MOST_FALSE_BOX, MOST_FALSE = 0.02, 0.08
_HEAR = "(texts) => texts.map((text) => engine.search(text, 1).danger?.level ?? null)"


def test_held(browser: Browser) -> None:
    """Of 120 grave and 120 everyday lines by twelve writers so many are heard, and so few in vain."""
    page = browser.new_page()
    search_runner.start(page, search_runner.scripts(checked_of("ringsted"), ROOT))
    lines = {name: _read(name) for name in ("grave", "everyday")}
    heard = {name: page.evaluate(_HEAR, [text for _, _, text in rows]) for name, rows in lines.items()}
    page.close()
    told = defaultdict(list)
    for name, rows in lines.items():
        for (writer, theme, _), level in zip(rows, heard[name], strict=True):
            for group in (name, f"{name} {writer}", f"theme {theme}"):
                told[group].append(level)
    figures = {group: (_share(levels, "box"), _share(levels, "box", "row")) for group, levels in told.items()}
    (box, any_level), (false_box, false) = figures["grave"], figures["everyday"]

    assert box >= LEAST_BOX, figures
    assert any_level >= LEAST_HEARD, figures
    assert false_box <= MOST_FALSE_BOX, figures
    assert false <= MOST_FALSE, figures


def _read(name: str) -> list[list[str]]:
    return [row.split("\t") for row in (HELD / f"{name}.tsv").read_text(encoding="utf-8").splitlines()]


def _share(levels: list[str | None], *wanted: str) -> float:
    return sum(level in wanted for level in levels) / len(levels)
