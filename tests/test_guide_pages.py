"""The pages of the guide that are made from the code: every fault with its examples, and every field."""

from types import ModuleType

import pytest

from projects import ROOT, tool
from vejviser import cli
from vejviser.explain import codes
from vejviser.field_list import kind_named, rows
from vejviser.records.kinds import KINDS
from vejviser.schema import fields_of


@pytest.fixture(name="made", scope="module")
def _made() -> ModuleType:
    """The script that makes them."""
    return tool("guide_pages")


@pytest.mark.parametrize("name", ["docs/fejl.md", "docs/felter.md"])
def test_up_to_date(name: str, made: ModuleType) -> None:
    """What is in the repository is what the code says: `python3 tools/guide_pages.py --write` makes it so."""
    assert (ROOT / name).read_text(encoding="utf-8") == made.PAGES[name]()


def test_every_code_has_its_place(made: ModuleType) -> None:
    """Each code can be jumped to, with its wrong and its right example."""
    page = made.faults()

    assert [] == [code for code in codes() if f'<a id="{code.lower()}"></a>' not in page]
    assert (len(codes()),) * 2 == (page.count("**Forkert**"), page.count("**Rigtigt**"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_listed(kind: str) -> None:
    """The fields of a kind are all there, each in Danish, also those of its parts."""
    found = [*rows(KINDS[kind].model)]

    assert [*fields_of(KINDS[kind].model)] == [row.key for row in found if not row.depth]
    assert [] == [row.key for row in found if not row.description]


def test_the_command_shows_them(capsys: pytest.CaptureFixture[str]) -> None:
    """`vejviser explain` takes a kind by its folder or its Danish name."""
    assert 0 == cli.main(["explain", "tilbud"])
    said = capsys.readouterr().out

    assert "| – **`how`** | tekst | Sådan. Hvad man gør for at komme i gang. |" in said
    assert kind_named("offers") is kind_named("Tilbud") is KINDS["offer"].model
