"""A page written by hand that would take the address of one of the site's own is a finding, never a crash or a loss."""

from collections.abc import Callable
from pathlib import Path

import pytest

from projects import TODAY
from vejviser.checked import Checked, check_project
from vejviser.pages.page_kinds import PAGE_KINDS

_OWN = sorted({kind.uri.removesuffix("/index.md") for kind in PAGE_KINDS if kind.uri})


def _found(root: Path, name: str) -> list[str]:
    (root / "content/by/pages").mkdir(exist_ok=True)
    (root / "content/by/pages" / name).write_text("# En side\n\nTekst.\n", encoding="utf-8")
    return [one.path for one in check_project(root, "by", TODAY).findings if one.code == "E305"]


@pytest.mark.parametrize("name", [*(f"{uri.removesuffix('.md')}.md" for uri in _OWN if "/" not in uri), "README.md",
                                  "Bekymringer.md"])  # fmt: skip
def test_taken(drawn: Callable[[str], Path], name: str) -> None:
    """Whatever kind of page stands at that address, and whether it is made here or not."""
    assert [f"content/by/pages/{name}"] == _found(drawn(""), name)


@pytest.mark.parametrize("name", ["municipality.json.md", "sitemap.xml.md", "published.json.md", "2.0.md"])
def test_a_name_of_a_file(drawn: Callable[[str], Path], name: str) -> None:
    """Nor at the address of a file that the site has, or may have one day."""
    assert [f"content/by/pages/{name}"] == _found(drawn(""), name)


def test_free(drawn: Callable[[str], Path]) -> None:
    """Another name is free."""
    assert [] == _found(drawn(""), "om.md")


def test_record(checked: Callable[[str], Checked]) -> None:
    """A record whose page would be the one of all principles is a finding too."""
    found = checked("""
    content/
      by/
        models/
          principper.yml
            | title: Model
            | purpose: At prøve.
    """)

    assert "E305" in {one.code for one in found.findings}
