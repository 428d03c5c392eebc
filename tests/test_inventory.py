"""The coverage of the source documents: every id of their inventory is a record, or there is a written reason."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from projects import ROOT
from vejviser.folders import SHARED, municipalities
from vejviser.project import load

INVENTORY: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "inventory.yml").read_text(encoding="utf-8")
)
# Where the documents are listed sentence by sentence; it is no part of the repository, the ids above are a copy.
LIST = ROOT.parent / "shared/domain/inventory.md"
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "-", "/": "-"})
# A register of the list, how its row begins, and what parts its entries.
_REGISTERS = {
    "org-ri": ("organisations RI", ","),
    "org-ka": ("organisations KA", ","),
    "role": ("roles", ","),
}
_WITHOUT_IDS = ("law-", "deadline-", "contradiction-")


@pytest.fixture(name="texts", scope="module")
def _texts() -> dict[str, str]:
    """Everything that each record says, by municipality and id; shared ones as `faelles/…`."""
    found: dict[str, str] = {}
    for name in municipalities(ROOT):
        for entry in load(ROOT, name).entries.values():
            scope = SHARED if entry.shared else name
            found[f"{scope}/{entry.id}"] = json.dumps(entry.record.model_dump(mode="json"), ensure_ascii=False)
    return found


def named(row: dict[str, Any]) -> list[str]:
    """The records of a row."""
    record = row.get("record", [])
    return record if isinstance(record, list) else [record]


def listed(text: str) -> Iterator[str]:
    """Every id of the list: those of its tables, and those made of the names in its registers."""
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| ")]
    for first in (row[0] for row in rows if re.match(r"(ri|he|ru|ka)-", row[0])):
        yield from _ids(first)
    registers = {row[0]: row[1] for row in rows}
    for prefix, (row, comma) in _REGISTERS.items():
        for name in re.sub(r"\([^)]*\)", "", registers[row]).split(comma):
            yield f"{prefix}-{name.strip().lower().translate(_LETTERS)}"
    for name in re.findall(r"\b(?:[A-Z]{2,}|[A-Z]\d+)\b", registers["abbreviations"]):
        yield f"abb-{name}"


def _ids(cell: str) -> Iterator[str]:
    """The ids of one cell: `ri-a, -b` is two with one beginning, `ri-a (a-b, a-c)` three, `he-a-1..6` six."""
    first, last = "", 1
    for word in re.findall(r"[\w.-]+", re.sub(r"\(\d[^)]*\)", "", cell)):
        if found := re.fullmatch(r"(.*-)1\.\.(\d)", word):
            yield from (f"{found[1]}{number}" for number in range(1, int(found[2]) + 1))
        elif re.match(r"(ri|he|ru|ka)-", word):
            first, last = word, 2 if word.startswith("ri-fp-") else 9
            yield word
        elif word.startswith("-"):
            yield "-".join(first.split("-")[:last]) + word
        else:
            yield f"{first[:2]}-{word}"


def test_every_id_has_a_record_or_a_reason() -> None:
    """An id has one of the two, and no other word."""
    assert [] == [id_ for id_, row in INVENTORY.items() if set(row) not in ({"record"}, {"record", "says"}, {"reason"})]
    assert [] == [id_ for id_, row in INVENTORY.items() if "reason" in row and len(str(row["reason"]).split()) < 5]


@pytest.mark.parametrize("id_", [id_ for id_, row in INVENTORY.items() if "record" in row])
def test_record_is_there(id_: str, texts: dict[str, str]) -> None:
    """The record of an id is in the content and says what the id is about."""
    for record in named(INVENTORY[id_]):
        assert record in texts
        assert INVENTORY[id_].get("says", "") in texts[record]


def test_most_are_records() -> None:
    """A reason is the exception."""
    reasons = [id_ for id_, row in INVENTORY.items() if "reason" in row]

    assert len(INVENTORY) > 180
    assert len(reasons) <= 3


def test_reading_a_cell() -> None:
    """The short forms of the list are written out."""
    assert ["ri-a", "ri-b-c", "ri-d"] == list(_ids("ri-a (b-c), ri-d (5)"))
    assert ["ri-fp-a", "ri-fp-b", "ri-fp-c-d"] == list(_ids("ri-fp-a, -b, -c-d"))
    assert ["ka-a-b", "ka-a-b-c"] == list(_ids("ka-a-b (-c)"))
    assert ["he-a-1", "he-a-2"] == list(_ids("he-a-1..2"))


@pytest.mark.skipif(not LIST.is_file(), reason=f"{LIST} is not here, so only the copy of its ids was looked at")
def test_no_id_is_forgotten() -> None:
    """The copy of the ids holds every id of the list, and no other but those of what has no id there."""
    own = [id_ for id_ in INVENTORY if not id_.startswith(_WITHOUT_IDS)]

    assert sorted(set(listed(LIST.read_text(encoding="utf-8")))) == sorted(own)
