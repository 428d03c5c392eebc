"""Joins the search's word lists: the shared one first, then the municipality's own."""

from typing import Any

from vejviser.project import Project
from vejviser.records.thesaurus import Thesaurus


def joined(project: Project) -> dict[str, Any]:
    """Every word list of a project as one, in plain data."""
    records = sorted((entry.record for entry in project.of_kind("thesaurus")), key=lambda record: record.id)
    return of_lists([record for record in records if isinstance(record, Thesaurus)])


def of_lists(lists: list[Thesaurus]) -> dict[str, Any]:
    """Some word lists as one."""
    return {
        "groups": [group for item in lists for group in item.groups],
        "leads_to": {word: words for item in lists for word, words in item.leads_to.items()},
        "abbreviations": {short: words for item in lists for short, words in item.abbreviations.items()},
        "laws": {name: spellings for item in lists for name, spellings in item.laws.items()},
        "concern": [words for item in lists for words in item.concern],
        "people": {name: words for item in lists for name, words in item.people.items()},
        "harmless": [words for item in lists for words in item.harmless],
        "reading": [word for item in lists for word in item.reading],
        "danger": _themes(lists),
    }


def _themes(lists: list[Thesaurus]) -> dict[str, dict[str, Any]]:
    """The themes of danger, the gravest first as the shared list has them; a municipality's own words are added."""
    themes: dict[str, dict[str, Any]] = {}
    for danger in (danger for item in lists for danger in item.danger):
        empty = {"title": danger.title, "help": list(danger.help), "words": [], "maybe": []}
        theme = themes.setdefault(danger.theme, empty)
        theme["words"] += danger.words
        theme["maybe"] += danger.maybe
    return themes
