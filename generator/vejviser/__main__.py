"""Runs the command: `python -m vejviser`."""

import sys

from vejviser.cli import main

if __name__ == "__main__":  # a process of `build --all` may import this again
    sys.exit(main())
