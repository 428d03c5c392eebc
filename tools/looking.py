"""The browser that tests, benchmarks and pictures look at pages with, and the server that they read them from."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from machine import working_browser

# As root, without a screen, and asking nobody for updates.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def installed_browser() -> str | None:
    """The path of the browser that `CHROMIUM` names, else of one that is installed; None: Playwright finds its own."""
    return os.environ.get("CHROMIUM") or working_browser()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: requests are looked at from the browser's side."""


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of the front page while a folder is served on this machine, ending in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
