"""The pages, navigation and files that make a site: plain data, the same bytes for the same input."""

import json
from dataclasses import dataclass, field
from typing import Any

# The file in which a site says whose it is, for a front page over many sites.
ABOUT = "municipality.json"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its place under the docs folder, what it says in Markdown, and what is to be known of it.

    `kind` is that of the table of page kinds, or empty for a page written by hand; `source` is the YAML file that it
    comes from; `meta` is what else the theme is told.
    """

    uri: str
    title: str
    body: str
    kind: str = ""
    description: str = ""
    source: str | None = None
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole Markdown file, with front matter for the theme; a page written by hand is as it was written."""
        if not self.kind:
            return self.body
        front = {"title": self.title, "description": self.description, "kind": self.kind, **self.meta}
        if self.source:
            front["source"] = self.source
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.body


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is published beside the pages as it is."""

    uri: str
    text: str


@dataclass(slots=True)
class Site:
    """Everything the adapters need; `nav` is a MkDocs nav and `extra` goes into MkDocs' `extra`."""

    name: str
    url: str | None
    pages: list[Page]
    nav: list[Any]
    files: list[DataFile] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)
