"""The words that people type: on every record of this repository, and none that the title holds already."""

import pytest

from shipped import NAMES, checked_of
from vejviser.pages.data_schema import published


@pytest.mark.parametrize("name", NAMES)
def test_every_record_has_four(name: str) -> None:
    """Every record that is published has at least four different phrases, and none repeats its title."""
    checked = checked_of(name)
    kinds = {model.kind for model in published()}
    records = [entry.record for entry in checked.project.entries.values() if entry.kind in kinds]

    assert [] == [finding for finding in checked.findings if finding.code == "W608"]
    assert [] == [
        record.id
        for record in records
        if len({term.lower() for term in record.search_terms} - {record.title.lower()}) < 4
    ]
