"""A finding is one fault in the content: where it is, what is wrong and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning", "note"]
_SEVERITIES: dict[str, Severity] = {"E": "error", "W": "warning", "N": "note"}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault at a 1-based line and column of a file, given relative to the project's root.

    The code's letter is the severity (E error, W warning, N note for the municipality), its first digit
    the subject: 1 YAML, 2 fields, 3 references, 4 law and trust, 5 trees, 6 texts, 7 municipality, 9 ourselves.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str

    @property
    def severity(self) -> Severity:
        """Error and warning stop a strict build; a note is work for the municipality and stops nothing."""
        return _SEVERITIES[self.code[0]]

    @property
    def stops(self) -> bool:
        """True when the content must not be published before this is mended."""
        return self.severity != "note"


# After so many faults nobody reads whether a near word was meant, and to look for one takes a while.
MOST_NEAR = 100


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`, or None when none is near."""
    names = sorted(known)
    near = get_close_matches(word, names, n=1, cutoff=0.7)
    if near:
        return near[0]
    longer = [name for name in names if len(word) > 3 and name.startswith(word)]
    return longer[0] if longer else None


def suggestion(word: str, known: Iterable[str], limit: int = 12) -> str:
    """A Danish hint: the nearest known word, and all of them when they are few enough to read."""
    names = sorted(known)
    near = did_you_mean(word, names)
    parts = [f"Mente du `{near}`?"] if near else []
    if names and len(names) <= limit:
        parts.append(f"Du kan skrive: {', '.join(f'`{name}`' for name in names)}.")
    return " ".join(parts)
