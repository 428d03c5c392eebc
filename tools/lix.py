#!/usr/bin/env python3
"""Prints how hard the gravest pages are to read: LIX, words per sentence and the share of words over six letters."""

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from vejviser.checked import check_project
from vejviser.project import Project
from vejviser.records.notification import Notification

ROOT = Path(__file__).resolve().parent.parent
# The gravest that are measured, and the LIX that none of them may pass: that of an easy text for adults.
HOW_MANY, MOST = 10, 30

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 6


class Lix(NamedTuple):
    """The two parts of LIX (Björnsson 1968); a line of a list is a sentence of its own."""

    sentence: float
    long_share: float

    @property
    def whole(self) -> float:
        """Words per sentence and long words per hundred."""
        return self.sentence + self.long_share


def lix(texts: list[str]) -> Lix:
    """The LIX of texts; 0 of none."""
    sentences = [
        words
        for text in texts
        for part in re.split(r"[.!?:\n]", _LINK.sub(r"\1", text))
        if (words := _WORD.findall(part))
    ]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Lix(0, 0)
    return Lix(len(words) / len(sentences), 100 * sum(len(word) > _LONG for word in words) / len(words))


def said(item: Notification) -> list[str]:
    """What a reader meets on the page: all of its sentences, and not its doubts and sources."""
    lists = [*item.when, *item.steps, *item.dont, *item.write_down, *item.afterwards]
    return [item.title, item.summary or "", item.who, *lists, item.parents, item.consent.text]


def gravest(project: Project) -> list[tuple[str, Lix]]:
    """The gravest ways to get help, each with its LIX."""
    items = [entry.record for entry in project.of_kind("notification")]
    ways = sorted((item for item in items if isinstance(item, Notification)), key=lambda item: (item.order, item.id))
    return [(item.id, lix(said(item))) for item in ways[:HOW_MANY]]


def main() -> int:
    """Print a line for each page; 1 when one is too hard."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("municipality", nargs="?", default="ringsted")
    found = gravest(check_project(ROOT, parser.parse_args().municipality, date.today()).project)
    for name, value in found:
        print(f"{value.whole:5.1f}  {value.sentence:4.1f} + {value.long_share:4.1f} %  {name}")
    return int(any(value.whole > MOST for _, value in found))


if __name__ == "__main__":
    sys.exit(main())
