"""Shows findings to an editor: as Danish text with the line and a caret, or as JSON for other programs."""

import json
import stat
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path

from vejviser.decoding import MAX_BYTES
from vejviser.findings import Finding
from vejviser.shipped import located

# Of one code in one file; who has mended so many runs the check again.
MOST_SHOWN = 20
_COLOURS = {"error": "\033[31m", "warning": "\033[33m", "note": "\033[36m"}
_BOLD, _PLAIN = "\033[1m", "\033[0m"
_WORDS = {"error": ("fejl", "fejl"), "warning": ("advarsel", "advarsler"), "note": ("punkt", "punkter")}


def as_text(findings: Iterable[Finding], root: Path, *, colour: bool = False, notes: bool = False) -> str:
    """Every finding that stops a build, notes too when asked for, and a line that counts them."""
    findings = list(findings)
    lines = cache(partial(_lines, root))
    blocks = [
        _block(finding, lines(finding.path), more, colour=colour)
        for finding, more in first_of_each(finding for finding in findings if finding.stops or notes)
    ]
    return "\n\n".join([*blocks, _summary(findings, notes=notes)]) + "\n"


def as_json(findings: Iterable[Finding], *, ascii_only: bool = False) -> str:
    """All findings as a JSON list of objects with path, line, column, code, severity, message and hint."""
    rows = [{**asdict(finding), "severity": finding.severity} for finding in findings]
    return json.dumps(rows, ensure_ascii=ascii_only, indent=1) + "\n"


def one_line(finding: Finding, more: int = 0) -> str:
    """`path:line:column: code message hint`, for logs, and how many more there are of the same code in the file."""
    rest = f" … og {more} til af samme slags i filen" if more else ""
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return f"{place}: {finding.code} {finding.message} {finding.hint}".rstrip() + rest


def first_of_each(findings: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """The findings to show: of one code in one file the first `MOST_SHOWN`, the last with how many more there are."""
    findings = list(findings)
    numbers = Counter((finding.path, finding.code) for finding in findings)
    seen: Counter[tuple[str, str]] = Counter()
    shown = []
    for finding in findings:
        sort = (finding.path, finding.code)
        seen[sort] += 1
        if seen[sort] <= MOST_SHOWN:
            shown.append((finding, max(0, numbers[sort] - MOST_SHOWN) if seen[sort] == MOST_SHOWN else 0))
    return shown


def _block(finding: Finding, lines_of_file: Sequence[str], more: int, *, colour: bool) -> str:
    def paint(text: str, code: str) -> str:
        return f"{code}{text}{_PLAIN}" if colour else text

    lines = [
        f"{paint(finding.code, _COLOURS[finding.severity])} {paint(finding.message, _BOLD)}",
        f"  {finding.path}:{finding.line}:{finding.column}",
    ]
    if 1 <= finding.line <= len(lines_of_file):
        source = _printable(lines_of_file[finding.line - 1])
        number = str(finding.line)
        caret = " " * min(finding.column - 1, len(source)) + paint("^", _COLOURS[finding.severity])
        lines += [f"  {number} | {source}", f"  {' ' * len(number)} | {caret}"]
    if finding.hint:
        lines.append(f"  Gør: {finding.hint}")
    if more:
        lines.append(f"  … og {more} til af samme slags i filen")
    return "\n".join(lines)


def _lines(root: Path, path: str) -> Sequence[str]:
    """The lines of a file; none of one that cannot be read, and none of what a symlink points at."""
    try:
        place = located(root, path)
        if not stat.S_ISREG(place.lstat().st_mode):
            return ()
        # Read once, however many findings there are in it.
        with place.open(encoding="utf-8-sig", errors="replace") as file:
            return file.read(MAX_BYTES).split("\n")
    except OSError:
        return ()


def _printable(line: str) -> str:
    shown = "".join(char if char.isprintable() else "·" for char in line[:121].rstrip("\r\n"))
    return shown if len(shown) <= 120 else shown[:119] + "…"


def _summary(findings: list[Finding], *, notes: bool) -> str:
    counts = Counter(str(finding.severity) for finding in findings)

    def counted(severity: str) -> str:
        number = counts[severity]
        return f"{number} {_WORDS[severity][number != 1]}"

    stopping = [counted(severity) for severity in ("error", "warning") if counts[severity]]
    lines = [" og ".join(stopping) + ". Se mere: vejviser explain KODE" if stopping else "Ingen fejl."]
    how = "." if notes else "; vis dem med: vejviser check --notes"
    overdue = sum(finding.code == "N416" for finding in findings)
    counts["note"] -= overdue
    if overdue:
        lines.append(f"{overdue} {'side' if overdue == 1 else 'sider'} skulle være gennemgået{how}")
    if counts["note"]:
        lines.append(f"Kommunen skal afklare {counted('note')}{how}")
    return "\n".join(lines)
