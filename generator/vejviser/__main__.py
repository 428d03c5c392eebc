"""Runs the command: `python -m vejviser`."""

import sys

from vejviser.cli import main

sys.exit(main())
