"""Writes the files around a municipality's content that make a folder a project of its own."""

from importlib.resources import files
from pathlib import Path
from string import Template

from vejviser import DATA_FORM, __version__
from vejviser.adapters.skeleton import NewMunicipality, walk
from vejviser.folders import CONTENT, TREES

# What may lie in a folder where a project is begun: git's own, where Vejviser itself may be installed, and its wheel.
_MAY_BE_THERE = {".git", ".venv", "venv"}


def in_the_way(root: Path) -> list[str]:
    """What lies in a folder so that no project can be begun there, by name."""
    there = list(root.iterdir()) if root.is_dir() else []
    return sorted(item.name for item in there if item.name not in _MAY_BE_THERE and item.suffix != ".whl")


def begin(root: Path, new: NewMunicipality) -> list[Path]:
    """Write the files into an empty folder, which is made when it is not there; returns their paths."""
    values = {
        "id": new.id,
        "short": new.short,
        "version": __version__,
        "form": str(DATA_FORM),
    }
    # Names that begin with a dot would be lost on the way into a package.
    texts = {
        root / name.replace("DOT", "."): Template(source.read_text(encoding="utf-8")).substitute(values)
        for name, source in sorted(walk(files("vejviser") / "project_files"))
    }
    texts[root / TREES / new.id / ".gitkeep"] = ""
    (root / CONTENT).mkdir(parents=True)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return list(texts)
