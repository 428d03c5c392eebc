"""The layers of the package: imports run one way, and each outside library has one place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import vejviser
from projects import ROOT

PACKAGE = Path(vejviser.__file__).parent

# From the ground up; a module imports only from its own layer and those before it.
LAYERS = (
    {
        "",
        "wrong_use",
        "system_faults",
        "findings",
        "texts",
        "colours",
        "page_html",
        "page_links",
        "lost_layout",
        "unfinished",
        "slug",
        "yaml_causes",
        "yaml_syntax",
        "decoding",
        "yaml_reader",
        "records",
    },
    {"shipped", "schema", "file_names", "folders", "overlay", "acute", "rows"},
    {"entry", "placeholders", "field_names", "field_faults", "misplaced"},
    {"record_faults", "named_ids", "layers"},
    {"project"},
    {"passages", "links", "trees", "report", "report_formats", "explain"},
    {"checks", "pages"},
    {"search"},
    {"checked"},
    {"adapters"},
    {"commands"},
    {"cli", "__main__"},
)
PURE = {
    "pages",
    "checks",
    "records",
    "search",
    "trees",
    "texts",
    "page_html",
    "page_links",
    "lost_layout",
    "unfinished",
    "findings",
    "links",
    "schema",
    "decoding",
    "entry",
}
HOME_OF = {
    "mkdocs": {"adapters"},
    "markdown": {"adapters.inline_markdown", "adapters.table_heads", "page_html"},
    "material": {"adapters"},
    "jinja2": {"pages.rendering", "adapters.mkdocs_plugin"},
    "yaml": {"yaml_reader", "yaml_syntax", "yaml_causes", "adapters.configured", "adapters.write"},
}


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def _imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside its functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # `from package import module` is an import of the module, not of what the package holds.
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name.removeprefix("vejviser.") in MODULES else str(node.module) for name in names)


def _own(path: Path) -> set[str]:
    """The modules of our own that a file imports; the package itself holds only its version."""
    found = {name.removeprefix("vejviser.") for name in _imports(path) if name.startswith("vejviser.")}
    assert found <= set(MODULES), f"{path} imports what is not there"
    return found


def _layer(name: str) -> int:
    top = name.split(".", maxsplit=1)[0]
    return next(index for index, layer in enumerate(LAYERS) if top in layer)


@pytest.mark.parametrize("name", MODULES)
class TestModule:
    """What holds for every module."""

    def test_imports_run_one_way(self, name: str) -> None:
        """A module knows only its own layer and what lies below."""
        assert [] == sorted(other for other in _own(MODULES[name]) if _layer(other) > _layer(name))

    def test_libraries_have_a_home(self, name: str) -> None:
        """The site builder, the template engine and the YAML parser are each known in one place."""
        libraries = {other.split(".")[0] for other in _imports(MODULES[name])} & set(HOME_OF)
        homes = {
            library: [name == home or name.startswith(f"{home}.") for home in HOME_OF[library]] for library in libraries
        }

        assert [] == [library for library, here in homes.items() if not any(here)]


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[0] in PURE])
def test_no_clock_and_no_disk(name: str) -> None:
    """Pages, checks and records are pure: they neither read the clock nor touch the disk."""
    text = MODULES[name].read_text(encoding="utf-8")

    assert set() == set(_imports(MODULES[name])) & {"os", "pathlib", "time", "random", "io", "subprocess"}
    assert "date.today" not in text
    assert "datetime.now" not in text


def test_no_circles_within_a_layer() -> None:
    """No module imports itself by way of others."""
    edges = {name: _own(path) for name, path in MODULES.items()}
    while leaves := {name for name, others in edges.items() if not others & set(edges)}:
        edges = {name: others for name, others in edges.items() if name not in leaves}

    assert {} == edges


def test_records_import_no_more_than_records() -> None:
    """The models stand by themselves."""
    assert set() == {
        other
        for name, path in MODULES.items()
        if name.startswith("records")
        for other in _own(path)
        if not other.startswith("records")
    }


def test_only_the_commands_import_adapters() -> None:
    """An adapter is an end: nobody builds upon it."""
    assert {"commands"} == {
        name.split(".")[0]
        for name, path in MODULES.items()
        if not name.startswith("adapters") and any(other.startswith("adapters") for other in _own(path))
    }


def test_modules_are_small_and_say_what_they_know() -> None:
    """Every module begins with one sentence and is at most 250 lines long; a package may tell its story after it."""
    texts = {name: path.read_text(encoding="utf-8") for name, path in MODULES.items()}

    assert [] == [name for name, text in texts.items() if text.count("\n") > 250]
    told = {name: ast.get_docstring(ast.parse(text)) or "\n" for name, text in texts.items()}
    packages = {name for name, path in MODULES.items() if path.name == "__init__.py"}
    assert [] == [name for name, text in told.items() if "\n" in (text.split("\n\n")[0] if name in packages else text)]


_WRITES = re.compile(
    r"\.(write_text|write_bytes|writelines|mkdir|unlink|rmdir|rename|touch|symlink_to|chmod|extractall)\("
    r"|\bopen\([^)]*[\"'][wax]|\b(rmtree|copytree|copy2?|move|NamedTemporaryFile|TemporaryDirectory|mkdtemp)\("
)


def test_only_the_adapters_write_to_disk() -> None:
    """Whatever makes, changes or removes a file lies in one place."""
    there = {
        name: _WRITES.findall(path.read_text(encoding="utf-8"))
        for name, path in MODULES.items()
        if not name.startswith("adapters")
    }

    assert {} == {name: found for name, found in there.items() if found}
    assert _WRITES.search('path.open("w", encoding="utf-8")')
    assert _WRITES.search("path.write_text(text)")


@pytest.mark.parametrize("folder", ["tests", "tests/browser", "tests/attacks", "tools", "benchmarks"])
def test_files_are_short(folder: str) -> None:
    """A file is one noun, and is read in one go: at most 250 lines, as in the generator."""
    lines = {path.name: path.read_text(encoding="utf-8").count("\n") for path in (ROOT / folder).glob("*.py")}

    assert lines
    assert {} == {name: number for name, number in lines.items() if number > 250}
