"""Makes our scripts smaller as they are published: without comments, and what is fetched together in one file."""

import re
from collections.abc import Mapping

import rjsmin  # type: ignore[import-untyped]  # it carries no types

from vejviser.adapters.version import fingerprint

# The parts that are always fetched together, in the order in which they must run; the last names the file.
ENGINE = tuple(f"search_{name}.js" for name in (
    "tuning", "packing", "documents", "words", "common", "spelling", "vocabulary", "concepts", "grams", "names",
    "rules", "model", "weights", "danger", "ranking", "snippet", "engine"))  # fmt: skip
ELEMENTS = "elements.js"
DIALOG = (ELEMENTS, *(f"search_{name}.js" for name in ("view", "alarm", "told", "spoken", "dialog")))
CATALOGUE = (ELEMENTS, *(f"catalogue_{name}.js" for name in ("address", "age", "csv", "form")), "catalogue.js")
# The rules of a tree stay a module of their own, so that the tests run the very one that the page does.
TREE = (ELEMENTS, *(f"tree_{name}.js" for name in ("page", "view", "form", "steps", "hold", "away")), "tree.js")
# As they are left when the white space is gone.
_FROM = re.compile(r'(from"\./)([^"]+)"')
_EXPORT = re.compile(r"(?:^|(?<=[;}\n]))export ")
_IMPORT = re.compile(r'import\{[^}]*\}from"\./([^"]+)";')


def bare(script: str) -> str:
    """The script without comments but those with a licence (`/*!`), and without the white space that it can do without.

    Our scripts have no template string inside another one, which rjsmin would squeeze; a test holds them to that.
    """
    return f"{rjsmin.jsmin(script, keep_bang_comments=True)}\n"


def published(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts of a theme by path as they are published; parts that lie in the same folder become one."""
    made = {path: bare(script) for path, script in scripts.items()}
    joined: dict[str, str] = {}
    used: set[str] = set()
    for parts in (ENGINE, DIALOG, CATALOGUE, TREE):
        for path in [path for path in made if path.rpartition("/")[2] == parts[-1]]:
            folder = path.removesuffix(parts[-1])
            there = [folder + part for part in parts if folder + part in made]
            joined[path] = _as_one("".join(made[part] for part in there), parts)
            used.update(there)
    made = {path: script for path, script in made.items() if path not in used} | joined
    return {path: _with_versions(script, path, made) for path, script in made.items()}


def _with_versions(script: str, path: str, made: Mapping[str, str]) -> str:
    """A script that asks for the others by addresses with their versions, so that it never meets an older one."""
    folder = path.rpartition("/")[0]

    def versioned(found: re.Match[str]) -> str:
        other = f"{folder}/{found[2]}"
        return f'{found[1]}{found[2]}?{fingerprint(made[other].encode())}"' if other in made else found[0]

    return _FROM.sub(versioned, script)


def _as_one(script: str, parts: tuple[str, ...]) -> str:
    """Parts as one script: without what they take from each other, and with names that are theirs alone."""
    alone = _IMPORT.sub(lambda found: "" if found[1] in parts else found[0], script)
    if parts is TREE:
        # A module keeps its names to itself, and nobody takes any from this one.
        return _EXPORT.sub("", alone)
    return f"{{{alone}}}\n" if ELEMENTS in parts else alone
