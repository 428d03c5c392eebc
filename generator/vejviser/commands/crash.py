"""Leaves a report of a fault of ours, to be sent to those who keep the program."""

import traceback
from contextlib import suppress
from pathlib import Path

CRASH_REPORT = "vejviser-fejl.txt"


def leave_report() -> bool:
    """Write down the fault that is being handled, where we stand; returns whether that could be done."""
    from vejviser.adapters import text_file

    with suppress(OSError, UnicodeError):  # the folder may be one that we must not write to
        text_file.write(Path(CRASH_REPORT), traceback.format_exc())
        return True
    return False
