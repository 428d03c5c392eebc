"""Planted texts as pages, without a browser: each line is shown as it was written, and no text makes an element."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown import Markdown

from attacks.full import full
from attacks.payloads import LINES, TEXTS
from attacks.planting import Planted, leaves, planted
from attacks.turns import some
from shipped import checked_of
from vejviser.links import collect

Note = Callable[[str, int], None]

# A turn plants in each field of each record; a kind has several records, so it comes by as many payloads a turn.
TURNS = 3
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", "def_list"]
# Elements that the templates or the subset of a text make; nothing else may be in a page.
KNOWN = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "section", "nav", "details", "summary", "button", "a"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "br", "figure"),
    *(
        "figcaption",
        "script",
        "svg",
        "title",
        "g",
        "rect",
        "path",
        "text",
        "tspan",
        "line",
        "polyline",
        "circle",
        "desc",
    ),
    *("marker", "defs", "polygon", "hr", "small"),
}


class _Page(HTMLParser):
    """What a page shows, and what in it could act."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.bad: list[str] = []
        self.skipped = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if tag not in KNOWN or any(name.startswith("on") or "ond" in name for name in names):
            self.bad.append(self.get_starttag_text() or tag)
        if tag == "script" and dict(attrs).get("type") != "application/json":
            self.bad.append(self.get_starttag_text() or tag)
        for name, value in attrs:
            if name in ("href", "src", "action", "xlink:href"):
                address = re.sub(r"[\x00-\x20]", "", value or "").lower()
                if address.startswith(("javascript:", "vbscript:", "data:")):
                    self.bad.append(address)
            elif name in ("id", "class") and "ond" in (value or "").split():
                self.bad.append(f"{name}={value}")

        # A script holds data, and a drawing breaks its words into lines.
        self.skipped = self.skipped or (tag if tag in ("script", "svg") else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.skipped:
            self.skipped = ""

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words.append(data)


def one_line(text: str) -> str:
    return " ".join(text.split()).lower()


def look(found: Planted) -> tuple[list[str], int]:
    """What is wrong with the pages, and how many planted lines they show."""
    wrong, shown = [], set()
    markdown = Markdown(extensions=EXTENSIONS)
    for page in found.checked.site().pages:
        reader = _Page()
        reader.feed(markdown.reset().convert(re.sub(r"\A---\n.*?\n---\n", "", page.text, flags=re.DOTALL)))
        reader.close()
        wrong += [f"{page.uri}: {bad}" for bad in reader.bad]
        words = one_line("".join(reader.words))
        for word in set(re.findall(r"ond\d+ord", words)):
            if word in found.lines:
                shown.add(word)
                line = one_line(found.lines[word])
                if words.count(line) < words.count(word):
                    wrong.append(f"{page.uri}: not as written: {found.lines[word]}")
    return wrong, len(shown)


def test_enough() -> None:
    """There are at least 300 payloads for a line and for a text."""
    assert 300 <= len(LINES) < len(TEXTS)


@pytest.mark.heavy
@pytest.mark.parametrize("turn", range(TURNS))
def test_a_tenth(turn: int) -> None:
    """Every line stands as it was written, and no element, handler or address comes of any text."""
    wrong, shown = look(planted(checked_of("kalundborg"), turn * 101))

    assert [] == wrong[:10]
    assert shown > 500


def test_words_for_the_search_name_a_law() -> None:
    """A record that stands on no page may name others, and is no place that they are told of."""
    checked = checked_of("kalundborg")
    entries = dict(checked.project.entries)
    words = next(entry for entry in entries.values() if entry.kind == "thesaurus")
    law = next(entry.id for entry in entries.values() if entry.kind == "law")
    entries[words.id] = replace(words, record=words.record.model_copy(update={"law": [law], "related": [law]}))
    project = replace(checked.project, entries=entries)

    assert replace(checked, project=project, links=collect(project)).site().pages


@pytest.mark.slow
@pytest.mark.parametrize("turn", some(range(len(TEXTS))))
def test_all(turn: int, record_property: Note) -> None:
    """Every payload comes by every field, in one of two municipalities that have each kind between them."""
    for municipality in ("kalundborg", *(["ringsted"] if turn % 2 else [])):
        assert [] == faults_of(planted(checked_of(municipality), turn), record_property)


@pytest.mark.slow
@pytest.mark.parametrize("turn", some(range(len(TEXTS))))
def test_every_field(turn: int, record_property: Note) -> None:
    """Every payload comes by every text field that a record can have."""
    found = planted(full(), turn)
    record_property("most text fields in one turn", len(found.fields))

    assert [] == faults_of(found, record_property)


def test_fields() -> None:
    """What is planted in is every field that takes a text or a line."""
    fields = {
        name
        for entry in full().project.entries.values()
        for _, _, _, name in leaves(type(entry.record), entry.record.model_dump(by_alias=True), entry.kind)
    }

    assert len(fields) > 290


def faults_of(found: Planted, note: Note) -> list[str]:
    """What is wrong with the pages, the first of it; the figures are noted."""
    wrong, shown = look(found)
    note("payloads planted in content", len(found.lines) + len(found.texts))
    note("payloads refused by the checks", found.refused)
    note("lines shown as written", shown)
    note("faults in what they became", len(wrong))
    return wrong[:10]
