"""Shows findings to other programs: notes on a change at GitHub, and SARIF, which most code hosts read."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from vejviser import __version__
from vejviser.findings import Finding

# What GitHub calls the severities in a run's output.
_AT_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(findings: Iterable[Finding]) -> str:
    """A line for each finding, which GitHub shows beside the line of the file that it is about.

    Its form is that of GitHub's workflow commands: a message is one line, and signs of the form are escaped.
    """
    return "".join(
        f"::{_AT_GITHUB[finding.severity]} file={_property(finding.path)},line={finding.line},col={finding.column},"
        f"title={_property(finding.code)}::{_escaped(_said(finding))}\n"
        for finding in findings
    )


def as_sarif(findings: Iterable[Finding]) -> str:
    """The findings in SARIF 2.1.0: one run with a rule for each code that was found."""
    findings = list(findings)
    results = [
        {
            "ruleId": finding.code,
            "level": finding.severity,
            "message": {"text": _said(finding)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(finding.path)},
                        "region": {"startLine": finding.line, "startColumn": finding.column},
                    }
                }
            ],
        }
        for finding in findings
    ]
    rules = [{"id": code} for code in sorted({finding.code for finding in findings})]
    driver = {"name": "vejviser", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    # Escaped beyond ASCII: whoever reads it need not know the character set of our output.
    return json.dumps({"version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _said(finding: Finding) -> str:
    return f"{finding.message} {finding.hint}".rstrip()


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
