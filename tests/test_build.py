"""Building the whole site in our own process: all at once, in part, and when something is wrong."""

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from projects import MUNICIPALITY, TODAY, bytes_of, publish
from vejviser.adapters.build import BuildFailed
from vejviser.cli import FINDINGS, FINE, main

pytestmark = pytest.mark.heavy

# What is seen in one place, everywhere and in the navigation, and whether every page must be built again for it.
EDITS = [
    ("one page", "meeting_types/samarbejdsmoede.yml", "I har brug for nye øjne", "I mangler nye øjne", False),
    ("every page", "municipality.yml", 'hours: "mandag kl. 12-13', 'hours: "tirsdag kl. 12-13', True),
    ("navigation", "offers/ungepsykolog.yml", "title: ", "title: Ny ", True),
]

# A hook of somebody's that leaves every page out, which MkDocs finds no fault with.
_NO_PAGES = """
from mkdocs.structure.files import InclusionLevel

def on_files(files, config):
    for file in files:
        file.inclusion = InclusionLevel.EXCLUDED
"""


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site map names the day of the build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")


def _mkdocs(project: Path, site: Path, *, dirty: bool = False) -> dict[str, bytes]:
    """Build a project as `mkdocs build` does, and give the site's bytes."""
    # A dirty build gives a warning of its own, which strictness would make a fault.
    config = load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(site), strict=not dirty)
    config.plugins.on_startup(command="build", dirty=dirty)
    mkdocs_build(config, dirty=dirty)
    return bytes_of(site)


@pytest.fixture(name="dated")
def _dated(project_copy: Path) -> Path:
    """The copied project, with the day it is built for in mkdocs.yml."""
    _edit(
        project_copy / "mkdocs.yml",
        f"municipality: {MUNICIPALITY}",
        f"municipality: {MUNICIPALITY}\n      today: '{TODAY}'",
    )
    return project_copy


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


class TestCommand:
    """`vejviser build` lets the new site take the place of the old one only when it is whole."""

    def test_build(self, project_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A fine project gives a site, and nothing else is left beside it."""
        site = tmp_path / "ud" / "site"
        options = ["build", "--root", str(project_copy), "--site-dir", str(site), "--today", str(TODAY)]

        assert FINE == main(options)
        first = bytes_of(site)
        assert FINE == main(options)

        assert first == bytes_of(site)
        assert ["site"] == [path.name for path in (tmp_path / "ud").iterdir()]
        assert {"index.html", "404.html", "moeder/samarbejdsmoede/index.html", "assets/search_data.js"} <= set(first)
        assert f"{sum(name.endswith('index.html') for name in first)} sider er bygget" in capsys.readouterr().out

    def test_finding(self, project_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Content with a fault leaves the site that stands as it was."""
        site = tmp_path / "site"
        publish(project_copy, MUNICIPALITY, site)
        before = bytes_of(site)
        _edit(
            project_copy / "content/ringsted/municipality.yml",
            "main_tree: jeg-er-bekymret",
            "main_tree: jeg-er-bekymrt",
        )

        code = main(["build", "--root", str(project_copy), "--site-dir", str(site), "--today", str(TODAY)])

        assert (FINDINGS, before) == (code, bytes_of(site))
        assert "Mente du `jeg-er-bekymret`?" in capsys.readouterr().out

    def test_mkdocs_refuses(self, project_copy: Path, tmp_path: Path) -> None:
        """What only MkDocs sees, such as a dead link on a hand-written page, leaves the old site too."""
        site = tmp_path / "ud" / "site"
        publish(project_copy, MUNICIPALITY, site)
        before = bytes_of(tmp_path / "ud")
        (project_copy / "content/ringsted/pages/om.md").write_text("# Om\n\n[Væk](findes-ikke.md)\n", encoding="utf-8")

        with pytest.raises(BuildFailed, match="findes-ikke"):
            publish(project_copy, MUNICIPALITY, site)
        assert before == bytes_of(tmp_path / "ud")

    @pytest.mark.parametrize("more", [[], ["--all"]])
    def test_no_pages(
        self, more: list[str], project_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A site that comes out without a page is not built: it takes nothing's place, and the exit code says so."""
        (project_copy / "vaek.py").write_text(_NO_PAGES, encoding="utf-8")
        _edit(project_copy / "mkdocs.yml", "plugins:", "hooks: [vaek.py]\nplugins:")
        command = ["build", "--root", str(project_copy), "--site-dir", str(tmp_path / "site"), *more]

        assert FINDINGS == main(command)
        assert "Der kom ingen sider ud af det" in capsys.readouterr().out
        assert [] == list(tmp_path.glob("site/**/*.html"))


class TestMkDocs:
    """MkDocs by itself, with nothing but mkdocs.yml."""

    def test_same_as_ours(self, dated: Path, tmp_path: Path) -> None:
        """`mkdocs build` gives the very site that `vejviser build` gives."""
        publish(dated, MUNICIPALITY, tmp_path / "vores")

        assert bytes_of(tmp_path / "vores") == _mkdocs(dated, tmp_path / "mkdocs")

    def test_stops_at_a_fault(self, dated: Path, tmp_path: Path) -> None:
        """A fault in the content stops MkDocs before it makes anything."""
        _edit(dated / "content/ringsted/municipality.yml", '"#12464f"', "blå")

        with pytest.raises(Abort):
            _mkdocs(dated, tmp_path / "site")
        assert not (tmp_path / "site").exists()

    def test_dirty(self, dated: Path, tmp_path: Path) -> None:
        """After each edit, building only what changed gives the same bytes as building all, the search index too."""
        site = tmp_path / "site"
        built = _mkdocs(dated, site)
        other_page = site / "moeder/teammoede/index.html"
        for where, file, old, new, all_again in EDITS:
            stamp = other_page.stat().st_mtime_ns
            _edit(dated / "content/ringsted" / file, old, new)

            before, built = built, _mkdocs(dated, site, dirty=True)

            # The plugin knows a project by its place, so a copy elsewhere is built as if for the first time.
            clean = _mkdocs(shutil.copytree(dated, tmp_path / where), tmp_path / f"{where} site")
            assert all_again == (stamp != other_page.stat().st_mtime_ns), where
            assert before != built, where
            assert [] == [name for name in sorted(clean | built) if clean.get(name) != built.get(name)], where
