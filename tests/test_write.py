"""Writing the pages to disk, and that MkDocs gets the very same bytes."""

import json
import re
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from projects import MUNICIPALITY, ROOT, bytes_of
from shipped import shipped_site
from vejviser.adapters.mkdocs_plugin import VejviserPlugin
from vejviser.adapters.publishing import Refused
from vejviser.adapters.write import MANIFEST, write
from vejviser.checked import Checked
from vejviser.pages.site import DataFile, Page, Site
from vejviser.wrong_use import WrongUse


def _site(**pages: str) -> Site:
    return Site(
        "Navn",
        None,
        [Page(f"{name}.md", name, text) for name, text in pages.items()],
        [{"Forside": "a.md"}],
        [DataFile("assets/municipality.css", ":root {}\n")],
        {"vejviser": {"municipality": "Byen"}},
    )


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """A project with the least that writing reads."""
    root = tmp_path / "projekt"
    (root / "site_overrides/assets").mkdir(parents=True)
    (root / "site_overrides/assets/base.css").write_bytes(b"1\r\n")
    (root / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: content/by/pages\nextra: {generator: false}\nwatch: [content]\n"
        "theme: {name: material, custom_dir: site_overrides}\n"
        "plugins:\n  - /search: {lang: da}\n  - vejviser: {municipality: by}\n",
        encoding="utf-8",
    )
    return root


