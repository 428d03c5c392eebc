"""Every telephone number and address that the pages print has a source, or is marked as not confirmed."""

import re

import pytest

from shipped import NAMES, checked_of
from vejviser.records.municipality import Municipality

# Each number, the source that gives it, and the words by which an unsure one is marked where it stands.
NUMBERS = {
    "112": ("kommunale-handleguides", ""),
    "114": ("kommunale-handleguides", ""),
    "116111": ("hjaelpelinjer", "presseomtale"),
    "70201201": ("hjaelpelinjer", "presseomtale"),
    "57627378": ("ringsted-oversigt", "omkring 2018|ældre papirer"),
    "46110000": ("rudersdal.dk, an undated copy seen in December 2026", "udateret kopi|har bekræftet"),
}
_EIGHT = re.compile(r"(?<![\d-])(?:\d[ ]?){7}\d(?![\d-])|\b116 ?111\b")


@pytest.mark.parametrize("name", NAMES)
def test_numbers(name: str) -> None:
    """No text holds a number that is not in the table, and an unsure one is marked in its own record."""
    for passage in checked_of(name).links.passages:
        if "search_terms" in passage.loc or passage.kind in {"law", "thesaurus"}:
            continue
        for found in _EIGHT.findall(passage.text):
            digits = found.replace(" ", "")
            assert digits in NUMBERS, f"{passage.path}: {found}"
            marked = passage.entry.record.model_dump_json() if passage.entry else passage.text
            assert re.search(NUMBERS[digits][1], marked), f"{passage.path}: {found} is not marked"


@pytest.mark.parametrize("name", NAMES)
def test_places(name: str) -> None:
    """A record with an address, hours or a site has sources, and what is not confirmed says so."""
    for entry in checked_of(name).project.entries.values():
        contact = getattr(entry.record, "contact", None)
        if contact is None or isinstance(contact, list):
            continue
        if contact.address or contact.hours or contact.web or any(phone.number for phone in contact.phones):
            assert entry.record.sources, entry.id


@pytest.mark.parametrize("name", NAMES)
def test_website(name: str) -> None:
    """The municipality's own site stands in no source, so a doubt says so on the site."""
    place = checked_of(name).project.entries[name].record

    assert isinstance(place, Municipality)
    assert any("Adressen på kommunens hjemmeside" in doubt for doubt in place.doubts)
