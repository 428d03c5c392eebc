"""The signs pages: the grave signs stand at every age, first on the page, and lead to what one does."""

import re
from typing import TypeVar

import pytest

from shipped import NAMES, checked_of, shipped_site
from vejviser.records.age_group import AgeGroup
from vejviser.records.level import Level
from vejviser.records.sign import Sign

_Kind = TypeVar("_Kind")
# Where the common grave signs lead, and the youngest age in years at which they can be seen.
_GRAVE = {
    "underretning-overgreb": 0,
    "underretning": 0,
    "foraelder-i-krise": -1,
    "selvskade-og-selvmordstanker": 3,
    "underretning-uden-foraeldre": 6,
    "underretning-billeder": 10,
}


def records(name: str, kind: str, model: type[_Kind]) -> list[_Kind]:
    """The records of a municipality and of what is shared."""
    return [entry.record for entry in checked_of(name).project.of_kind(kind) if isinstance(entry.record, model)]


def gravest(name: str) -> str:
    """The id of the gravest level."""
    return max(records(name, "level", Level), key=lambda level: level.order).id


@pytest.mark.parametrize("name", NAMES)
def test_common_signs_at_every_age(name: str) -> None:
    """No age is without a grave sign that can be seen at that age."""
    signs = [sign for sign in records(name, "sign", Sign) if sign.level == gravest(name)]
    missing = [
        (group.id, leads_to)
        for group in records(name, "age_group", AgeGroup)
        for leads_to, youngest in _GRAVE.items()
        if group.lowest >= youngest
        and not any(group.id in sign.age_groups and sign.leads_to == leads_to for sign in signs)
    ]

    assert [] == missing


@pytest.mark.parametrize("name", NAMES)
def test_grave_sign_leads_somewhere(name: str) -> None:
    """A grave sign names the page that says what one does."""
    assert [] == [s.id for s in records(name, "sign", Sign) if s.level == gravest(name) and not s.leads_to]


@pytest.mark.parametrize("name", NAMES)
def test_not_born_yet_is_an_age(name: str) -> None:
    """The child that is not born yet has a page of its own, the first of the ages."""
    groups = sorted(records(name, "age_group", AgeGroup), key=lambda group: group.lowest)

    assert -1 == groups[0].lowest
    assert [group.id for group in groups if group.lowest == -1] == ["ventet-barn"]


@pytest.mark.parametrize("name", NAMES)
def test_gravest_first(name: str) -> None:
    """The levels on a page go from the gravest to the mildest, and none stands empty."""
    pages = [page.text for page in shipped_site(name).pages if page.uri.startswith("tegn/")]

    assert len(pages) > 7
    for text in pages:
        orders = [int(order) for order in re.findall(r"(?m)^###? (\d)\. ", text)]
        assert orders == sorted(orders, reverse=True)
        assert 4 == orders[0]
        assert not re.search(r"\{ #niveau-\d \}\s+\*\*Næste skridt", text)
