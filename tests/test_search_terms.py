"""The words that people type: on every record of this repository, and none that the title holds already."""

import pytest

from projects import ROOT, TODAY
from vejviser.checked import check_project
from vejviser.folders import municipalities
from vejviser.pages.data_schema import PUBLISHED_KINDS


@pytest.mark.parametrize("name", municipalities(ROOT))
def test_every_record_has_four(name: str) -> None:
    """Every record that is published has at least four different phrases, and none repeats its title."""
    checked = check_project(ROOT, name, TODAY)
    kinds = {model.kind for model in PUBLISHED_KINDS}
    records = [entry.record for entry in checked.project.entries.values() if entry.kind in kinds]

    assert [] == [finding for finding in checked.findings if finding.code == "W608"]
    assert [] == [
        record.id for record in records
        if len({term.lower() for term in record.search_terms} - {record.title.lower()}) < 4]
