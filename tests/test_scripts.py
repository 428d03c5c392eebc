"""Scripts as they are published: parts that are always fetched together become one file."""

import json
import re

from projects import ROOT
from vejviser.adapters.scripts import CATALOGUE, DIALOG, ENGINE, TREE, published

SCRIPTS = ROOT / "tools/js"
# A line that is not looked at, and a type that says nothing.
WAVED_THROUGH = re.compile(r"@ts-|[:|<{(]\s*any\b|\bany\[\]|\bFunction\b")


def test_parts_become_one() -> None:
    """The parts of the search are published as two files, in the order in which they run; others stay alone."""
    parts = {f"assets/{name}": f"// hvorfor\n  {name};\n" for name in (*DIALOG, *ENGINE, "site.js")}
    made = published(parts)

    assert {"assets/search_dialog.js", "assets/search_engine.js", "assets/site.js"} == set(made)
    assert "".join(f"{name};\n" for name in ENGINE) == made["assets/search_engine.js"]
    # In a block of its own: elements.js stands at the top of several scripts of one page.
    assert "{" + "".join(f"{name};\n" for name in DIALOG) + "}\n" == made["assets/search_dialog.js"]


def test_licences_stay() -> None:
    """What must be said of where words come from is published with them."""
    text = (ROOT / "site_overrides/assets/search_common.js").read_text(encoding="utf-8")

    assert "wordfreq" in published({"assets/search_common.js": text})["assets/search_common.js"]


def test_modules_become_one() -> None:
    """A tree's script holds its view, whose names are its own; what others share is fetched, and nothing twice."""
    view = 'import { levelOf } from "./tree_rules.js";\n\nexport const make = levelOf;\n'
    tree = 'import { follow } from "./tree_rules.js";\nimport { make } from "./tree_view.js";\n\nmake(follow);\n'
    made = published({"a/tree.js": tree, "a/tree_rules.js": "export const levelOf = 1;\n", "a/tree_view.js": view})

    assert {"a/tree.js", "a/tree_rules.js"} == set(made)
    assert re.sub(r"\?[0-9a-f]{10}", "?VERSION", made["a/tree.js"]) == (
        'import{levelOf}from"./tree_rules.js?VERSION";const make=levelOf;\n'
        'import{follow}from"./tree_rules.js?VERSION";make(follow);\n'
    )


def test_scripts_are_small() -> None:
    """A script is at most 250 lines long, as a module is."""
    scripts = [*(ROOT / "site_overrides/assets").glob("*.js")]

    assert len(scripts) > 20
    assert [] == [path.name for path in scripts if path.read_text(encoding="utf-8").count("\n") > 250]


def test_elements_are_made_once() -> None:
    """One function of ours makes elements, and each script that uses it is published with it."""
    scripts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "site_overrides/assets").glob("*.js")}
    using = {name for name, script in scripts.items() if re.search(r'(?<![.\w])(?:make\(\s*"|pick\(|button\()', script)}
    made = published(scripts)

    assert ["elements.js"] == [name for name, script in scripts.items() if "createElement(tag)" in script]
    assert set() == using - {*DIALOG, *CATALOGUE, *TREE}
    assert {"catalogue.js", "search_dialog.js", "tree.js"} == {
        name for name in made if "createElement(tag)" in made[name]
    }


def test_types_are_checked() -> None:
    """The types of every script are looked at strictly, with the other checks, and nothing is waved through."""
    config = json.loads((SCRIPTS / "tsconfig.json").read_text(encoding="utf-8"))
    commands = json.loads((SCRIPTS / "package.json").read_text(encoding="utf-8"))["scripts"]
    typed = [*(ROOT / "site_overrides").rglob("*.js"), *(SCRIPTS / "types").glob("*.d.ts")]

    assert config["compilerOptions"]["strict"]
    assert config["compilerOptions"]["checkJs"]
    assert "../../site_overrides/**/*.js" in config["include"]
    assert "exclude" not in config
    assert "npm run types" in commands["check"]
    assert len(typed) > 40
    assert [] == [path.name for path in typed if WAVED_THROUGH.search(path.read_text(encoding="utf-8"))]
