"""A municipality's own copy of a shared safety record loses none of its steps, warnings, numbers and calls."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from projects import MUNICIPALITY, TODAY
from shipped import checked_of
from vejviser.checks.safety_copies import lost_safety
from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.records.notification import Notification

Draw = Callable[[str], Path]
MUST_BE_MARKED = {"akut-hjaelp", "underretning-overgreb", "underretning-uden-foraeldre", "selvskade-og-selvmordstanker"}


def shared_records() -> list[Entry]:
    """The shared records that are marked."""
    entries = checked_of(MUNICIPALITY).project.of_kind("notification")
    return [entry for entry in entries if isinstance(entry.record, Notification) and entry.record.safety]


def found(shared: Entry, **changed: Any) -> list[Finding]:
    """What is found in a copy of a shared record with some of its fields changed."""
    checked = checked_of(MUNICIPALITY)
    own = replace(shared, path="content/by/egen.yml", record=shared.record.model_copy(update=changed))
    project = replace(checked.project, replaced=[(shared, own)])
    return list(lost_safety(project, checked.links, TODAY))


def test_marked() -> None:
    """The four that a child's life may hang on are marked in the shared content."""
    assert MUST_BE_MARKED <= {entry.id for entry in shared_records()}


@pytest.mark.parametrize("entry", shared_records(), ids=lambda entry: entry.id)
class TestPlanted:
    """What is taken out of a copy of a shipped record is told."""

    def test_whole(self, entry: Entry) -> None:
        """A copy with everything has no finding."""
        assert [] == found(entry)

    @pytest.mark.parametrize("part", ["steps", "dont", "call"])
    def test_each(self, entry: Entry, part: str) -> None:
        """Every step, warning and call that is left out is found, with its words, in the municipality's file."""
        items = getattr(entry.record, part)
        assert items
        for item in items:
            lost = found(entry, **{part: [other for other in items if other != item]})

            assert any(item.strip() in finding.message for finding in lost), item
            assert {("content/by/egen.yml", "W708")} == {(finding.path, finding.code) for finding in lost}


def test_number() -> None:
    """A step that is still there with another number has lost the shared one."""
    entry = next(entry for entry in shared_records() if entry.id == "akut-hjaelp")
    steps = [step.replace("112", "113") for step in entry.record.steps]  # type: ignore[attr-defined]  # a notification

    assert ["Kommunens udgave har ikke nummeret 112, som står i " + entry.path + "."] == [
        finding.message for finding in found(entry, steps=steps)
    ]


def test_own_words() -> None:
    """The municipality may say it in its own words and in another order."""
    entry = next(entry for entry in shared_records() if entry.id == "akut-hjaelp")
    steps = [*reversed(entry.record.steps)]  # type: ignore[attr-defined]  # a notification
    steps = [step.replace("Ring", "Du skal ringe") for step in steps]

    assert [] == found(entry, steps=steps)


def test_other_records_are_free() -> None:
    """A shared record that is not marked may be written as the municipality likes."""
    entries = checked_of(MUNICIPALITY).project.of_kind("notification")
    entry = next(entry for entry in entries if isinstance(entry.record, Notification) and not entry.record.safety)

    assert [] == found(entry, steps=["Noget helt andet."], dont=[])
