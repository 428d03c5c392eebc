"""Whoever comes back after a correction sees it in the search too, whatever the server says of caching."""

import os
import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.reader import search_field
from projects import TODAY
from vejviser.cli import FINE, main

pytestmark = pytest.mark.browser

OLD, NEW = "Ring 87 65 43 21", "Ring 87 65 43 22"


class _Silent(SimpleHTTPRequestHandler):
    """A server that says nothing of caching but when a file was last changed, as most do unless they are told."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(name="served")
def _served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    folder = tmp_path / "site"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def publish(root: Path, folder: Path, tmp_path: Path, year: int) -> None:
    """Build, and copy the files over those that are served, last changed years ago: browsers keep those for long."""
    fresh = tmp_path / f"fresh-{year}"
    words = ["--root", str(root), "--municipality", "by", "--today", str(TODAY), "--site-dir", str(fresh)]
    assert FINE == main(["build", *words])
    for path in fresh.rglob("*"):
        if path.is_file():
            to = folder / path.relative_to(fresh)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())
            os.utime(to, (year * 31_556_952 - 1_970 * 31_556_952,) * 2)


def found(page: Page, address: str) -> str:
    """What the search says of a notification."""
    page.goto(f"{address}akut/")
    page.locator(".vv-search").click()
    search_field(page).fill("ring")
    expect(page.locator("dialog[open]")).to_contain_text("87 65")
    return page.locator("dialog[open]").inner_text()


def test_corrected_number(two: Path, tmp_path: Path, served: tuple[Path, str], browser: Browser) -> None:
    """The search shows the corrected number at the next visit, however long the browser would keep the old index."""
    folder, address = served
    place = two / "content/faelles/notifications/underretning.yml"
    text = re.sub("^title: .*$", f"title: {OLD}", place.read_text(encoding="utf-8"), flags=re.MULTILINE)
    place.write_text(text, encoding="utf-8")
    publish(two, folder, tmp_path, 2015)
    context = browser.new_context()
    page = context.new_page()
    assert OLD in found(page, address)

    place.write_text(text.replace(OLD, NEW), encoding="utf-8")
    publish(two, folder, tmp_path, 2016)
    text = found(page, address)
    context.close()

    assert NEW in text
    assert OLD not in text
