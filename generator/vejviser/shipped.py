"""What travels in the package for every project: the theme, the shared content and trees, and mkdocs.yml."""

from pathlib import Path

# A project that `vejviser new projekt` has made: it stands on the package's shared content.
STAMP = "vejviser.toml"
# In front of the path of a file of the package, so that no finding names a folder of the machine.
MARK = "vejviser:"
_PACKAGE = Path(__file__).resolve().parent


def shipped() -> Path:
    """What travels along, laid out as a project: a folder in the package, or the repository that it is run from."""
    inside = _PACKAGE / "shipped"
    return inside if inside.is_dir() else _PACKAGE.parents[1]


def stands_on_package(root: Path) -> bool:
    """Whether the package's shared content lies under a project; its own `content/faelles` then lies over that."""
    return (root / STAMP).is_file()


def named(root: Path, path: Path) -> str:
    """How findings name a file: from the project's folder, or as one of the package."""
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return MARK + path.relative_to(shipped()).as_posix()


def located(root: Path, name: str) -> Path:
    """The file that a finding names."""
    return shipped() / name.removeprefix(MARK) if name.startswith(MARK) else root / name
