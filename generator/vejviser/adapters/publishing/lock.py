"""A lock on a folder to publish to: one run at a time, and the next one is told who is at work since when."""

import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from vejviser.adapters.publishing.paths import Refused

NAME = "lock"
# The children of a run that was killed are gone within this many seconds.
_PATIENCE = 3.0


class Busy(Refused):
    """Somebody else publishes there right now."""


@contextmanager
def held(work: Path, target: Path) -> Iterator[None]:
    """Hold the lock in the folder `work`, which is made; the folder is gone afterwards when it is empty.

    The system lets go of the lock when its process ends, however it ends: what a killed run left is then taken
    over. Raises Busy when another run holds it, and Refused when `work` is a folder of somebody else's.
    """
    opened = _take(work, target)
    try:
        yield
    finally:
        _leave(work, opened)


def _take(work: Path, target: Path) -> int:
    until = time.monotonic() + _PATIENCE
    while True:
        work.mkdir(parents=True, exist_ok=True)
        if work.is_symlink() or (any(work.iterdir()) and not (work / NAME).is_file()):
            raise Refused(f"Mappen {work} er ikke lavet af Vejviser og er i vejen. Flyt den, og prøv igen.")
        try:
            opened = os.open(work / NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        except FileNotFoundError:  # the one who held it has just cleaned up
            continue
        if not _try(opened):
            os.close(opened)
            if time.monotonic() > until:
                raise Busy(f"Der udgives allerede til {target}{_holder(work)}. Vent, til det er færdigt, og prøv igen.")
            time.sleep(0.05)
            continue
        with suppress(FileNotFoundError):
            if os.fstat(opened).st_ino == (work / NAME).stat().st_ino:
                _sign(opened)
                return opened
        os.close(opened)  # it was the file of one who has cleaned up meanwhile


def _leave(work: Path, opened: int) -> None:
    """Let go of the lock; its file stays, as our mark, when the folder holds more."""
    if sys.platform == "win32":  # an open file cannot be removed there
        os.close(opened)
    with suppress(OSError):
        if [item.name for item in work.iterdir()] == [NAME]:
            (work / NAME).unlink()
    if sys.platform != "win32":
        os.close(opened)
    with suppress(OSError):
        work.rmdir()


def _try(opened: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(opened, 1 << 30, os.SEEK_SET)  # far behind the text, which others may read
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _sign(opened: int) -> None:
    """Say in the file who holds it: for whoever comes next."""
    now = datetime.now().astimezone()
    text = json.dumps({"process": os.getpid(), "machine": socket.gethostname(), "since": now.isoformat("T", "seconds")})
    os.lseek(opened, 0, os.SEEK_SET)
    os.truncate(opened, 0)
    os.write(opened, text.encode())


def _holder(work: Path) -> str:
    """Who holds it, in words; nothing when it cannot be read."""
    try:
        told = json.loads((work / NAME).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(told["since"])
        return f" af proces {told['process']} på {told['machine']} siden {since:%d.%m.%Y kl. %H.%M}"
    except (OSError, ValueError, TypeError, KeyError):
        return ""
