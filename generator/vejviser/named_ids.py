"""Finds the id that was meant where the name of a record is written in its place."""

from collections.abc import Iterable
from dataclasses import replace

from vejviser.entry import Entry
from vejviser.findings import Finding, did_you_mean
from vejviser.record_faults import Unnamed
from vejviser.records.law import Law
from vejviser.slug import slug


def with_ids(unnamed: Iterable[Unnamed], entries: Iterable[Entry]) -> dict[Finding, Finding]:
    """The findings that get a better hint, each with the finding to show in its place."""
    entries = list(entries)
    better = {}
    for finding, given, kinds in unnamed:
        hint = _hint(given, [entry for entry in entries if not kinds or entry.kind in kinds])
        if hint:
            better[finding] = replace(finding, hint=hint)
    return better


def _hint(given: str, entries: list[Entry]) -> str:
    ids = {entry.id for entry in entries}
    words = given.split()
    if len(words) > 1 and ids.issuperset(words):
        return f"Skriv et komma mellem id'erne: `{', '.join(words)}`."
    named = {slug(name): entry.id for entry in entries for name in _names(entry)} | {name: name for name in ids}
    near = did_you_mean(slug(given), named)
    return f"Skriv id'et og ikke navnet. Mente du `{named[near]}`?" if near else ""


def _names(entry: Entry) -> list[str]:
    record = entry.record
    return [record.title, *record.other_names(), *([record.provision] if isinstance(record, Law) else [])]
