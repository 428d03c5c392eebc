"""Recognises files of ours by what they are: Vejviser 0.1.0 published no list of them."""

import hashlib
import re
from pathlib import Path

# What each of its versions laid in `assets/` and, while MkDocs made the search, in `search/`.
_ASSETS = re.compile(
    r"favicon\.svg|(base|blocks|catalogue|extras|layout|municipality|portal|print|search|tree)\.css"
    r"|(catalogue|dom|search|site|tree|tree_(path|rules|view))\.js"
    r"|search_(all|concepts|data|dialog|engine|grams|names|packing|portal|rules|view|vocabulary|words)\.js"
)
_MKDOCS_SEARCH = re.compile(r"search_index\.json|(lunr\.da|lunr\.stemmer\.support|worker|main|lunr)\.js")
_SITE_MARK, _PORTAL_MARK = "assets/municipality.css", "portal.json"
_SITE_FILES = frozenset({"sitemap.xml", "sitemap.xml.gz", "municipality.json"})
_SUMS = "data/sha256sums.txt"
_SITE_PAGE = re.compile(rb'<link rel="stylesheet" href="[^"]*\bassets/municipality\.css(\?[0-9a-f]{10})?">')
_PORTAL_PAGE = re.compile(rb'<link rel="stylesheet" href="[^"]*\bassets/portal\.css(\?[0-9a-f]{10})?">')


def is_site(folder: Path) -> bool:
    """Whether it has the mark of a site of one municipality."""
    return (folder / _SITE_MARK).is_file() and (folder / "index.html").is_file()


def is_portal(folder: Path) -> bool:
    """Whether it has the mark of the pages over many municipalities."""
    return (folder / _PORTAL_MARK).is_file()


def of_site(folder: Path, names: list[str]) -> set[str]:
    """Those of the files of a site that such a site holds: by name, and pages and data by what is in them."""
    summed = _summed(folder)
    return {name for name in names if name in summed or _is_of_site(folder, name)}


def of_portal(folder: Path, names: list[str]) -> set[str]:
    """Those of the files beside the sites that the pages over them consist of."""
    return {name for name in names if _is_of_portal(folder, name)}


def _is_of_site(folder: Path, name: str) -> bool:
    first, _, last = name.rpartition("/")
    if first in ("assets", "search"):
        known = _ASSETS if first == "assets" else _MKDOCS_SEARCH
        return known.fullmatch(last) is not None and not (folder / name).is_symlink()
    if last == "index.html" or name == "404.html":
        return _holds(folder / name, _SITE_PAGE)
    return name in _SITE_FILES and not (folder / name).is_symlink()


def _is_of_portal(folder: Path, name: str) -> bool:
    first, _, last = name.rpartition("/")
    if first == "search" and last.endswith(".js"):
        return _holds(folder / name, re.compile(rb"\A(vejviser\.|\(globalThis\.vejviser)"))
    if (last == "index.html" and "/" not in first) or name == "404.html":
        return _holds(folder / name, _PORTAL_PAGE)
    is_known = name == _PORTAL_MARK or (first == "assets" and _ASSETS.fullmatch(last) is not None)
    return is_known and not (folder / name).is_symlink()


def _holds(path: Path, mark: re.Pattern[bytes]) -> bool:
    try:
        return not path.is_symlink() and mark.search(path.read_bytes()) is not None
    except OSError:
        return False


def _summed(folder: Path) -> set[str]:
    """The data files whose checksums the site itself gives, and that list."""
    try:
        lines = (folder / _SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    found = {_SUMS}
    for line in lines:
        checksum, _, last = line.partition("  ")
        path = folder / "data" / last
        if "/" not in last and path.is_file() and not path.is_symlink():
            found |= {f"data/{last}"} if hashlib.sha256(path.read_bytes()).hexdigest() == checksum else set()
    return found
