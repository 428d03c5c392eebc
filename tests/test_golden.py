"""The Markdown of one full record of each kind, as it is read in review: every field stands there under its own name.

`VEJVISER_GOLDEN=1 pytest tests/test_golden.py` writes the files anew; what differs is read like any other change.
"""

import difflib
import os
import re
from datetime import date
from pathlib import Path

import pytest

from filled import Full, full_records, project_of
from projects import TODAY
from vejviser.links import collect
from vejviser.pages import danish, make_site
from vejviser.pages.address import address
from vejviser.records.kinds import placed

GOLDEN = Path(__file__).parent / "golden"
RENEW = "VEJVISER_GOLDEN" in os.environ
FULL, OTHERS = full_records()
PROJECT = project_of(FULL, OTHERS)
PAGES = {page.uri: page.text for page in make_site(PROJECT, collect(PROJECT), TODAY).pages}
SHOWN = [full for full in FULL if full.kind in placed()]


def part(full: Full) -> str:
    """The record's own page, or what stands under its own heading on a page of many."""
    page, anchor = address(PROJECT.entries[full.data["id"]])
    text = PAGES[page]
    found = re.search(rf"^(#+) .*\{{ #{anchor} \}}$", text, re.MULTILINE) if anchor else None
    if not found:
        return text
    after = re.search(rf"^#{{1,{len(found[1])}}} ", text[found.end() :], re.MULTILINE)
    return text[found.start() : found.end() + after.start() if after else None].rstrip() + "\n"


def named(full: Full) -> str:
    """The same with the name of the field in place of what was filled in."""
    words = {}
    for one in FULL:
        for leaf in one.leaves:
            value, field = str(leaf.value), f"‹{leaf.field if one is full else f'{one.kind}.{leaf.field}'}›"
            if leaf.names:
                words[f"Titel {value}"] = words[value] = field
            elif re.match(r"20\d\d-", value):
                words[danish.day(date.fromisoformat(value))] = field
            elif not leaf.others and len(value) > len("Ro"):
                words[value] = words[value.replace(" ", "")] = field
    longest = sorted(words, key=len, reverse=True)
    known = {word.lower(): name for word, name in words.items()}
    text = re.sub("|".join(map(re.escape, longest)), lambda found: known[found[0].lower()], part(full), flags=re.I)
    # The words of the records that are named, which are not full.
    return re.sub(r"qxb\w+?y\b", "‹andet›", text, flags=re.I)


@pytest.mark.parametrize("full", SHOWN, ids=lambda full: full.kind)
def test_golden(full: Full) -> None:
    """Nothing about the page of a kind changes unseen."""
    path, text = GOLDEN / f"{full.kind}.md", named(full)
    if RENEW:
        path.write_text(text, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.is_file() else ""
    changes = difflib.unified_diff(kept.splitlines(), text.splitlines(), str(path), "now", lineterm="", n=1)

    assert [] == list(changes), (
        "Is it meant? Then write the files anew, and read what differs: VEJVISER_GOLDEN=1 pytest tests/test_golden.py"
    )


def test_nothing_left_over() -> None:
    """A file whose kind is gone goes too."""
    assert {full.kind for full in SHOWN} == {path.stem for path in GOLDEN.glob("*.md")}
