"""Scripts as they are published: parts that are always fetched together become one file."""

import re

from projects import ROOT
from vejviser.adapters.scripts import DIALOG, ENGINE, published


def test_parts_become_one() -> None:
    """The parts of the search are published as two files, in the order in which they run; others stay alone."""
    parts = {f"assets/{name}": f"// hvorfor\n  {name};\n" for name in (*DIALOG, *ENGINE, "site.js")}
    made = published(parts)

    assert {"assets/search_dialog.js", "assets/search_engine.js", "assets/site.js"} == set(made)
    assert "".join(f"{name};\n" for name in ENGINE) == made["assets/search_engine.js"]


def test_licences_stay() -> None:
    """What must be said of where words come from is published with them."""
    text = (ROOT / "site_overrides/assets/search_common.js").read_text(encoding="utf-8")

    assert "wordfreq" in published({"assets/search_common.js": text})["assets/search_common.js"]


def test_modules_become_one() -> None:
    """A tree's script holds its view; what others share with it is still fetched, and nothing is fetched twice."""
    view = 'import { levelOf } from "./tree_rules.js";\n\nexport const make = levelOf;\n'
    tree = 'import { follow } from "./tree_rules.js";\nimport { make } from "./tree_view.js";\n\nmake(follow);\n'
    made = published({"a/tree.js": tree, "a/tree_rules.js": "export const levelOf = 1;\n", "a/tree_view.js": view})

    assert {"a/tree.js", "a/tree_rules.js"} == set(made)
    assert re.sub(r"\?[0-9a-f]{10}", "?VERSION", made["a/tree.js"]) == (
        'import{levelOf}from"./tree_rules.js?VERSION";export const make=levelOf;\n'
        'import{follow}from"./tree_rules.js?VERSION";make(follow);\n'
    )


def test_scripts_are_small() -> None:
    """A script is at most 250 lines long, as a module is."""
    scripts = [*(ROOT / "site_overrides/assets").glob("*.js")]

    assert len(scripts) > 20
    assert [] == [path.name for path in scripts if path.read_text(encoding="utf-8").count("\n") > 250]
