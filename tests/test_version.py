"""What is published beside the pages stands in their addresses with its version."""

import re
from pathlib import Path

import pytest
import yaml

from projects import TODAY
from vejviser.adapters.scripts import published
from vejviser.adapters.version import version
from vejviser.cli import FINE, main

_ADDRESS = re.compile(r'(?:src|href)="[^"]*?assets/([^"?]+\.(?:js|css))(\?[0-9a-f]{10})?"')


def build(root: Path, to: Path) -> Path:
    words = ["--root", str(root), "--municipality", "by", "--today", str(TODAY), "--site-dir", str(to)]
    assert FINE == main(["build", *words])
    return to


def versions(site: Path) -> set[str | None]:
    """The versions that stand in the addresses of scripts and styles on all pages."""
    return {found[2] for page in site.rglob("*.html") for found in _ADDRESS.finditer(page.read_text(encoding="utf-8"))}


def test_one_for_all(two: Path, tmp_path: Path) -> None:
    """All pages of a build have the same version, and so has the next build of the same content."""
    once, again = (versions(build(two, tmp_path / name)) for name in ("en", "to"))

    assert 1 == len(once)
    assert None not in once
    assert once == again


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/by/municipality.yml", "#12464f", "#12465f"),
        ("site_overrides/assets/site.js", '"js"', '"scripts"'),
        ("site_overrides/assets/base.css", "{", "{ margin: 7px;"),
    ],
)
def test_another_after_a_change(two: Path, tmp_path: Path, file: str, old: str, new: str) -> None:
    """It changes with the colours, with a script and with a style."""
    before = versions(build(two, tmp_path / "en"))
    path = two / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    assert not before & versions(build(two, tmp_path / "to"))


def test_not_with_a_text(two: Path, tmp_path: Path) -> None:
    """A text that is corrected leaves the other pages as they are."""
    before = versions(build(two, tmp_path / "en"))
    page = two / "content/faelles/notifications/underretning.yml"
    page.write_text(page.read_text(encoding="utf-8").replace("title: ", "title: Ny "), encoding="utf-8")

    assert before == versions(build(two, tmp_path / "to"))


def test_other_builders(two: Path, tmp_path: Path) -> None:
    """What is written for other builders has the same version."""
    words = ["--root", str(two), "--municipality", "by", "--today", str(TODAY)]
    assert FINE == main(["write", str(tmp_path / "ud"), *words])
    config = yaml.safe_load((tmp_path / "ud/mkdocs.yml").read_text(encoding="utf-8"))

    assert {f"?{config['extra']['vejviser']['version']}"} == versions(build(two, tmp_path / "en"))


def test_portal(two: Path, tmp_path: Path) -> None:
    """The pages over many municipalities have one too."""
    site = tmp_path / "alle"
    assert FINE == main(["build", "--all", "--root", str(two), "--today", str(TODAY), "--site-dir", str(site)])
    pages = [page.read_text(encoding="utf-8") for page in [*site.glob("*.html"), *site.glob("[a-z]*/index.html")]]

    assert len(pages) > 5
    assert all(found[2] for page in pages for found in _ADDRESS.finditer(page))


def test_between_scripts() -> None:
    """A script that fetches another one asks for the version that it was published with."""
    scripts = {"assets/tree.js": 'import { a } from "./tree_rules.js";a();', "assets/tree_rules.js": "export let a=1;"}
    before = published(scripts)["assets/tree.js"]
    after = published(scripts | {"assets/tree_rules.js": "export let a=2;"})["assets/tree.js"]

    assert re.search(r'from"\./tree_rules\.js\?[0-9a-f]{10}";', before)
    assert before != after


def test_order_says_nothing() -> None:
    """Only what lies in assets counts, in whatever order it comes."""
    one, other = ("assets/a.js", b"1"), ("assets/b.js", b"2")

    assert version([one, other]) == version([other, one, ("tilbud/index.html", b"3")])
    assert version([one]) != version([("assets/b.js", b"1")])
