"""What a browser has written down of a walk through a tree: its whole profile, searched byte by byte."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from browser.trees import data_of
from vejviser.trees.rules import Flow

# Shorter ones, such as "Ja", say nothing and are found anywhere.
_LEAST = 8
_SAID = {"ask", "label", "why", "help"}
_MOZ = b"mozLz40\0"


def told(flow: Flow) -> set[str]:
    """Every question, answer, reason and outcome of a tree, and their ids, as far as they say anything."""
    data = data_of(flow)
    words = {*data["nodes"], *data["outcomes"], *(outcome["title"] for outcome in data["outcomes"].values())}
    words |= set(_values(data))
    # A browser has words of its own, such as "position".
    return {word for word in words if len(word) >= _LEAST and not (word.isascii() and word.isalpha())}


def _values(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for item in part:
            yield from _values(item)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key in _SAID and isinstance(value, str):
                yield value
            else:
                yield from _values(value)


def found(profile: Path, words: set[str]) -> dict[str, list[str]]:
    """The files of a profile that hold any of these words, in whichever way browsers write them, with the words.

    A profile is large and the words are many, so `grep` looks for all of them at once.
    """
    traces: dict[str, list[str]] = {}
    with NamedTemporaryFile() as wanted:
        wanted.write(b"\n".join(sorted({form for word in words for form in _forms(word)})))
        wanted.flush()
        for path in sorted(profile.rglob("*")):
            if not path.is_file() or path.is_symlink():
                continue
            data = path.read_bytes()
            if data.startswith(_MOZ):
                data = unpacked(data)
            # Without the zeros between its letters UTF-16 is Latin-1, as far as Danish goes.
            looked = subprocess.run(
                ["grep", "--only-matching", "--text", "--fixed-strings", "--file", wanted.name],
                input=data + b"\n" + data.replace(b"\0", b""),
                capture_output=True,
                env={"LC_ALL": "C"},
                check=False,
            )
            assert looked.returncode < 2, looked.stderr
            if looked.stdout:
                traces[path.relative_to(profile).as_posix()] = sorted({*looked.stdout.decode("latin-1").split("\n")})
    return traces


def _forms(word: str) -> set[bytes]:
    """A word in UTF-8, in Latin-1 as far as that goes, and as JSON may escape it."""
    latin = max(re.split(r"[^\x20-\xff]+", word), key=len)
    escaped = "".join(char if ord(char) < 128 else f"\\u{ord(char):04x}" for char in word)
    return {word.encode(), latin.encode("latin-1"), escaped.encode()}


def unpacked(data: bytes) -> bytes:
    """A file that Firefox has packed (LZ4, one block, https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md)."""
    made, at = bytearray(), len(_MOZ) + 4

    def length(short: int, at: int) -> tuple[int, int]:
        more = 255 if short == 15 else 0
        while more == 255:
            more, at = data[at], at + 1
            short += more
        return short, at

    while at < len(data):
        token, at = data[at], at + 1
        literal, at = length(token >> 4, at)
        made += data[at : at + literal]
        at += literal
        if at >= len(data):
            break
        back, at = int.from_bytes(data[at : at + 2], "little"), at + 2
        match, at = length(token & 15, at)
        for _ in range(match + 4):
            made.append(made[-back])
    return bytes(made)
