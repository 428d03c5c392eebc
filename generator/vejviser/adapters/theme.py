"""The files of the theme, which are published as they are."""

from pathlib import Path

from vejviser.adapters.publishing.paths import Refused, inside, names

THEME = "site_overrides"


def files(root: Path) -> list[Path]:
    """Every file, in order; raises Refused at a symlink, which could publish something from elsewhere."""
    folder = root / THEME
    return [inside(folder, name) for name in names(folder)] if folder.is_dir() else []


__all__ = ["THEME", "Refused", "files"]
