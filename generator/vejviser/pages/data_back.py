"""Reads published data back into records, so that several sites can be compared by what they publish."""

from typing import Any

from pydantic import ValidationError

from vejviser.entry import Entry
from vejviser.pages.data import VERSION
from vejviser.records.kinds import KINDS
from vejviser.records.law import Law

# What stands for the number of a provision that is not published since it is not sure.
_NO_NUMBER = "ikke bekræftet"


class NotOurData(Exception):
    """The data is not what this version publishes; the message says why in Danish."""


def entries(data: Any) -> dict[str, Entry]:
    """Every record by its id, at the path of its page: the file it was written in is not known here."""
    if not isinstance(data, dict) or not isinstance(data.get("records"), list):
        raise NotOurData("Filen er ikke data fra en vejviser.")
    version = str(data.get("version"))
    if version.partition(".")[0] != VERSION.partition(".")[0]:
        raise NotOurData(f"Data er udgave {version} og ikke {VERSION}.")
    try:
        found = [_entry(dict(row)) for row in data["records"]]
    except (KeyError, TypeError, ValueError, ValidationError):
        raise NotOurData("En post i data kan ikke læses.") from None
    return {entry.id: entry for entry in found}


def _entry(row: dict[str, Any]) -> Entry:
    model = KINDS[row.pop("kind")].model
    page, shared = row.pop("page"), bool(row.pop("shared", False))
    if model is Law:
        row.setdefault("provision", _NO_NUMBER)
    record = model.model_validate(row)
    return Entry(model.kind, record.id, page, record, None, shared)
