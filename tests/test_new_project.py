"""`vejviser new projekt`: a municipality's own folder, which stands on the package's theme and shared content."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from projects import TODAY, bytes_of, copy_project, draw
from vejviser import DATA_FORM, __version__
from vejviser.checked import check_project
from vejviser.cli import FINE, WRONG_USE, main

Output = pytest.CaptureFixture[str]
OPTIONS = ["--today", str(TODAY)]
# Where a page is kept, which its foot and its front matter tell, is the one thing that differs.
_WHERE = re.compile(
    r"Siden rettes i filen [^<]*|Siden er fælles for alle kommuner og følger med Vejviser\.|^source: .*", re.M
)


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    root = tmp_path / "odense"
    assert FINE == main(["new", "projekt", "Odense", "--root", str(root), *OPTIONS])
    return root


class TestBegins:
    """What it writes and what it refuses."""

    def test_holds_what_a_municipality_needs(self, project: Path) -> None:
        """The files can be read by those who read them, and no gap of a template is left open."""
        there = bytes_of(project)

        assert {
            ".github/workflows/side.yml",
            ".gitignore",
            ".gitlab-ci.yml",
            ".vscode/settings.json",
            "README.md",
            "azure-pipelines.yml",
            "content/odense/municipality.yml",
            "decision_trees/odense/.gitkeep",
            "mkdocs.yml",
            "requirements.txt",
            "vejviser.toml",
        } <= set(there)
        for name, content in there.items():
            if name.endswith(".json"):
                json.loads(content)
            elif name.endswith(".yml"):
                yaml.safe_load(content)
            assert b"$" not in content, name
        assert DATA_FORM == tomllib.loads(there["vejviser.toml"].decode())["form"]

    def test_asks_no_index(self, project: Path) -> None:
        """What it is built with is a file in the folder: a name that nobody has registered could be anybody's."""
        lines = (project / "requirements.txt").read_text(encoding="utf-8").splitlines()

        assert [f"./vejviser-{__version__}-py3-none-any.whl"] == [line for line in lines if not line.startswith("#")]

    def test_refuses_a_folder_with_something_in_it(self, tmp_path: Path, capsys: Output) -> None:
        """Nothing is touched, whatever lies there."""
        (tmp_path / "brev.docx").write_bytes(b"x")

        assert WRONG_USE == main(["new", "projekt", "Odense", "--root", str(tmp_path), *OPTIONS])
        assert "er ikke tom: brev.docx" in capsys.readouterr().err
        assert {"brev.docx": b"x"} == bytes_of(tmp_path)

    def test_begins_beside_git_and_an_environment(self, tmp_path: Path) -> None:
        """Where somebody has just installed Vejviser, or begun a repository, is a place to begin."""
        (tmp_path / ".git").mkdir()
        (tmp_path / ".venv").mkdir()
        (tmp_path / "vejviser-0.1.0-py3-none-any.whl").write_bytes(b"")

        assert FINE == main(["new", "projekt", "Odense", "--root", str(tmp_path), *OPTIONS])


class TestStandsOnThePackage:
    """Shared content and theme come from the package, and the project's own lie over them."""

    def test_has_the_shared_pages(self, project: Path, tmp_path: Path) -> None:
        """Its pages are those of the same municipality in a clone, letter for letter."""
        clone = copy_project(tmp_path / "klon")
        main(["new", "kommune", "Odense", "--root", str(clone), *OPTIONS])

        ours, theirs = (check_project(root, "odense", TODAY) for root in (project, clone))

        assert not ours.stops
        assert 40 < len(ours.site().pages)
        assert {page.uri: _WHERE.sub("", page.text) for page in ours.site().pages} == {
            page.uri: _WHERE.sub("", page.text) for page in theirs.site().pages
        }

    def test_own_shared_content_lies_over(self, project: Path) -> None:
        """A record of the project's `content/faelles` takes the place of the package's; the others stay."""
        before = check_project(project, "odense", TODAY).project.entries
        role = next(entry for entry in before.values() if entry.kind == "role")
        draw(
            f"content/\n  faelles/\n    roles/\n      {role.id}.yml\n        | title: Vores eget ord\n"
            "        | status: unconfirmed\n",
            project,
        )

        after = check_project(project, "odense", TODAY).project.entries

        assert "Vores eget ord" == after[role.id].record.title
        assert f"content/faelles/roles/{role.id}.yml" == after[role.id].path
        assert set(before) == set(after)

    def test_findings_name_no_folder_of_the_machine(self, project: Path, capsys: Output) -> None:
        """What is to be settled in shared content names the package's file, and shows its line."""
        main(["check", "--root", str(project), "--notes", *OPTIONS])

        said = capsys.readouterr().out
        assert "\n  vejviser:content/faelles/" in said
        assert str(Path(__file__).parents[1]) not in said
        place = next(line for line in said.splitlines() if line.startswith("  vejviser:content/faelles/"))
        assert f"  {place.split(':')[2]} | " in said

    def test_without_the_stamp_nothing_is_added(self, drawn: Callable[[str], Path]) -> None:
        """A clone has its own shared content and gets none from a package."""
        entries = check_project(drawn(""), "by", TODAY).project.entries.values()

        assert [] == [entry.path for entry in entries if entry.path.startswith("vejviser:")]


@pytest.mark.heavy
class TestBuilds:
    """Built at once, as in a clone."""

    def test_is_the_site_of_a_clone(self, project: Path, tmp_path: Path) -> None:
        """Every page, style and script is the same as in a clone, whose mkdocs.yml is long and theme its own."""
        clone = copy_project(tmp_path / "klon")
        main(["new", "kommune", "Odense", "--root", str(clone), *OPTIONS])
        sites = {}
        for name, root in (("projekt", project), ("klon", clone)):
            site = tmp_path / f"site-{name}"
            words = ["build", "--root", str(root), "--municipality", "odense", "--site-dir", str(site), *OPTIONS]
            assert FINE == main(words)
            sites[name] = {
                path: _WHERE.sub("", content.decode(errors="replace"))
                for path, content in bytes_of(site).items()
                if not path.startswith((".vejviser", "published.json", "data/"))
            }

        assert sorted(sites["klon"]) == sorted(sites["projekt"])
        assert [] == [path for path, content in sites["klon"].items() if sites["projekt"][path] != content]

    def test_own_theme_lies_over(self, project: Path, tmp_path: Path) -> None:
        """A file in the project's site_overrides takes the place of the package's, whatever builds the site."""
        (project / "site_overrides/assets").mkdir(parents=True)
        (project / "site_overrides/assets/extras.css").write_text("p{color:black}\n", encoding="utf-8")
        config = project / "mkdocs.yml"
        told = config.read_text(encoding="utf-8").replace(
            "theme: vejviser\n", "theme: {name: vejviser, custom_dir: site_overrides}\n"
        )
        config.write_text(told, encoding="utf-8")

        assert FINE == main(["build", "--root", str(project), "--site-dir", str(tmp_path / "site"), *OPTIONS])
        assert FINE == main(["write", "--root", str(project), str(tmp_path / "skrevet"), *OPTIONS])

        for folder in (tmp_path / "site", tmp_path / "skrevet/overrides"):
            assert b"p{color:black}\n" == (folder / "assets/extras.css").read_bytes()
            assert (folder / "assets/base.css").is_file()
        written = yaml.safe_load((tmp_path / "skrevet/mkdocs.yml").read_text(encoding="utf-8"))
        assert {"name": None, "custom_dir": "overrides"}.items() <= written["theme"].items()
        assert "assets/tree.css" in written["extra_css"]
