"""The records of a file that holds several: `records:` and, above it, the fields they have in common."""

from collections.abc import Iterator
from typing import Any

from vejviser import yaml_reader
from vejviser.findings import Finding


def rows_of(
    data: dict[str, Any], marks: Any, path: str, findings: list[Finding]
) -> Iterator[tuple[dict[str, Any], Any]]:
    """Data and marks of each record, with what they share filled in; what is no record is added to `findings`."""

    def refuse(place: yaml_reader.Place, code: str, message: str, hint: str) -> None:
        findings.append(Finding(path, *place, code, message, hint))

    for key in sorted(set(data) - {"common", "records"}):
        refuse(
            yaml_reader.place(marks, (key,), key=True),
            "E201",
            f"Feltet `{key}` findes ikke her.",
            "En fil med `records:` har kun `common:` og `records:`. Flyt feltet ned i en post eller i `common:`.",
        )
    common, rows = data.get("common") or {}, data["records"]
    if not isinstance(common, dict) or not isinstance(rows, list):
        refuse(
            yaml_reader.place(marks, ("records",), key=True),
            "E203",
            "I `common` skal der stå felter og i `records` en liste.",
            "Skriv hver post efter `- ` under `records:`.",
        )
        return
    common_marks = marks["common"][1] if "common" in marks and common else {}
    for index, row in enumerate(rows):
        row_marks = marks["records"][1][index + 1]
        if isinstance(row, dict):
            # Nothing in common is the usual case, and then nothing need be copied.
            yield ({**common, **row} if common else row, {**common_marks, **row_marks} if common else row_marks)
        else:
            refuse(
                yaml_reader.place(row_marks, ()),
                "E203",
                "Her skal stå en post med felter.",
                "Skriv `- id: …` og felterne under.",
            )
