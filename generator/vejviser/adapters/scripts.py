"""Makes our scripts smaller as they are published: without comments, and what is fetched together in one file."""

import re
from collections.abc import Mapping

import rjsmin  # type: ignore[import-untyped]  # it carries no types

from vejviser.adapters.version import fingerprint

# The parts that are always fetched together, in the order in which they must run; the last names the file.
ENGINE = tuple(f"search_{name}.js" for name in (
    "packing", "documents", "words", "common", "spelling", "vocabulary", "concepts", "grams", "names", "rules", "model",
    "weights", "danger", "ranking", "snippet", "engine"))  # fmt: skip
DIALOG = ("search_view.js", "search_alarm.js", "search_told.js", "search_spoken.js", "search_dialog.js")
CATALOGUE = ("catalogue_address.js", "catalogue_age.js", "catalogue_csv.js", "catalogue.js")
# The rules of a tree stay a module of their own, so that the tests run the very one that the page does.
TREE = ("tree_page.js", "tree_view.js", "tree_hold.js", "tree_away.js", "tree.js")
# As they are left when the white space is gone.
_FROM = re.compile(r'(from"\./)([^"]+)"')
_IMPORT = re.compile(r'import\{[^}]*\}from"\./([^"]+)";')


def bare(script: str) -> str:
    """The script without comments but those with a licence (`/*!`), and without the white space that it can do without.

    Our scripts have no template string inside another one, which rjsmin would squeeze; a test holds them to that.
    """
    return f"{rjsmin.jsmin(script, keep_bang_comments=True)}\n"


def published(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts of a theme by path as they are published; parts that lie in the same folder become one."""
    made = {path: bare(script) for path, script in scripts.items()}
    for parts in (ENGINE, DIALOG, CATALOGUE, TREE):
        for path in [path for path in made if path.rpartition("/")[2] == parts[-1]]:
            folder = path.removesuffix(parts[-1])
            there = [folder + part for part in parts if folder + part in made]
            made[path] = _without_imports("".join([made.pop(part) for part in there]), parts)
    return {path: _with_versions(script, path, made) for path, script in made.items()}


def _with_versions(script: str, path: str, made: Mapping[str, str]) -> str:
    """A script that asks for the others by addresses with their versions, so that it never meets an older one."""
    folder = path.rpartition("/")[0]

    def versioned(found: re.Match[str]) -> str:
        other = f"{folder}/{found[2]}"
        return f'{found[1]}{found[2]}?{fingerprint(made[other].encode())}"' if other in made else found[0]

    return _FROM.sub(versioned, script)


def _without_imports(script: str, parts: tuple[str, ...]) -> str:
    """A script without what it takes from its own parts, which are there already."""
    return _IMPORT.sub(lambda found: "" if found[1] in parts else found[0], script)
