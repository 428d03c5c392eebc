"""Makes a project of many records in files of some hundred, with faults planted at known places."""

from pathlib import Path
from typing import NamedTuple

from synthetic import OFFERS, make_frame, offer

_A_FILE = 800  # just under the reader's limit of 1 MB
_FIRST = "records:"


class Fault(NamedTuple):
    """Where a fault was planted and the code that must be found there."""

    path: str
    line: int
    column: int
    code: str


def make_records(root: Path, records: int, faults: int) -> list[Fault]:
    """Write the project; returns the planted faults, of four kinds in turn, evenly spread."""
    make_frame(root)
    step = records // faults if faults else 0
    planted: list[Fault] = []
    for first in range(0, records, _A_FILE):
        path = OFFERS / f"proeve-{first:05}.yml"
        lines = [_FIRST]
        for number in range(first, min(first + _A_FILE, records)):
            record = offer(number, records, short=True)
            if faults and number % step == step - 1 and len(planted) < faults:
                at, column, code = _PLANTS[len(planted) % len(_PLANTS)](record)
                # `- ` or two spaces stand before every line, and lines count from 1.
                planted.append(Fault(path.as_posix(), len(lines) + at + 1, column + 2, code))
            lines += [f"- {record[0]}", *(f"  {line}" for line in record[1:])]
        (root / path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return planted


def _missing(record: list[str]) -> tuple[int, int, str]:
    """Take a field away: found at the start of the record."""
    del record[_line_of(record, "assessment")]
    return 0, 1, "E202"


def _wrong_type(record: list[str]) -> tuple[int, int, str]:
    """Put a text where a list belongs: found at the text."""
    at = _line_of(record, "situation")
    record[at] = "situation: bor i kommunen"
    return at, len("situation: ") + 1, "E203"


def _bad_choice(record: list[str]) -> tuple[int, int, str]:
    """Put a word that is none of the choices: found at the word."""
    at = _line_of(record, "case")
    record[at] = "case: maybe"
    return at, len("case: ") + 1, "E204"


def _unknown_key(record: list[str]) -> tuple[int, int, str]:
    """Add a field that no offer has: found at the field's name."""
    at = _line_of(record, "status")
    record.insert(at, "colour: green")
    return at, 1, "E201"


_PLANTS = (_missing, _wrong_type, _bad_choice, _unknown_key)


def _line_of(record: list[str], key: str) -> int:
    return next(number for number, line in enumerate(record) if line.startswith(f"{key}:"))
