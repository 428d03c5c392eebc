"""Builds the index that the browser reads: small, and the same bytes for the same site."""

import json
import math
from collections import Counter
from typing import Any

from vejviser.pages.address import address, url
from vejviser.pages.book import Book
from vejviser.pages.site import DataFile, Page
from vejviser.search.documents import Document, documents
from vejviser.search.intents import kind_rules
from vejviser.search.packing import LEVELS, pack, unpack
from vejviser.search.row import Row
from vejviser.search.thesaurus import joined
from vejviser.search.tuning import FAINT, LENGTH, LOWEST, OFTEN, REPEATED, STEP
from vejviser.search.words import IRREGULAR, STOP_WORDS, Tokens, stem

URI = "assets/search_data.js"
_BEFORE, _AFTER = "(globalThis.vejviser ??= {}).searchData = ", ";\n"

_LONGEST_LEAD = 100


class NotAnIndex(Exception):
    """A script is no index, or one of another version."""


def data_file(pages: list[Page], book: Book) -> DataFile:
    """The index as a script: a page on a disk may run scripts, but not read files."""
    data = json.dumps(pack(index(pages, book)), ensure_ascii=False, separators=(",", ":"))
    return DataFile(URI, f"{_BEFORE}{data}{_AFTER}")


def read(script: str, *, only_shown: bool = False) -> dict[str, Any]:
    """The index of a script that `data_file` has written, or only what is shown of it, which is far less.

    Raises NotAnIndex when the script is none.
    """
    try:
        packed = json.loads(script.removeprefix(_BEFORE).removesuffix(_AFTER))
        index = unpack(packed | {"postings": ""}) | {"words": []} if only_shown else unpack(packed)
    # Whatever is wrong with what somebody else may have cut off, it is not ours.
    except (LookupError, TypeError, ValueError, AttributeError, RuntimeError) as fault:
        raise NotAnIndex from fault
    if "kind_rules" not in index:
        raise NotAnIndex
    return index


def index(pages: list[Page], book: Book) -> dict[str, Any]:
    """Everything that the search needs, in plain data; `search_engine.js` reads it."""
    found = _longest_first(documents(pages, book))
    words = joined(book.project)
    headings = Counter(part.title for document in found for part in document.sections)
    common = {title for title, times in headings.items() if times >= OFTEN}
    kinds = sorted({document.kind for document in found})
    rows = [_packed(document, kinds, common) for document in found]
    split = Tokens(words["laws"])
    shown_by = [set(_telling(split, _text_of(row))) for row in rows]
    shown = set().union(*shown_by)
    weights, written = _weigh(found, split)
    written = _shortest(written)
    terms = sorted({stem(word) for word in shown | written})
    _leave_out(weights, shown_by)
    place, at = book.municipality, {document.url: number for number, document in enumerate(found)}
    tree = url(address(book.get(place.main_tree))[0])
    for theme in words["danger"].values():
        theme["help"] = [url(address(book.get(id_))[0]) for id_ in theme["help"]]
    starts = [tree, url("akut.md"), url("a-aa.md")]
    return {
        "kinds": kinds,
        "kind_rules": kind_rules(),
        "documents": rows,
        "words": sorted(written - shown),
        "postings": [_posting(_loud(weights.get(term, {}))) for term in terms],
        "stop": " ".join(sorted(STOP_WORDS)),
        "irregular": IRREGULAR,
        "thesaurus": words,
        "start": [at[address_] for address_ in starts if address_ in at],
        "tree": at[tree],
        "gravity": "".join(str(document.gravity) for document in found if document.kind == "sign"),
        "citizens": [number for number, document in enumerate(found) if document.is_for_citizens],
        "acute": [
            {"when": line.when, "number": line.phone.number} for line in place.acute if line.phone and line.phone.number
        ],
    }


def _longest_first(found: list[Document]) -> list[Document]:
    """The kinds that say the most first: then the steps from one document with a word to the next are short."""
    length, times = Counter[str](), Counter(document.kind for document in found)
    for document in found:
        length[document.kind] += sum(len(block) for part in document.sections for block in part.blocks)
    said = {kind: length[kind] / times[kind] for kind in times}
    return sorted(found, key=lambda document: (-said[document.kind], document.kind, document.url))


def _packed(document: Document, kinds: list[str], common: set[str]) -> Row:
    """A document as a row; the browser builds what it can from it, such as the groups of four letters."""
    headings = [
        [part.anchor, part.title]
        for part in document.sections
        if part.anchor and part.title and part.title not in common
    ]
    lead = document.lead
    if len(lead) > _LONGEST_LEAD:
        lead = f"{lead[:_LONGEST_LEAD].rsplit(' ', 1)[0]} …"
    return Row(
        document.url,
        kinds.index(document.kind),
        document.title,
        lead,
        "|".join(document.terms),
        document.facts,
        document.ages or 0,
        headings,
    )


def _text_of(row: Row) -> str:
    """What the browser reads out of a row by itself: the title, the lead, the terms and the headings."""
    return " . ".join([row.title, row.lead, row.terms, *(heading for _, heading in row.headings)])


def _telling(split: Tokens, text: str) -> list[str]:
    return [word for word in split(text) if word not in STOP_WORDS]


def _weigh(found: list[Document], split: Tokens) -> tuple[dict[str, dict[int, float]], set[str]]:
    """For each stem the documents that have it in their text and how strongly, and every word of the texts."""
    blocks = [[block for part in document.sections for block in part.blocks] for document in found]
    times = Counter(block for of_one in blocks for block in set(of_one))
    words_of = {block: _telling(split, block) for block in times}
    lengths = [sum(map(len, of_one)) for of_one in blocks]
    average = sum(lengths) / max(1, len(lengths)) or 1
    weights: dict[str, dict[int, float]] = {}
    for number, document in enumerate(found):
        norm = 1 - LENGTH + LENGTH * lengths[number] / average
        for block in blocks[number]:
            weight = (REPEATED if times[block] >= OFTEN else 1) / norm
            for word in words_of[block] if block != document.lead else ():
                row = weights.setdefault(stem(word), {})
                row[number] = row.get(number, 0.0) + weight
    return weights, {word for words in words_of.values() for word in words}


def _shortest(written: set[str]) -> set[str]:
    """Of the forms of each word the shortest, which says the others."""
    found: dict[str, str] = {}
    for word in sorted(written, key=lambda word: (len(word), word)):
        found.setdefault(stem(word), word)
    return {*found.values()}


def _leave_out(weights: dict[str, dict[int, float]], shown_by: list[set[str]]) -> None:
    """Take away what the browser knows by itself: the words of a title weigh more there than in the text below it."""
    for number, words in enumerate(shown_by):
        for word in words:
            weights.get(stem(word), {}).pop(number, None)


def _loud(row: dict[int, float]) -> dict[int, float]:
    """Without the documents that hardly say the word, when others do."""
    return {number: weight for number, weight in row.items() if weight >= FAINT} or row


def _posting(row: dict[int, float]) -> list[tuple[int, int]]:
    """The documents that have a word in order, each with the level of its weight."""
    levels = {number: math.log(max(weight, LOWEST) / LOWEST, STEP) for number, weight in row.items()}
    return [(number, min(round(levels[number]), LEVELS - 1)) for number in sorted(row)]
