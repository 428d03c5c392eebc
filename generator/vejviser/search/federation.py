"""Joins what many built sites publish for their search into shards for a search over all of them."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vejviser.pages.site import DataFile
from vejviser.search.row import Row, rows
from vejviser.search.thesaurus import of_lists

# The canonical id of a document is its address within a site. That is made of a record's kind and id, so a shared
# record, and whatever a municipality has in its place, stands at the same address everywhere.

# Beside the municipalities' folders.
FOLDER = "search"
# In every site: alone it says that there is no portal; a portal over the site writes in it where it lies.
MARK = DataFile("assets/search_portal.js", '(globalThis.vejviser ??= {}).portal = "../";\n')

_LONGEST_LEAD = 90
# What only lists others is of no use to one who looks in all municipalities.
_LEFT_OUT = "list"


@dataclass(frozen=True, slots=True)
class Searched:
    """A built site: its folder under the portal, the municipality's name, and what reads the index it publishes."""

    id: str
    name: str
    read: Callable[[], dict[str, Any]]


def shards(sites: Iterable[Searched]) -> Iterator[DataFile]:
    """A script for each site's own documents, and last one for what several sites say in the same words.

    Each index is read twice, so that only one need be in memory, however many sites there are.
    """
    ordered = sorted(sites, key=lambda site: site.id)
    words, places = _survey(ordered)
    shared: dict[bytes, Row] = {}
    for site in ordered:
        own = []
        for row in _documents(site.read()):
            key = _identity(row)
            if len(places[key]) == 1:
                own.append(row)
            elif key in shared:
                # A shared page may name the municipality's own number; only what all say is shared.
                both = [fact for fact in shared[key].facts if fact in row.facts]
                shared[key] = shared[key]._replace(facts=both)
            else:
                shared[key] = row
        yield _script(site.id, f"shards[{json.dumps(site.id)}]", [_shown(row) for row in own])
    ordered_rows = sorted(shared.items(), key=lambda item: (item[1].url, item[1].title))
    # A number in place of the municipalities' says that all of them have it.
    documents = [[*_shown(row), places[key] if len(places[key]) < len(ordered) else 0] for key, row in ordered_rows]
    named = [[site.id, site.name] for site in ordered]
    yield _script("index", "portalIndex", {"places": named, "documents": documents, **words})


def _survey(sites: list[Searched]) -> tuple[dict[str, Any], dict[bytes, list[int]]]:
    """The word lists and acute lines for all sites, and which sites by number have each document."""
    told: dict[str, Any] = {"stop": "", "irregular": {}, "thesaurus": of_lists([]), "acute": [], "kind_rules": {}}
    places: dict[bytes, list[int]] = defaultdict(list)
    for number, site in enumerate(sites):
        index = site.read()
        for row in _documents(index):
            places[_identity(row)].append(number)
        if number == 0:
            told |= {name: index[name] for name in ("stop", "irregular", "acute", "kind_rules")}
        told["thesaurus"] = _merged(told["thesaurus"], index["thesaurus"])
        told["acute"] = [line for line in told["acute"] if line in index["acute"]]
    return told, places


def _script(name: str, variable: str, data: object) -> DataFile:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return DataFile(f"{FOLDER}/{name}.js", f"vejviser.{variable} = {text};\n")


def _documents(index: dict[str, Any]) -> Iterable[Row]:
    """What can be found, each with the name of its kind; the headings stay behind, as the words of the texts do."""
    for row in rows(index):
        name = index["kinds"][row.kind]
        if name != _LEFT_OUT:
            short = row.lead if len(row.lead) <= _LONGEST_LEAD else f"{row.lead[:_LONGEST_LEAD].rsplit(' ', 1)[0]} …"
            yield row._replace(kind=name, lead=short, headings=[])


def _shown(row: Row) -> list[Any]:
    """A row without the headings, which nobody is shown over many municipalities."""
    return list(row[:-1])


def _identity(row: Row) -> bytes:
    """A fingerprint of what makes two documents the same: those of all sites are in memory at once."""
    text = json.dumps(_shown(row._replace(facts=[])), ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _merged(one: Any, other: Any) -> Any:
    """Two sites' word lists as one, each entry once; what the first says about a word stands first."""
    if isinstance(one, list):
        return list({json.dumps(item): item for item in [*one, *other]}.values())
    if isinstance(one, dict):
        return one | {word: _merged(one[word], said) if word in one else said for word, said in other.items()}
    return one
