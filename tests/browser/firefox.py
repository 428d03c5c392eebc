"""A real Firefox, driven over the protocol that it speaks itself: Playwright's own cannot be had everywhere."""

import json
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from machine import FIREFOX, working_browser

# As a reader's, except that it asks nobody, writes its session often, and listens to us.
_PREFERENCES = {
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.sessionstore.interval": 500,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "captivedetect.canonicalURL": "",
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.prefs.recommended": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
_PATIENCE = 60.0  # seconds


def installed() -> str | None:
    """The Firefox on this machine, if there is one."""
    return working_browser(FIREFOX)


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, port: int) -> None:
        """Connect, once it listens."""
        end = monotonic() + _PATIENCE
        while True:
            try:
                self._socket = socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
                break
            except ConnectionRefusedError:
                if monotonic() > end:
                    raise
                sleep(0.1)
        self._number = 0
        self._read = self._socket.makefile("rb")
        self._message()
        self.ask("WebDriver:NewSession", capabilities={"alwaysMatch": {"timeouts": {"script": 60_000}}})

    def _message(self) -> Any:
        """The next message: its length in bytes, a colon, and JSON."""
        digits = b""
        while (char := self._read.read(1)) != b":":
            if not char:
                raise ConnectionResetError("Firefox is gone")
            digits += char
        return json.loads(self._read.read(int(digits)))

    def ask(self, command: str, **given: Any) -> Any:
        """Give a command, and what it answers; RuntimeError when Firefox says that it failed."""
        self._number += 1
        words = json.dumps([0, self._number, command, given]).encode()
        self._socket.sendall(b"%d:%s" % (len(words), words))
        _, _, error, result = self._message()
        if error:
            raise RuntimeError(f"{command}: {error}")
        return result

    def open(self, url: str) -> None:
        """Go to an address, and wait for the page."""
        self.ask("WebDriver:Navigate", url=url)

    def run(self, script: str, *args: Any) -> Any:
        """What a function written in JavaScript gives for these values; a promise is waited for."""
        body = f"const [args, done] = arguments; Promise.resolve(({script})(...args)).then(done)"
        return self.ask("WebDriver:ExecuteAsyncScript", script=body, args=[list(args)])["value"]

    def press(self, x: float, y: float, times: int = 1) -> None:
        """Press the mouse at a place of the window, so often without a pause."""
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        move = {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}
        mouse = {
            "type": "pointer",
            "id": "mouse",
            "parameters": {"pointerType": "mouse"},
            "actions": [move, *press * times],
        }
        self.ask("WebDriver:PerformActions", actions=[mouse])

    def close(self) -> None:
        """Quit as a reader does, so that everything is written that would be."""
        self.ask("Marionette:Quit", flags=["eAttemptQuit"])
        self._read.close()
        self._socket.close()


@contextmanager
def firefox(profile: Path, *, width: int = 1280, height: int = 900) -> Iterator[Firefox]:
    """A Firefox with a profile of its own; when it has quit, the profile is whole."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    profile.mkdir(parents=True, exist_ok=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in _PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join([*lines, f'user_pref("marionette.port", {port});']), encoding="utf-8")
    program = installed()
    assert program
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    size = ["--width", str(width), "--height", str(height)]
    process = subprocess.Popen([*command, *size], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        window = Firefox(port)
        yield window
        window.close()
        process.wait(_PATIENCE)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
