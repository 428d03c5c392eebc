"""The preview that an editor works with: it follows every save, and keeps the old page while there is a fault."""

import base64
import gc
import hashlib
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from projects import ROOT, TODAY
from vejviser.adapters.preview import serve
from vejviser.cli import WRONG_USE, main
from vejviser.commands.serve import is_of_this_machine

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
def _address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


@pytest.fixture(name="server")
def _server(project: Path, address: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A preview at work, with a folder of its own for what is temporary."""
    (project / "tmp").mkdir()
    words = ["serve", "--root", str(project), "--address", address.removeprefix("http://")]
    with (project / "log.txt").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "vejviser", *words],
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(project / "tmp")},
        )
        try:
            yield server
        finally:
            server.terminate()
            server.wait()


def page(address: str, place: str = "moeder/teammoede/") -> str:
    """A page as a reader gets it, the meeting's by default; nothing while there is none, or no server yet."""
    try:
        with urllib.request.urlopen(f"{address}/{place}", timeout=10) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def shows(address: str, words: str, place: str = "moeder/teammoede/", without: str = "\0") -> bool:
    """Whether a page comes to show some words, and not to show others."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        text = page(address, place)
        if text and words in text and without not in text:
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


@pytest.mark.usefixtures("server")
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
    assert shows(address, "E201 Feltet `titel` findes ikke her.")

    file.write_text(good, encoding="utf-8")
    assert shows(address, ">Teammøde</h1>")
    log = (project / "log.txt").read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert "Detected file changes" not in log


@pytest.mark.usefixtures("server")
def test_a_deleted_page_is_forgotten(project: Path, address: str) -> None:
    """A page whose record is deleted is not there any more."""
    assert shows(address, ">Teammøde</h1>")
    offers = project / "content/ringsted/offers"
    other = (offers / "ungepsykolog.yml").read_text(encoding="utf-8").replace("title: ", "title: Ny ", 1)
    (offers / "proeve.yml").write_text(other, encoding="utf-8")
    assert shows(address, "proeve/", "tilbud/")
    assert page(address, "tilbud/proeve/")

    (offers / "proeve.yml").unlink()

    assert shows(address, "ungepsykolog/", "tilbud/", without="proeve/")
    assert "" == page(address, "tilbud/proeve/")


def asked(address: str, method: str, path: str, host: str | None = None) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of one request."""
    place = address.removeprefix("http://")
    connection = http.client.HTTPConnection(place, timeout=30)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", place if host is None else host)
    connection.endheaders()
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


@pytest.mark.usefixtures("server")
def test_requests(address: str) -> None:
    """Only what a reader may ask for is answered, under the published policy; none of it stops the preview."""
    assert shows(address, ">Teammøde</h1>")
    status, headers, body = asked(address, "GET", "/moeder/teammoede/")
    reloads = re.findall(rb"<script>(.*?)</script>", body, re.DOTALL)
    fingerprint = base64.b64encode(hashlib.sha256(reloads[0]).digest()).decode()

    assert (200, "nosniff", "DENY") == (status, headers["X-Content-Type-Options"], headers["X-Frame-Options"])
    assert 1 == len(reloads)
    assert f"default-src 'none'; script-src 'self' 'sha256-{fingerprint}'; style-src 'self'" in body.decode()
    status, headers, empty = asked(address, "HEAD", "/moeder/teammoede/")
    assert (200, str(len(body)), b"") == (status, headers["Content-Length"], empty)
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        status, headers, _ = asked(address, method, "/")
        assert (405, "GET, HEAD") == (status, headers["Allow"])
    for path in ("/%00", "/a%00b/", "/%ff%fe", "/..%2f..%2fetc/passwd", "/a/../b", "/a%5c..%5cb", "/%0a"):
        assert 400 == asked(address, "GET", path)[0], path
    for host in ("ond.example", "ond.example:8000", "127.0.0.1.ond.example", ""):
        assert 403 == asked(address, "GET", "/", host=host)[0], host
    assert 200 == asked(address, "GET", "/", host="localhost:1")[0]
    assert 404 == asked(address, "GET", "/findes-ikke/")[0]


def test_stopped(project: Path, address: str, server: "subprocess.Popen[bytes]") -> None:
    """When it is stopped from outside, its folder is gone."""
    assert shows(address, ">Teammøde</h1>")
    assert [] != list((project / "tmp").iterdir())

    server.terminate()
    server.wait(30)

    assert [] == list((project / "tmp").iterdir())


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "127.0.0.1:0", "nabo", "[::1]", "a b:80"])
def test_wrong_address(two: Path, capsys: pytest.CaptureFixture[str], address: str) -> None:
    """What is no address and port is said in Danish, before anything is built."""
    assert WRONG_USE == main(["serve", "--root", str(two), "--municipality", "by", "--address", address])
    assert "er ikke en adresse" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("::", False), ("pc-7", False)],
)
def test_who_can_reach_it(host: str, *, expected: bool) -> None:
    """Only loopback is this machine's own."""
    assert expected == is_of_this_machine(host)


def test_taken_and_open(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address in use is told of before anything is built, and one that others can reach with a warning."""
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        address = f"0.0.0.0:{taken.getsockname()[1]}"

        assert WRONG_USE == main(["serve", "--root", str(two), "--municipality", "by", "--address", address])
    said = capsys.readouterr()
    assert "kan nås fra andre maskiner" in said.err
    assert "kan ikke bruges" in said.err
    assert "Åbn" not in said.out


def test_memory(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight rebuilds do not make what is held in memory grow by more than a tenth."""
    sizes: list[int] = []

    def rebuild(server: LiveReloadServer) -> None:
        for _ in range(10):
            server.builder()
            sizes.append(len(gc.get_objects()) + gc.get_freeze_count())

    monkeypatch.setattr(LiveReloadServer, "serve", rebuild)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serve(two, "127.0.0.1", port, "by")

    assert sizes[-1] <= 1.1 * sizes[1], sizes
