"""A real run that is stopped from the keyboard, or that finds no room on the disk: the site stands, nothing is left."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from projects import TODAY, bytes_of
from vejviser.cli import INTERRUPTED, WRONG_USE

pytestmark = pytest.mark.heavy
WAYS = [("build", "--municipality", "by"), ("build", "--all")]
# No file may be larger, which is less than a style sheet has.
_ROOM = 4_000


def _command(root: Path, site: Path, *words: str) -> list[str]:
    place = ["--root", str(root), "--site-dir", str(site), "--today", str(TODAY)]
    return [sys.executable, "-m", "vejviser", *words, *place]


@pytest.fixture(name="site", params=WAYS, ids=" ".join)
def _site(two: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> list[str]:
    """The command that has published a site, which stands in an empty folder."""
    command = _command(two, tmp_path_factory.mktemp("sted") / "site", *request.param)
    subprocess.run(command, check=True, capture_output=True)
    return command


def _place(command: list[str]) -> Path:
    return Path(command[command.index("--site-dir") + 1]).parent


def test_ctrl_c(site: list[str]) -> None:
    """Ctrl+C goes to every process of a run: it ends with 130 and a sentence, in whichever part of the work it is."""
    place = _place(site)
    before = bytes_of(place)
    with subprocess.Popen(site, stdout=-3, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        end = time.monotonic() + 60
        while not any(place.glob(".site.vejviser/new-*/*")) and time.monotonic() < end:
            time.sleep(0.001)
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)

    assert (INTERRUPTED, "Afbrudt. Det, der var udgivet, står, som det var.") == (running.returncode, said.strip())
    assert before == bytes_of(place)
    assert ["site"] == [item.name for item in place.iterdir()]


def test_no_room(site: list[str]) -> None:
    """A file that cannot be written ends the run in Danish; what was made is taken away."""
    place = _place(site)
    before = bytes_of(place)

    def without_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, _ROOM))

    ended = subprocess.run(site, capture_output=True, text=True, preexec_fn=without_room, check=False)

    assert WRONG_USE == ended.returncode, ended.stdout + ended.stderr
    assert "større, end systemet tillader" in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
    assert before == bytes_of(place)
    assert ["site"] == [item.name for item in place.iterdir()]
