"""The files of the theme, which are published as they are, and what a site with our theme has beside them."""

from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from vejviser.adapters.publishing.paths import Refused, inside, names
from vejviser.shipped import shipped

THEME = "site_overrides"
# As `theme:` in mkdocs.yml; a project's own folder lies over it.
OURS = "vejviser"
# It tells MkDocs of the theme, and is no part of a site.
_ABOUT = "mkdocs_theme.yml"


def files(root: Path, *, ours: bool) -> dict[str, Path]:
    """Every file by its name, in order: the project's own, over those of the package when the theme is ours.

    Raises Refused at a symlink, which could publish something from elsewhere.
    """
    found: dict[str, Path] = {}
    for folder in (shipped() / THEME, root / THEME) if ours else (root / THEME,):
        found |= {name: inside(folder, name) for name in names(folder)} if folder.is_dir() else {}
    found.pop(_ABOUT, None)
    return dict(sorted(found.items()))


def beside() -> dict[str, Any]:
    """What the pages need of a configuration: styles, extensions, and warnings at every dead link."""
    config = yaml_load((shipped() / "mkdocs.yml").read_text(encoding="utf-8"))
    return {name: config[name] for name in ("extra_css", "markdown_extensions", "validation")}


__all__ = ["OURS", "THEME", "Refused", "beside", "files"]
