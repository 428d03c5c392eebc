"""The plugin in somebody else's site: it takes no page away, and makes none that cannot be read."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from projects import MUNICIPALITY, TODAY, bytes_of
from vejviser.adapters.neighbours import NEEDED

Log = pytest.LogCaptureFixture
PLUGIN = f"plugins:\n  - vejviser: {{municipality: {MUNICIPALITY}, today: {TODAY}}}\n"
ALL = f"markdown_extensions: [{', '.join(NEEDED)}]\n"


def _site(root: Path, config: str) -> Path:
    """Build a site of another theme around the shipped content; returns its folder, whether or not it was built."""
    (root / "mkdocs.yml").write_text(f"site_name: Håndbog\ntheme: mkdocs\n{PLUGIN}{config}", encoding="utf-8")
    loaded = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    loaded.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(loaded)
    return root / "site"


@pytest.mark.heavy
def test_pages_of_others_are_not_taken_away(project_copy: Path, caplog: Log) -> None:
    """A site with pages of its own is not built without them, and what stands is left."""
    for name in ("index.md", "guides/ferie.md"):
        (project_copy / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project_copy / "docs" / name).write_text("# Vores\n", encoding="utf-8")

    with pytest.raises(Abort):
        _site(project_copy, ALL)

    assert "Siden har sider, som ikke er Vejvisers: guides/ferie.md, index.md." in caplog.text
    assert not [name for name in bytes_of(project_copy) if name.startswith("site/") and name.endswith(".html")]


@pytest.mark.parametrize("missing", NEEDED)
def test_no_page_that_cannot_be_read(project_copy: Path, caplog: Log, missing: str) -> None:
    """Without one of the extensions nothing is built, and the line to add is said."""
    others = ", ".join(name for name in NEEDED if name != missing)

    with pytest.raises(Abort):
        _site(project_copy, f"docs_dir: content\nmarkdown_extensions: [{others}, toc]\n")

    assert f"markdown_extensions:\n  - {missing}" in caplog.text


@pytest.mark.heavy
def test_another_theme(project_copy: Path) -> None:
    """With them, the content's folder and another theme, the site is built, and its scripts are not doubled or lost."""
    site = _site(project_copy, f"docs_dir: content\n{ALL}")

    assert 'href="tel:112"' in (site / "akut/index.html").read_text(encoding="utf-8")
    assert (site / "assets/search_data.js").is_file()
