"""The other builder: the folder that `vejviser write` makes builds with it to the same site as with MkDocs."""

import posixpath
import re
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from projects import MUNICIPALITY, ROOT
from shipped import shipped_site
from vejviser.adapters.write import write

pytestmark = pytest.mark.heavy


@dataclass
class _Outline:
    """What a reader can find on a page: its title, its headings and other anchors, and where its links lead."""

    title: str = ""
    anchors: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.outline = _Outline()
        self._address = address
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._in_title = tag == "title" and not self.outline.title
        if values.get("id"):
            self.outline.anchors.add(str(values["id"]))
        if tag == "a" and values.get("href"):
            self.outline.links.add(self._resolved(str(values["href"])))

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.outline.title += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"

    def _resolved(self, link: str) -> str:
        """The link from the site's root, so that both builders' ways of writing it compare."""
        if re.match(r"[a-z]+:", link):
            return link
        path, _, anchor = link.partition("#")
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(self._address), path))
        return f"{target}#{anchor}" if anchor else target


def _outlines(site: Path) -> dict[str, _Outline]:
    found = {}
    for path in sorted(site.rglob("*.html")):
        reader = _Reader(path.relative_to(site).as_posix())
        reader.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix()] = reader.outline
    return found


def test_both_builders_make_the_same_site(tmp_path: Path) -> None:
    """Pages, titles, anchors and the targets of links are the same; the difference is shown when they are not."""
    folder = tmp_path / "skrevet"
    write(shipped_site(MUNICIPALITY), ROOT, folder)
    mkdocs_build(load_config(config_file=str(folder / "mkdocs.yml"), site_dir=str(tmp_path / "mkdocs")))

    run = subprocess.run(
        [sys.executable, "-m", "zensical", "build"], cwd=folder, capture_output=True, text=True, check=False
    )

    assert 0 == run.returncode, run.stdout + run.stderr
    ours, theirs = _outlines(tmp_path / "mkdocs"), _outlines(folder / "site")
    assert len(shipped_site(MUNICIPALITY).pages) < len(ours)
    assert sorted(ours) == sorted(theirs)
    for page, outline in ours.items():
        assert outline.title == theirs[page].title, page
        assert sorted(outline.anchors) == sorted(theirs[page].anchors), page
        assert sorted(outline.links) == sorted(theirs[page].links), page
