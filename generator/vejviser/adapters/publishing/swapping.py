"""Puts a finished folder in the place of the one that stands, so that nobody ever meets half of it."""

import ctypes
import errno
import os
import sys
import time
from pathlib import Path

# linux/fs.h and fcntl.h: exchange two paths in one step; paths are taken from where we stand.
_RENAME_EXCHANGE, _AT_FDCWD = 2, -100
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM}
# How often a rename is tried where a virus scanner may hold a file for a moment.
_TRIES = 5 if sys.platform == "win32" else 1


def exchange(fresh: Path, target: Path, spare: Path) -> None:
    """Let `fresh` take the place of `target`; what stood there lies at `fresh` or `spare` afterwards.

    One step where the system has it. Else two renames, and the old one is put back when the second fails;
    a process that dies between them leaves it at `spare`, and `put_back` puts it back at the next start.
    """
    if not target.exists():
        _rename(fresh, target)
    elif not _in_one_step(fresh, target):
        _rename(target, spare)
        try:
            _rename(fresh, target)
        except OSError:
            _rename(spare, target)
            raise


def put_back(target: Path, spare: Path) -> None:
    """Put back what a run that died in the middle of an exchange had set aside."""
    if spare.is_dir() and not spare.is_symlink() and not target.exists():
        _rename(spare, target)


def _rename(source: Path, to: Path) -> None:
    for number in range(_TRIES, 0, -1):
        try:
            source.replace(to)
        except PermissionError:
            if number == 1:
                raise
            time.sleep(0.2)
        else:
            return


def _in_one_step(one: Path, other: Path) -> bool:
    """Exchange two folders by one call to the system; False when it cannot."""
    if sys.platform != "linux":
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # an old C library
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(other))
