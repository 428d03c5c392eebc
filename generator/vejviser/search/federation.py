"""Joins what many built sites publish for their search into shards for a search over all of them."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from vejviser.pages.site import DataFile

# The canonical id of a document is its address within a site. That is made of a record's kind and id, so a shared
# record, and whatever a municipality has in its place, stands at the same address everywhere.

# Beside the municipalities' folders.
FOLDER = "search"
# In every site: alone it says that there is no portal; a portal over the site writes in it where it lies.
MARK = DataFile("assets/search_portal.js", '(globalThis.vejviser ??= {}).portal = "../";\n')

_LONGEST_LEAD = 90
# What only lists others is of no use to one who looks in all municipalities.
_LEFT_OUT = "list"
_IDENTITY = 5


@dataclass(frozen=True, slots=True)
class Searched:
    """A built site: its folder under the portal, the municipality's name, and the index that it publishes."""

    id: str
    name: str
    index: dict[str, Any]


def shards(sites: Iterable[Searched]) -> list[DataFile]:
    """A script for what several sites say in the same words, and one for each site's own documents."""
    ordered = sorted(sites, key=lambda site: site.id)
    places: dict[str, list[int]] = defaultdict(list)
    rows = [list(_documents(site.index)) for site in ordered]
    for number, of_site in enumerate(rows):
        for row in of_site:
            places[_identity(row)].append(number)
    shared: dict[str, list[Any]] = {}
    files = []
    for site, of_site in zip(ordered, rows, strict=True):
        own = []
        for row in of_site:
            key = _identity(row)
            if len(places[key]) == 1:
                own.append(row)
            elif key in shared:
                # A shared page may name the municipality's own number; only what all say is shared.
                shared[key][_IDENTITY] = [fact for fact in shared[key][_IDENTITY] if fact in row[_IDENTITY]]
            else:
                shared[key] = [*row, places[key] if len(places[key]) < len(ordered) else 0]
        files.append(_script(site.id, f"shards[{json.dumps(site.id)}]", own))
    first = {
        "places": [[site.id, site.name] for site in ordered],
        "documents": sorted(shared.values(), key=lambda row: (row[0], row[2])),
        "stop": ordered[0].index["stop"] if ordered else "",
        "irregular": ordered[0].index["irregular"] if ordered else {},
        "thesaurus": _joined([site.index["thesaurus"] for site in ordered]),
        "acute": _common([site.index["acute"] for site in ordered]),
    }
    return [_script("index", "portalIndex", first), *files]


def _script(name: str, variable: str, data: object) -> DataFile:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return DataFile(f"{FOLDER}/{name}.js", f"vejviser.{variable} = {text};\n")


def _documents(index: dict[str, Any]) -> Iterable[list[Any]]:
    """Address, kind, title, lead, terms, facts and ages of what can be found; the words of the texts stay behind."""
    for url, kind, title, lead, terms, facts, ages, _ in index["documents"]:
        name = index["kinds"][kind]
        if name != _LEFT_OUT:
            short = lead if len(lead) <= _LONGEST_LEAD else f"{lead[:_LONGEST_LEAD].rsplit(' ', 1)[0]} …"
            yield [url, name, title, short, terms, facts, ages]


def _identity(row: list[Any]) -> str:
    return json.dumps([*row[:_IDENTITY], row[_IDENTITY + 1]], ensure_ascii=False)


def _joined(lists: list[dict[str, Any]]) -> dict[str, Any]:
    """The word lists of all sites as one, each entry once; what the first site says about a word stands first."""
    names: dict[str, type] = {
        "groups": list, "leads_to": dict, "abbreviations": dict, "laws": dict, "acute": list, "concern": list,
    }  # fmt: skip
    joined: dict[str, Any] = {}
    for name, form in names.items():
        if form is list:
            seen = {json.dumps(item): item for words in lists for item in words[name]}
            joined[name] = list(seen.values())
            continue
        joined[name] = {}
        for words in lists:
            for word, other in words[name].items():
                there = joined[name].setdefault(word, other)
                if isinstance(there, list):
                    joined[name][word] = list(dict.fromkeys([*there, *other]))
    return joined


def _common(lists: list[list[dict[str, str]]]) -> list[dict[str, str]]:
    """The lines that every site has."""
    return [line for line in lists[0] if all(line in others for others in lists)] if lists else []
