"""One record together with the place in a file that it came from."""

from dataclasses import dataclass
from typing import Any

from vejviser import yaml_reader
from vejviser.findings import Finding
from vejviser.records.base import Record
from vejviser.records.meeting import MeetingType
from vejviser.schema import Loc


@dataclass(slots=True)
class Entry:
    """One record and the place in its file that it came from."""

    kind: str
    id: str
    path: str
    record: Record
    marks: Any
    # Whether it stands in the shared folder, and so under every municipality.
    shared: bool = False
    # What the file says, as written; kept for trees, which others may build on.
    written: dict[str, Any] | None = None
    # The record with what it takes from the one that it is a form of; None when it is a form of nothing.
    filled: Record | None = None

    @property
    def whole(self) -> Record:
        """The record as it is shown: with what it takes from another."""
        return self.filled or self.record

    def finding(self, loc: Loc, code: str, message: str, hint: str, *, key: bool = False) -> Finding:
        """A finding at a place in this record."""
        return finding_at(self.path, self.marks, loc, (code, message, hint), key=key)


def finding_at(path: str, marks: Any, loc: Loc, told: tuple[str, str, str], *, key: bool) -> Finding:
    """A finding of code, message and hint; a part of a tree may come from the shared file that it builds on."""
    mark = yaml_reader.mark_at(marks, loc, key=key)
    return Finding(getattr(mark, "path", path), mark.line + 1, mark.column + 1, *told)


def fill_in(entries: dict[str, Entry], entry: Entry, above: frozenset[str] = frozenset()) -> None:
    """Give a form of a meeting what it takes from the meeting; a chain that ends nowhere gives nothing."""
    meeting = entry.record
    if not isinstance(meeting, MeetingType) or meeting.variant_of is None or entry.filled or entry.id in above:
        return
    other = entries.get(meeting.variant_of)
    if other is not None and other is not entry:
        fill_in(entries, other, above | {entry.id})
        if isinstance(other.whole, MeetingType):
            entry.filled = meeting.as_form_of(other.whole)
