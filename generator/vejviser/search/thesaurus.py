"""Joins the search's word lists: the shared one first, then the municipality's own."""

from typing import Any

from vejviser.project import Project
from vejviser.records.thesaurus import Thesaurus


def joined(project: Project) -> dict[str, Any]:
    """Every word list of a project as one, in plain data."""
    records = sorted((entry.record for entry in project.of_kind("thesaurus")), key=lambda record: record.id)
    lists = [record for record in records if isinstance(record, Thesaurus)]
    return {
        "groups": [group for item in lists for group in item.groups],
        "leads_to": {word: words for item in lists for word, words in item.leads_to.items()},
        "abbreviations": {short: words for item in lists for short, words in item.abbreviations.items()},
        "laws": {name: spellings for item in lists for name, spellings in item.laws.items()},
        "acute": [words for item in lists for words in item.acute],
        "concern": [words for item in lists for words in item.concern],
    }
