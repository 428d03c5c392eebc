"""The preview that an editor works with: it follows every save, and keeps the old page while there is a fault."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from projects import ROOT, TODAY

pytestmark = pytest.mark.heavy

MEETING = "content/ringsted/meeting_types/teammoede.yml"
PATIENCE = 60  # seconds before a change counts as never shown; only a broken preview waits this long


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    for name in ("content", "decision_trees", "site_overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        config.replace("municipality: ringsted", f'municipality: ringsted\n      today: "{TODAY}"'), encoding="utf-8"
    )
    return tmp_path


@pytest.fixture(name="address")
def _address(project: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    log = (project / "log.txt").open("w", encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, "-m", "vejviser", "serve", "--root", str(project), "--address", address],
        stdout=log,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait()
        log.close()


def page(address: str) -> str:
    """The meeting's page as a reader gets it, or nothing while there is no server yet."""
    try:
        with urllib.request.urlopen(f"{address}/moeder/teammoede/", timeout=10) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def shows(address: str, words: str) -> bool:
    """Whether the page comes to show some words."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if words in page(address):
            return True
        time.sleep(0.2)
    return False


def said(project: Path, words: str) -> bool:
    """Whether the preview comes to say some words."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if words in (project / "log.txt").read_text(encoding="utf-8"):
            return True
        time.sleep(0.2)
    return False


def test_an_editor_at_work(project: Path, address: str) -> None:
    """A save shows; a fault is told in Danish while the old page stays; mending it shows the new one."""
    file = project / MEETING
    good = file.read_text(encoding="utf-8")
    assert shows(address, ">Teammøde</h1>")

    file.write_text(good.replace("title: Teammøde", "title: Møde i teamet", 1), encoding="utf-8")
    assert shows(address, ">Møde i teamet</h1>")

    file.write_text(good + "titel: Teammøde\n", encoding="utf-8")
    assert said(project, "E201 Feltet `titel` findes ikke her.")
    assert ">Møde i teamet</h1>" in page(address)

    file.write_text(good, encoding="utf-8")
    assert shows(address, ">Teammøde</h1>")
    log = (project / "log.txt").read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert "Detected file changes" not in log
