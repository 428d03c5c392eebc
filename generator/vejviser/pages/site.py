"""The pages, navigation and files that make a site: plain data, the same bytes for the same input."""

from dataclasses import dataclass, field
from typing import Any

# The file in which a site says whose it is, for a front page over many sites.
ABOUT = "municipality.json"


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page: its place under the docs folder, its whole text, and the YAML file it comes from."""

    uri: str
    title: str
    text: str
    source: str | None = None


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
