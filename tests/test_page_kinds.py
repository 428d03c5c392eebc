"""Every kind of page has its picture in the docs."""

import re
from types import ModuleType

import pytest

from projects import ROOT, tool
from shipped import shipped_site

DOC = (ROOT / "docs/page-kinds.md").read_text(encoding="utf-8")
IMAGES = ROOT / "docs/images"
MOST_BYTES = 1_400_000
_KIND = re.compile(r'^kind: "(\w+)"$', re.MULTILINE)


@pytest.fixture(name="tool", scope="module")
def _tool() -> ModuleType:
    """The list of what is shown."""
    return tool("page_kinds")


def test_every_kind_is_shown(tool: ModuleType) -> None:
    """No kind of page is without a picture, and no picture is of a kind that is gone."""
    # Ringsted has no budget.
    sites = [shipped_site("ringsted"), shipped_site("kalundborg")]
    made = {kind for site in sites for page in site.pages for kind in _KIND.findall(page.text)}

    assert made == {kind for shot in tool.SHOTS for kind in shot.kinds}


def test_document(tool: ModuleType) -> None:
    """`tools/screenshots.py` has written the list, and taken all of its pictures and no others."""
    begin, end = "<!-- tools/screenshots.py -->\n\n", "<!-- end -->"
    there = {path.name for path in IMAGES.iterdir()}

    assert DOC.split(begin)[1].split(end)[0] == tool.as_list()
    assert {f"{shot.name}.webp" for shot in tool.SHOTS} == there


def test_weight() -> None:
    """All pictures together are no burden on who fetches the project."""
    assert MOST_BYTES >= sum(path.stat().st_size for path in IMAGES.iterdir())
