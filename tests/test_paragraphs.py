"""A text of several paragraphs is one wherever it stands: it takes no list item after it with it."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

import pytest
from markdown import Markdown

from attacks.planting import leaves
from shipped import checked_of
from vejviser.checked import Checked
from vejviser.links import collect

EXTENSIONS = ["toc", "tables", "attr_list", "md_in_html", "def_list"]


def _items(checked: Checked) -> dict[str, int]:
    """How many list items each page has."""
    markdown = Markdown(extensions=EXTENSIONS)
    pages = {page.uri: re.sub(r"\A---\n.*?\n---\n", "", page.text, flags=re.DOTALL) for page in checked.site().pages}
    return {uri: markdown.reset().convert(text).count("<li>") for uri, text in pages.items()}


def _changed(checked: Checked, change: Callable[[str], str]) -> Checked:
    """The project with every text changed."""
    entries = {}
    for id_, entry in checked.project.entries.items():
        data = deepcopy(entry.record.model_dump(by_alias=True, exclude_unset=True))
        for holder, key, kind, _ in list(leaves(type(entry.record), data, entry.kind)):
            if kind == "text":
                holder[key] = change(holder[key])
        entries[id_] = replace(entry, record=type(entry.record).model_validate(data))
    project = replace(checked.project, entries=entries)
    return replace(checked, project=project, links=collect(project))


@pytest.mark.heavy
@pytest.mark.parametrize("municipality", ["kalundborg", "ringsted"])
def test_items_stay_items(municipality: str) -> None:
    """With a second paragraph in every text, each page has as many list items as with the first alone."""
    checked = checked_of(municipality)

    assert _items(_changed(checked, lambda _: "Et ord.")) == _items(_changed(checked, lambda _: "Et ord.\n\nEt til."))
