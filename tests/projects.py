"""Projects to test with: drawn as an indented tree in a string, or copied from this repository."""

import shutil
import sys
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from textwrap import dedent
from types import ModuleType

from drawn import BASE, TERMS, TREE
from vejviser.adapters.build import build
from vejviser.adapters.portal import join
from vejviser.adapters.publishing import opened
from vejviser.adapters.publishing.permission import for_portal, for_site
from vejviser.checked import check_project
from vejviser.folders import municipalities
from vejviser.project import shared_records

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 12, 1)
MUNICIPALITY = "ringsted"

# The smallest project without findings: one municipality, source, law and way to notify, and two trees.


def draw(tree: str, root: Path) -> Path:
    """Make the folders and files of an indented drawing under `root`; a line `| text` is one line of the file above."""
    open_folders: list[tuple[int, Path]] = [(-1, root)]
    file = root
    for line in dedent(tree).strip("\n").split("\n"):
        indent, words = len(line) - len(line.lstrip()), line.strip()
        if words.startswith("|"):
            with file.open("a", encoding="utf-8", newline="") as opened:
                opened.write(words[1:].removeprefix(" ") + "\n")
            continue
        while open_folders[-1][0] >= indent:
            open_folders.pop()
        place = open_folders[-1][1] / words.rstrip("/")
        if words.endswith("/"):
            place.mkdir(exist_ok=True)
            open_folders.append((indent, place))
        elif words:
            file = place
            file.write_text("", encoding="utf-8")
    return root


def draw_base(root: Path) -> None:
    """Draw the project of the municipality `by` that has no findings."""
    draw(BASE, root)
    for path in (root / "decision_trees/faelles").iterdir():
        path.write_text(path.read_text(encoding="utf-8") + TREE.lstrip("\n") + TERMS, encoding="utf-8")


def copy_project(to: Path) -> Path:
    """Copy everything that a site is built from."""
    to.mkdir()
    for name in ("content", "decision_trees", "site_overrides", "mkdocs.yml"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to / name)
        else:
            shutil.copy2(ROOT / name, to / name)
    return to


def publish(root: Path, municipality: str, site: Path) -> int:
    """Check and build a municipality and publish it to a folder; returns the number of pages."""
    with opened(site, for_site(municipalities(root))) as work:
        return build(check_project(root, municipality, TODAY), root, work)[0]


def join_sites(place: Path, known: list[str], root: Path = ROOT) -> list[str]:
    """Write the pages over the sites in a folder; returns the names of those that are shown."""
    with opened(place, for_portal(known)) as work:
        there = join(work.fresh, work.held, known, shared_records(root)).there
        work.publish()
    return there


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its relative name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def tool(name: str) -> ModuleType:
    """A script of `tools/`, which is no package."""
    spec = spec_from_file_location(name, ROOT / f"tools/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    # Its dataclasses look for their module there.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
