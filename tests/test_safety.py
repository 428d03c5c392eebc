"""What must never happen: something lost, something foreign published, or a check that never ends."""

import shutil
from pathlib import Path

import pytest

from projects import ROOT, TODAY, publish
from vejviser.adapters.build import BuildFailed
from vejviser.adapters.publishing import Refused
from vejviser.checked import check_project
from vejviser.cli import main

BASE = Path(__file__).parent / "cases" / "base"


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    root = shutil.copytree(BASE, tmp_path / "project")
    shutil.copytree(ROOT / "site_overrides", root / "site_overrides")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("municipality: ringsted", "municipality: demo")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return root


def test_a_foreign_folder_is_not_replaced(root: Path, tmp_path: Path) -> None:
    """Building to a folder that holds anything but a site of ours leaves it alone."""
    precious = tmp_path / "vigtigt"
    precious.mkdir()
    (precious / "brev.txt").write_text("Kære alle", encoding="utf-8")

    with pytest.raises(Refused, match=r"brev\.txt"):
        publish(root, "demo", precious)

    assert ["brev.txt"] == [path.name for path in precious.iterdir()]


def test_nothing_but_pages_is_published(root: Path, tmp_path: Path) -> None:
    """Neither the YAML nor files that lie beside the pages reach the site."""
    (root / "content" / "demo" / "offers" / ".note.txt").write_text("internt", encoding="utf-8")

    publish(root, "demo", tmp_path / "site")

    site = tmp_path / "site"
    published = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    data = {path for path in published if path.parts[0] == "data"}
    assert {path.suffix for path in data} <= {".json", ".csv", ".txt"}
    assert {path.suffix for path in published - data} <= {".html", ".css", ".js", ".svg", ".json", ".xml", ".gz"}
    assert [] == [path for path in published if "note" in path.name]


def test_a_link_out_of_the_pages_is_refused(root: Path) -> None:
    """A link to a file elsewhere is a fault, also in a folder inside `pages`."""
    inside = root / "content" / "demo" / "pages" / "under"
    inside.mkdir(parents=True)
    (inside / "hemmelig.md").symlink_to("/etc/hostname")

    checked = check_project(root, "demo", TODAY)

    assert ["E208"] == [finding.code for finding in checked.findings]


def test_a_second_municipality_changes_nothing_for_the_first(root: Path) -> None:
    """The municipality in mkdocs.yml is the one that is checked and built when none is named."""
    shutil.copytree(root / "content" / "demo", root / "content" / "nabo")

    assert main(["check", "--root", str(root), "--today", str(TODAY)]) == 0


def test_a_long_tree_is_checked_at_once(root: Path) -> None:
    """Forty questions in a row make a million million paths; the check says so instead of walking them."""
    nodes = [
        f"  - choice: q{n}\n    ask: Er det {n}?\n    acute: {'true' if n == 0 else 'false'}\n    options:\n"
        f"      - {{id: ja, label: Ja, go: {f'q{n + 1}' if n < 39 else 'akut'}}}\n"
        f"      - {{id: nej, label: Nej, go: {f'q{n + 1}' if n < 39 else 'akut'}}}\n"
        for n in range(40)
    ]
    file = root / "decision_trees" / "demo" / "jeg-er-bekymret.yml"
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.partition("nodes:\n")
    outcomes = rest[rest.index("outcomes:\n") :]
    file.write_text(f"{head}nodes:\n{''.join(nodes)}{outcomes}", encoding="utf-8")

    codes = {finding.code for finding in check_project(root, "demo", TODAY).findings}

    assert codes == {"E524"}


def test_a_link_in_the_theme_is_refused(root: Path, tmp_path: Path) -> None:
    """What a symlink in the theme points at is not published."""
    (root / "site_overrides/assets/hemmelig.css").symlink_to("/etc/hostname")

    with pytest.raises(BuildFailed, match="genvej"):
        publish(root, "demo", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_broken_clock(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment of the build that is no number is said to be."""
    for given in ("abc", "-1", "9" * 40, ""):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
        with pytest.raises(BuildFailed, match="skal være et tal"):
            publish(root, "demo", tmp_path / "site")


def test_a_project_that_must_not_be_written_to(root: Path, tmp_path: Path) -> None:
    """Without room for its cache a project is built all the same."""
    (root / ".cache").write_text("en fil", encoding="utf-8")

    assert publish(root, "demo", tmp_path / "site") > 0
