"""What a screen reader needs that no checker of rules sees: true headings, cells with names, nothing that is empty."""

import re
from collections.abc import Iterator
from itertools import pairwise

# Written by an editor's hand or by ours: words in bold alone are a heading that nobody can jump to.
_BOLD_ALONE = re.compile(r"<p>\s*<strong>([^<]*)</strong>\s*</p>")
# What Markdown would have taken away, had it seen that it was meant for it.
_UNREAD = re.compile(r"\{ ?[.#][\w-]+ ?[^}<]*\}|>\s*#{1,6} \S")
_CODE = re.compile(r"<(script|style|code)\b.*?</\1>", re.DOTALL)
_EMPTY = re.compile(r"<(ul|ol|dl|table|section|nav|aside)\b[^>]*>\s*</\1>")
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_NAMED = re.compile(r"<table[^>]*>\s*<caption[^>]*>\s*[^<\s]")
_ROW = re.compile(r"<tr[^>]*>\s*<(\w+)([^>]*)>")
_HEADING = re.compile(r"<h([1-6])\b")


def faults(html: str) -> Iterator[str]:
    """What is wrong in a page."""
    yield from (f"bold alone: {words}" for words in _BOLD_ALONE.findall(html))
    yield from (f"empty {name}" for name in _EMPTY.findall(html))
    yield from (f"left over: {words.strip()}" for words in _UNREAD.findall(_CODE.sub("", html)))
    levels = [int(level) for level in _HEADING.findall(html)]
    yield from (f"h{low} after h{high}" for high, low in pairwise(levels) if low > high + 1)
    for table in _TABLE.findall(html):
        if not _NAMED.match(table):
            yield "a table without a caption"
        head, _, body = table.partition("<tbody")
        yield from (f"<{tag}{rest}> begins the head" for tag, rest in _ROW.findall(head) if 'scope="col"' not in rest)
        yield from (f"<{tag}{rest}> begins a row" for tag, rest in _ROW.findall(body) if 'scope="row"' not in rest)