class TestWrite:
    """`write` owns its folder, and nothing else."""

    def test_files(self, root: Path, tmp_path: Path) -> None:
        """Pages, files, the theme and a configuration are written byte for byte."""
        assert (4, 0) == write(_site(a="# Æ\n"), root, tmp_path / "ud")

        written = bytes_of(tmp_path / "ud")
        names = {"docs/a.md", "docs/assets/municipality.css", "overrides/assets/base.css", "mkdocs.yml", MANIFEST}
        assert names == set(written)
        assert ("# Æ\n".encode(), b"1\r\n") == (written["docs/a.md"], written["overrides/assets/base.css"])

    def test_scripts(self, root: Path, tmp_path: Path) -> None:
        """Of a script its readers get what runs, not what it says to those who keep it."""
        script = "/** Adds one. */\nconst add = (one) => {\n  // for `why`\n  return `${one} + 1`; // as text\n};\n"
        (root / "site_overrides/assets/site.js").write_text(script, encoding="utf-8")
        write(_site(a=""), root, tmp_path / "ud")

        assert "const add=(one)=>{return`${one} + 1`;};\n" == (tmp_path / "ud/overrides/assets/site.js").read_text(
            encoding="utf-8"
        )

    def test_config(self, root: Path, tmp_path: Path) -> None:
        """The configuration stands alone: our plugin is gone and the navigation is spelled out."""
        write(_site(a=""), root, tmp_path / "ud")

        config = yaml.safe_load((tmp_path / "ud/mkdocs.yml").read_text(encoding="utf-8"))
        assert re.fullmatch("[0-9a-f]{10}", config["extra"]["vejviser"].pop("version"))
        assert {
            "site_name": "Navn",
            "docs_dir": "docs",
            "site_dir": "site",
            "plugins": [{"/search": {"lang": "da"}}],
            "theme": {"name": "material", "custom_dir": "overrides"},
            "nav": [{"Forside": "a.md"}],
            "extra": {"generator": False, "vejviser": {"municipality": "Byen"}},
        } == config

    def test_twice(self, root: Path, tmp_path: Path) -> None:
        """What is already there is left alone; only what differs is written."""
        write(_site(a="a", b="b"), root, tmp_path / "ud")

        assert (0, 0) == write(_site(a="a", b="b"), root, tmp_path / "ud")
        assert (1, 0) == write(_site(a="a", b="B"), root, tmp_path / "ud")

    def test_removes(self, root: Path, tmp_path: Path) -> None:
        """A page that is gone is removed; what others have put beside it stays."""
        write(_site(a="a", b="b"), root, tmp_path / "ud")
        (tmp_path / "ud/egen.txt").write_text("min", encoding="utf-8")

        assert (0, 1) == write(_site(a="a"), root, tmp_path / "ud")
        assert {"docs/b.md"} & set(bytes_of(tmp_path / "ud")) == set()
        assert "min" == (tmp_path / "ud/egen.txt").read_text(encoding="utf-8")

    def test_foreign_folder(self, root: Path, tmp_path: Path) -> None:
        """A folder with anything else in it is not touched."""
        folder = tmp_path / "ud"
        folder.mkdir()
        (folder / "egen.txt").write_text("min", encoding="utf-8")

        with pytest.raises(Refused):
            write(_site(a="a"), root, folder)
        assert {"egen.txt": b"min"} == bytes_of(folder)

    @pytest.mark.parametrize("name", ["../offer.txt", "docs/../../offer.txt"])
    def test_manifest_cannot_point_outside(self, root: Path, tmp_path: Path, name: str) -> None:
        """A manifest that somebody has written a way out into deletes nothing out there."""
        victim = tmp_path / "offer.txt"
        victim.write_text("x", encoding="utf-8")
        write(_site(a="a"), root, tmp_path / "ud")
        own = json.loads((tmp_path / "ud" / MANIFEST).read_text(encoding="utf-8"))
        (tmp_path / "ud" / MANIFEST).write_text(json.dumps([*own, name, str(victim)]), encoding="utf-8")

        write(_site(a="a"), root, tmp_path / "ud")

        assert victim.is_file()

    @pytest.mark.parametrize("listed", ["5", "null", '{"a": 1}', "[" * 100_000])
    def test_no_list(self, root: Path, tmp_path: Path, listed: str) -> None:
        """A list that is none is as if there were none."""
        write(_site(a="a"), root, tmp_path / "ud")
        (tmp_path / "ud" / MANIFEST).write_text(listed, encoding="utf-8")
        before = bytes_of(tmp_path / "ud")

        with pytest.raises(Refused, match="indeholder andet"):
            write(_site(a="b"), root, tmp_path / "ud")
        assert before == bytes_of(tmp_path / "ud")

    @pytest.mark.parametrize("listed", ['[""]', '["docs"]', "[3, null]"])
    def test_odd_names(self, root: Path, tmp_path: Path, listed: str) -> None:
        """What is no file of the folder is passed over in the list; files that it does not name are others'."""
        write(_site(a="a"), root, tmp_path / "ud")
        (tmp_path / "ud" / MANIFEST).write_text(listed, encoding="utf-8")
        before = bytes_of(tmp_path / "ud")

        with pytest.raises(Refused, match="ikke har skrevet"):
            write(_site(a="b"), root, tmp_path / "ud")
        assert before == bytes_of(tmp_path / "ud")

    def test_through_a_symlink(self, root: Path, tmp_path: Path) -> None:
        """Nothing is written or deleted through a symlink in the folder."""
        outside = tmp_path / "ude"
        outside.mkdir()
        (outside / "a.md").write_text("mit", encoding="utf-8")
        write(_site(b="b"), root, tmp_path / "ud")
        (tmp_path / "ud/docs").rename(tmp_path / "ud/gemt")
        (tmp_path / "ud/docs").symlink_to(outside)

        with pytest.raises(Refused, match="genvej"):
            write(_site(a="a"), root, tmp_path / "ud")
        assert {"a.md": b"mit"} == bytes_of(outside)

    def test_somebody_elses_file_in_the_way(self, root: Path, tmp_path: Path) -> None:
        """A file that another has laid where one of ours is to be is not overwritten."""
        write(_site(a="a"), root, tmp_path / "ud")
        (tmp_path / "ud/docs/b.md").write_text("mit", encoding="utf-8")

        with pytest.raises(Refused, match=r"docs/b\.md"):
            write(_site(a="a", b="b"), root, tmp_path / "ud")
        assert "mit" == (tmp_path / "ud/docs/b.md").read_text(encoding="utf-8")

    def test_theme_with_a_symlink(self, root: Path, tmp_path: Path) -> None:
        """What a symlink in the theme points at is not handed on."""
        (root / "site_overrides/assets/hemmelig.css").symlink_to("/etc/hostname")

        with pytest.raises(Refused, match="genvej"):
            write(_site(a="a"), root, tmp_path / "ud")

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("extra: {generator: false}", "extra: 5", "`extra:`"),
            ("theme: {name: material, custom_dir: site_overrides}", "theme: [x]", "`theme:`"),
            ("plugins:\n  - /search: {lang: da}\n  - vejviser: {municipality: by}", "plugins: 7", "`plugins:`"),
        ],
    )
    def test_odd_configuration(self, root: Path, tmp_path: Path, old: str, new: str, expected: str) -> None:
        """A part of mkdocs.yml that has another form than it must is named."""
        config = (root / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text(config.replace(old, new), encoding="utf-8")

        with pytest.raises(WrongUse, match=expected):
            write(_site(a="a"), root, tmp_path / "ud")
        assert not (tmp_path / "ud").exists()

    @pytest.mark.parametrize("plugins", ["plugins:", "plugins: {vejviser: {}}", "theme: material"])
    def test_other_forms(self, root: Path, tmp_path: Path, plugins: str) -> None:
        """No plugins, plugins as fields, and a theme by its name are as good."""
        (root / "mkdocs.yml").write_text(f"site_name: x\n{plugins}\n", encoding="utf-8")
        write(_site(a="a"), root, tmp_path / "ud")

        assert [] == yaml.safe_load((tmp_path / "ud/mkdocs.yml").read_text(encoding="utf-8"))["plugins"]


def test_both_adapters_hand_on_the_same_bytes(shipped: Checked, tmp_path: Path) -> None:
    """MkDocs gets from the plugin what `write` puts on disk: names, bytes, navigation and what the theme shows."""
    write(shipped_site(MUNICIPALITY), ROOT, tmp_path)
    config = load_config(config_file=str(ROOT / "mkdocs.yml"))
    plugin = config.plugins["vejviser"]
    assert isinstance(plugin, VejviserPlugin)
    plugin.use(shipped)

    config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)

    written = yaml.safe_load((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"))
    # The theme is not among these files, so its version is another one; tests/test_version.py compares that.
    written["extra"]["vejviser"]["version"] = config.extra["vejviser"]["version"]
    assert bytes_of(tmp_path / "docs") == {file.src_uri: file.content_bytes for file in files}
    assert (written["site_name"], written["nav"], written["extra"]) == (
        config.site_name,
        config.nav,
        dict(config.extra),
    )


def nested_templates(script: str) -> list[int]:
    """The lines on which a template string stands inside another one."""
    found, inside, line = [], [], 1
    for part in re.findall(r"//[^\n]*|/\*.*?\*/|\\.|\$\{|[`'\"{}\n]|[^\\`'\"{}$/\n]+|.", script, re.DOTALL):
        line += part.count("\n")
        top = inside[-1] if inside else ""
        is_text = top in tuple("'\"`")
        if (is_text and part == top) or (top in ("{", "${") and part == "}"):
            inside.pop()
        elif (part == "${" and top == "`") or (part in ("{", "`", "'", '"') and not is_text):
            if part == "`" and "`" in inside:
                found.append(line)
            inside.append(part)
    return found


def test_templates() -> None:
    """No script has a template string inside another one: the program that makes scripts smaller would squeeze it."""
    assert [1] == nested_templates("let a = `${b ? `${c} d` : 'e'}`;")
    assert [] == nested_templates("let a = `it's ${{ b: 'c' }.b}` + `d`; // `e ${`")
    scripts = sorted((ROOT / "site_overrides/assets").glob("*.js"))
    assert {} == {path.name: lines for path in scripts if (lines := nested_templates(path.read_text(encoding="utf-8")))}
    assert len(scripts) > 10
