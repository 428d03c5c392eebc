"""The wheel and the source package: they hold what they must, are the same each time, and work away from here."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from projects import ROOT, bytes_of

pytestmark = pytest.mark.slow

_OFFER = """\
title: Samtaler på Æblevej
summary: Samtaler for unge, der er kede af det.
target: Unge, der er kede af det.
referral: {how: "Ring til {modtagelsen}."}
case: unknown
assessment: unknown
status: unconfirmed
reviewed: 2026-12-01
review_by: 2099-06-01
sources: [{document: odense-egne-oplysninger, passage: Kommunens egne oplysninger}]
search_terms: [tale med nogen, ked af det, trist, sorg]
"""
_PAGE = "# Vores egen side\n\nHer står noget, som kun vi har.\n"


def _copied(to: Path) -> Path:
    """The files that git knows, so that nothing is built into the repository, and nothing of it is packed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            (to / name).write_bytes((ROOT / name).read_bytes())
    return to


def _wheel(source: Path, to: Path) -> Path:
    words = ["pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "-w", str(to), str(source)]
    subprocess.run([sys.executable, "-m", *words], check=True)
    return next(to.glob("*.whl"))


@pytest.fixture(name="wheel", scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("hjul")
    return _wheel(_copied(place / "kilde"), place / "dist")


def test_two_wheels_are_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    """Made again from another folder, with files of another age, the wheel is the same."""
    again = _wheel(_copied(tmp_path / "andet-sted"), tmp_path / "dist")

    assert wheel.read_bytes() == again.read_bytes()


def test_wheel_holds_theme_and_shared_content(wheel: Path) -> None:
    """Every file of the folders that travel along is there, and no municipality."""
    names = {name.partition("/shipped/")[2] for name in zipfile.ZipFile(wheel).namelist() if "/shipped/" in name}

    for folder in ("site_overrides", "content/faelles", "decision_trees/faelles"):
        assert {f"{folder}/{name}" for name in bytes_of(ROOT / folder) if not name.startswith(".")} <= names
    assert "mkdocs.yml" in names
    assert {"faelles"} == {name.split("/")[1] for name in names if name.startswith("content/")}


def test_source_package_is_whole(tmp_path: Path) -> None:
    """It holds every file of the repository, but those that say how the repository itself is kept."""
    source = _copied(tmp_path / "kilde")
    code = "from setuptools.build_meta import build_sdist; build_sdist('ud')"
    (source / "ud").mkdir()
    subprocess.run([sys.executable, "-c", code], cwd=source, check=True, capture_output=True)

    with tarfile.open(next((source / "ud").glob("*.tar.gz"))) as packed:
        held = {name.partition("/")[2] for name in packed.getnames()}
    missing = {name for name in bytes_of(_copied(tmp_path / "alt")) if name not in held}

    assert set() == {name for name in missing if not name.startswith((".github/", ".git", "MANIFEST.in"))}


def test_whole_way_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """Installed alone, it begins a project, takes an own offer and page, says a fault, and builds."""
    place = tmp_path / "miljoe"
    venv.create(place, with_pip=False)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    words = ["--python", str(python), "install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *words], check=True)
    packages = next(place.glob("**/site-packages"))
    # The libraries are those of the lock, which are here already; a path in this way brings no package of ours along.
    others = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "andre.pth").write_text("\n".join(others), encoding="utf-8")
    home = tmp_path / "kommune"
    home.mkdir()

    def run(*words: str, code: int = 0) -> str:
        done = subprocess.run(
            [python, "-m", "vejviser", *words],
            cwd=home,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert code == done.returncode, done.stdout + done.stderr
        return done.stdout + done.stderr

    where = subprocess.run(
        [python, "-c", "import vejviser; print(vejviser.__file__)"],
        cwd=home,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(place) in where.stdout
    run("new", "projekt", "Odense")
    run("check")
    own = home / "content/odense"
    (own / "offers").mkdir()
    offer = own / "offers/samtaler.yml"
    offer.write_text("title: Samtaler\n", encoding="utf-8")
    assert "content/odense/offers/samtaler.yml:" in run("check", code=1)
    offer.write_text(_OFFER, encoding="utf-8")
    (own / "pages/vores.md").write_text(_PAGE, encoding="utf-8")
    shared = next((packages / "vejviser/shipped/decision_trees/faelles").glob("*.yml")).stem
    (home / f"decision_trees/odense/{shared}.yml").write_text(
        f"extends: {shared}\ntitle: Skal jeg underrette i Odense?\n", encoding="utf-8"
    )
    said = run("check", "--notes")
    assert str(place) not in said
    run("build")

    assert (home / "site/assets/base.css").is_file()
    pages = {name: content for name, content in bytes_of(home / "site").items() if name.endswith(".html")}
    assert 40 < len(pages)
    assert b"kun vi har" in pages["vores/index.html"]
    assert any(b"Skal jeg underrette i Odense?" in content for content in pages.values())
    assert "Samtaler på Æblevej".encode() in pages["tilbud/samtaler/index.html"]
    done = subprocess.run(
        [python, "-m", "mkdocs", "build", "-d", str(home / "site2")],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
