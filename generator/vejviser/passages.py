"""Every piece of text of a project with its place: the fields of the records and the hand-written pages."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.project import Project
from vejviser.schema import Loc


class Passage(NamedTuple):
    """A text: a field of a record, or a whole page, which has no entry."""

    text: str
    path: str
    entry: Entry | None = None
    loc: Loc = ()

    @property
    def kind(self) -> str:
        """The kind of the record; a page is of the kind `page`."""
        return self.entry.kind if self.entry else "page"

    def finding(self, start: int, code: str, message: str, hint: str) -> Finding:
        """A finding about what begins at `start`: exactly there on a page, where the field begins in a record."""
        if self.entry:
            return self.entry.finding(self.loc, code, message, hint)
        line = self.text.count("\n", 0, start) + 1
        return Finding(self.path, line, start - self.text.rfind("\n", 0, start), code, message, hint)


def passages(project: Project) -> Iterator[Passage]:
    """Every text, also what only editors read; what a tree takes from a shared one comes with the tree."""
    for entry in project.entries.values():
        for loc, text in _strings(entry.record.model_dump(mode="json", by_alias=True, exclude_defaults=True), ()):
            yield Passage(text, entry.path, entry, loc)
    for _, text, path in project.handwritten:
        yield Passage(text, path)


def _strings(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*loc, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _strings(item, (*loc, number))
