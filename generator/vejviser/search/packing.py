"""Says an index in fewer bytes: each word once in a list, and all texts as numbers of it; see `search_packing.js`."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from typing import Any

from vejviser.search.row import Row

# A number is one to four letters of these, which stand in a string as they are.
_LETTERS = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
_BASE = len(_LETTERS)
# How many of them begin a number of one letter, of two, of three and of four.
_LEADS = (48, 43, 1, 1)
_NUMBER = re.compile(
    "|".join(
        f"[{re.escape(_LETTERS[sum(_LEADS[:more]) : sum(_LEADS[: more + 1])])}].{{{more}}}"
        for more in range(len(_LEADS))
    )
)
# A word of the list begins with how many of its letters are those of the word before, from none to twelve.
_SHARED = "#$%&'()*+,-./"
_LISTED = re.compile("[0-9A-Za-zÀ-ɏ§]+")
# What stands between words is a word of the list too, but for a space alone.
_TOKEN = re.compile(r"[^\W_]+|[\W_]+")
# Words that begin a text or a sentence are listed as elsewhere; a tab, never in JSON, marks those that stay small.
_CAPITAL = re.compile(r'("|[.?!] )([A-ZÆØÅ](?![A-ZÆØÅ])|(?=[a-zæøå](?![A-ZÆØÅ])))')
_SMALL = re.compile(r'("|[.?!] )(\t?)([a-zæøå])(?![A-ZÆØÅ])')
# Stands in an address for the title; no address has it.
_TITLE = "~"
# In a row of postings: its end, and before a document a level that is not the usual one; a step is a number above them.
_END, _USUAL, LEVELS = 0, 1, 6


def pack(index: dict[str, Any]) -> dict[str, Any]:
    """The index as a list of words and three texts of numbers."""
    plain = {key: value for key, value in index.items() if key not in ("documents", "words", "postings")}
    urls, kinds, titles, leads, terms, facts, ages, headings = (
        [row[place] for row in index["documents"]] for place in range(len(Row._fields))
    )
    said = _json([titles, leads, facts, [[title for _, title in of_one] for of_one in headings]])
    said = _CAPITAL.sub(lambda match: match[1] + (match[2].lower() or "\t"), said)
    addresses = [address.replace(_named(title), _TITLE) for address, title in zip(urls, titles, strict=True)]
    plain["columns"] = [addresses, kinds, terms, ages, [[anchor for anchor, _ in of_one] for of_one in headings]]
    used = {*_tokens(said), *_tokens(_json(plain | {"words": []}))}
    # What stands in no text is seen from that; the others must be named.
    other = _json(plain | {"words": sorted(used.intersection(index["words"]))})
    times = Counter([*_tokens(said), *_tokens(other)])
    often = sorted(times, key=lambda token: (-times[token], token))[: _LEADS[0]]
    rest = sorted({*times, *index["words"]}.difference(often))
    often += [token for token in rest if not _LISTED.fullmatch(token)]
    words = [token for token in rest if _LISTED.fullmatch(token)]
    number = {token: _number(place) for place, token in enumerate([*often, *words])}
    return {
        "often": often,
        "words": _chained(words),
        "said": "".join(number[token] for token in _tokens(said)),
        "other": "".join(number[token] for token in _tokens(other)),
        "postings": "".join(_number(step) for row in index["postings"] for step in _steps(row)),
    }


def unpack(packed: dict[str, Any]) -> dict[str, Any]:
    """The index as it was before."""
    words = [*packed["often"], *_unchained(packed["words"])]
    used: set[str] = set()
    said = _SMALL.sub(
        lambda match: match[1] + (match[3] if match[2] else match[3].upper()), _text(packed["said"], words, used)
    )
    index: dict[str, Any] = json.loads(_text(packed["other"], words, used))
    titles, leads, facts, headings = json.loads(said)
    urls, kinds, terms, ages, anchors = index.pop("columns")
    named = [[list(pair) for pair in zip(*pairs, strict=True)] for pairs in zip(anchors, headings, strict=True)]
    urls = [address.replace(_TITLE, _named(title)) for address, title in zip(urls, titles, strict=True)]
    rows = zip(urls, kinds, titles, leads, terms, facts, ages, named, strict=True)
    unused = [word for word in words if word not in used]
    return index | {
        "documents": [Row(*row) for row in rows],
        "words": sorted([*index["words"], *unused]),
        "postings": list(_postings(packed["postings"])),
    }


def _named(title: str) -> str:
    """A title as it stands in an address; a title without letters stands in none."""
    plain = title.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub("[^a-z0-9]+", "-", plain).strip("-") or _TITLE


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _tokens(text: str) -> Iterator[str]:
    return filter(" ".__ne__, _TOKEN.findall(text))


def _text(packed: str, words: list[str], used: set[str]) -> str:
    """The text of numbers; notes which words it has."""
    tokens = [words[number] for number in _numbers(packed)]
    used.update(tokens)
    pairs = zip(tokens, ["[", *tokens], strict=False)
    return "".join(f" {token}" if token[0].isalnum() and before[0].isalnum() else token for token, before in pairs)


def _chained(words: Iterable[str]) -> str:
    """Sorted words, each without the letters that it shares with the one before."""
    parts, last = [], ""
    for word in words:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(word[: len(_SHARED) - 1], last, strict=False))
        shared = sum(1 for _ in same)
        parts.append(_SHARED[shared] + word[shared:])
        last = word
    return "".join(parts)


def _unchained(chained: str) -> Iterator[str]:
    last = ""
    for shared, end in re.findall("([#-/])([^#-/]*)", chained):
        last = last[: _SHARED.index(shared)] + end
        yield last


def _steps(row: list[tuple[int, int]]) -> Iterator[int]:
    """A row of postings as numbers: for each document how far it is from the one before."""
    last = -1
    for document, level in row:
        if level != _USUAL:
            yield level + (level < _USUAL)
        yield LEVELS + document - last - 1
        last = document
    yield _END


def _postings(packed: str) -> Iterator[list[tuple[int, int]]]:
    row: list[tuple[int, int]] = []
    last, level = -1, _USUAL
    for number in _numbers(packed):
        if number >= LEVELS:
            last += number - LEVELS + 1
            row.append((last, level))
            level = _USUAL
        elif number == _END:
            yield row
            row, last = [], -1
        else:
            level = number - (number <= _USUAL)


@cache
def _number(number: int) -> str:
    for more, leads in enumerate(_LEADS):
        if number < leads * _BASE**more:
            digits = [number // _BASE**place % _BASE for place in range(more)]
            lead = sum(_LEADS[:more]) + number // _BASE**more
            return _LETTERS[lead] + "".join(_LETTERS[digit] for digit in reversed(digits))
        number -= leads * _BASE**more
    raise OverflowError(number)


def _numbers(text: str) -> Iterator[int]:
    return map(_of_letters, _NUMBER.findall(text))


@cache
def _of_letters(letters: str) -> int:
    more = len(letters) - 1
    number = _LETTERS.index(letters[0]) - sum(_LEADS[:more])
    for letter in letters[1:]:
        number = number * _BASE + _LETTERS.index(letter)
    fewer: int = sum(leads * _BASE**length for length, leads in enumerate(_LEADS[:more]))
    return number + fewer
