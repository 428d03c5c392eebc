"""The labelled lines: who writes so, what theme of danger it tells of, and the line."""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "lines"
NONE = "none"


class Line(NamedTuple):
    """`writer` is the file and the writer's letters in it; `theme` is `none` when nobody is in danger."""

    writer: str
    theme: str
    text: str

    @property
    def is_grave(self) -> bool:
        """Whether it tells of danger."""
        return self.theme != NONE


def read(folder: Path = FOLDER) -> list[Line]:
    """Every line of a folder; raises ValueError when one has not three parts."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            parts = row.split("\t")
            if len(parts) != 3:
                raise ValueError(f"{path}:{number}: a line has a writer, a theme and a text")
            found.append(Line(f"{path.stem}:{parts[0]}", parts[1], parts[2]))
    return found
