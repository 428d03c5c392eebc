"""Writes one file of text where the user asks for it."""

from pathlib import Path


def write(path: Path, text: str) -> None:
    """Write the text as UTF-8, with its lines ended as it says; raises OSError."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
