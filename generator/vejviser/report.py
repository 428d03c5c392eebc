"""Shows findings to an editor: as Danish text with the line and a caret, or as JSON for other programs."""

import json
import stat
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path

from vejviser.decoding import MAX_BYTES
from vejviser.findings import Finding

_COLOURS = {"error": "\033[31m", "warning": "\033[33m", "note": "\033[36m"}
_WIDTH = 120
_BOLD, _PLAIN = "\033[1m", "\033[0m"
_WORDS = {"error": ("fejl", "fejl"), "warning": ("advarsel", "advarsler"), "note": ("punkt", "punkter")}


def as_text(findings: Iterable[Finding], root: Path, *, colour: bool = False, notes: bool = False) -> str:
    """Every finding that stops a build, notes too when asked for, and a line that counts them."""
    findings = list(findings)
    shown = [finding for finding in findings if finding.stops or notes]
    lines_of = cache(partial(_lines, root))
    blocks = [_block(finding, lines_of(finding.path), colour=colour) for finding in shown]
    return "\n\n".join([*blocks, _summary(findings, notes=notes)]) + "\n"


def as_json(findings: Iterable[Finding], *, ascii_only: bool = False) -> str:
    """All findings as a JSON list of objects with path, line, column, code, severity, message and hint."""
    rows = [{**asdict(finding), "severity": finding.severity} for finding in findings]
    return json.dumps(rows, ensure_ascii=ascii_only, indent=1) + "\n"


def one_line(finding: Finding) -> str:
    """`path:line:column: code message hint`, for logs."""
    return f"{finding.path}:{finding.line}:{finding.column}: {finding.code} {finding.message} {finding.hint}".rstrip()


def _block(finding: Finding, file: list[str], *, colour: bool) -> str:
    def paint(text: str, code: str) -> str:
        return f"{code}{text}{_PLAIN}" if colour else text

    lines = [
        f"{paint(finding.code, _COLOURS[finding.severity])} {paint(finding.message, _BOLD)}",
        f"  {finding.path}:{finding.line}:{finding.column}",
    ]
    if 1 <= finding.line <= len(file):
        source = _shown(file[finding.line - 1])
        number = str(finding.line)
        caret = " " * min(finding.column - 1, len(source)) + paint("^", _COLOURS[finding.severity])
        lines += [f"  {number} | {source}", f"  {' ' * len(number)} | {caret}"]
    if finding.hint:
        lines.append(f"  Gør: {finding.hint}")
    return "\n".join(lines)


def _lines(root: Path, name: str) -> list[str]:
    """The lines of a file that a finding is in; none of what is a symlink, or no file of the project."""
    path = root / name
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return []
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            return file.read(MAX_BYTES).split("\n")
    except OSError:
        return []


def _shown(line: str) -> str:
    text = "".join(char if char.isprintable() else "·" for char in line[:_WIDTH].rstrip("\r"))
    return text if len(line) <= _WIDTH else text[:-1] + "…"


def _summary(findings: list[Finding], *, notes: bool) -> str:
    counts = Counter(str(finding.severity) for finding in findings)

    def counted(severity: str) -> str:
        number = counts[severity]
        return f"{number} {_WORDS[severity][number != 1]}"

    stopping = [counted(severity) for severity in ("error", "warning") if counts[severity]]
    lines = [" og ".join(stopping) + ". Se mere: vejviser explain KODE" if stopping else "Ingen fejl."]
    if counts["note"]:
        lines.append(
            f"Kommunen skal afklare {counted('note')}" + ("." if notes else "; vis dem med: vejviser check --notes")
        )
    return "\n".join(lines)
