"""Runs the command: `python -m vejviser`, and `vejviser` when it is installed."""

import signal
import sys
from typing import NoReturn

from vejviser import __version__


def run() -> int:
    """Run one command to its end; returns the exit code, which is 130 from the first moment after Ctrl+C."""
    try:
        signal.signal(signal.SIGTERM, _stop)
        if sys.argv[1:] == ["--version"]:
            # Asked for by other programs all the time: nothing of ours is loaded for it.
            print(f"vejviser {__version__}")  # noqa: T201  # a command line prints
            return 0
        from vejviser.cli import main

        return main()
    except KeyboardInterrupt:
        return 130


def _stop(number: int, _: object) -> NoReturn:
    """End as after an error, so that what is under way is tidied up."""
    sys.exit(128 + number)


if __name__ == "__main__":  # a process of `build --all` may import this again
    sys.exit(run())
