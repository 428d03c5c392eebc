"""The checks together: severities, order, and one that crashes. What each finds is in `cases`."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from projects import TODAY
from vejviser import checks
from vejviser.checked import Checked, check_project
from vejviser.findings import Finding, did_you_mean, suggestion
from vejviser.links import Links
from vejviser.project import Project

FINDING = Finding("a.yml", 3, 1, "E201", "Feltet findes ikke.", "Slet det.")


@pytest.mark.parametrize(
    ("code", "severity", "stops"), [("E301", "error", True), ("W414", "warning", True), ("N406", "note", False)]
)
def test_severity(code: str, severity: str, stops: bool) -> None:  # noqa: FBT001
    """The code's letter is the severity; only a note lets the site be published."""
    finding = replace(FINDING, code=code)

    assert (severity, stops) == (finding.severity, finding.stops)


class TestRun:
    """All checks run and what they find is put in order."""

    def test_sorted_and_unique(self, shipped: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
        """Findings come by file and line, each once, even when two checks find the same."""

        def one(project: Project, links: Links, today: date) -> Iterator[Finding]:
            yield replace(FINDING, path="b.yml")
            yield replace(FINDING, line=10)
            yield FINDING

        monkeypatch.setattr(checks, "CHECKS", (one, one))
        monkeypatch.setattr(shipped.project, "findings", [FINDING])

        found, _ = checks.run(shipped.project, TODAY)

        assert [FINDING, replace(FINDING, line=10), replace(FINDING, path="b.yml")] == found

    def test_crash(self, shipped: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
        """A check that crashes becomes a finding with its name, what it found before is kept, and others go on."""

        def crashing(project: Project, links: Links, today: date) -> Iterator[Finding]:
            yield FINDING
            raise ZeroDivisionError("uha")

        def other(project: Project, links: Links, today: date) -> Iterator[Finding]:
            yield replace(FINDING, path="b.yml")

        monkeypatch.setattr(checks, "CHECKS", (crashing, other))

        found, _ = checks.run(shipped.project, TODAY)

        assert FINDING in found
        assert ["b.yml", "vejviser"] == [finding.path for finding in found][-2:]
        assert "E901" == found[-1].code
        assert "crashing" in found[-1].message
        assert "ZeroDivisionError: uha" in found[-1].message

    def test_every_check_names_its_codes(self) -> None:
        """A check's one sentence begins with the codes it gives."""
        unnamed = [check.__name__ for check in checks.CHECKS if not (check.__doc__ or "")[:4].strip("EWN").isdigit()]

        assert [] == unnamed


class TestShipped:
    """The content of this repository."""

    def test_nothing_stops(self, shipped: Checked) -> None:
        """It can be published today."""
        assert [] == [finding for finding in shipped.findings if finding.stops]

    def test_doubts_are_notes(self, shipped: Checked) -> None:
        """What the municipality must clear up is listed, and nothing else is."""
        assert {"N406", "N407", "N409", "N703"} == {finding.code for finding in shipped.findings}

    def test_overdue_later(self, shipped: Checked) -> None:
        """Two years later every review is overdue, and a corrected number can still be published."""
        later = check_project(shipped.project.root, "ringsted", date(2028, 12, 1))
        overdue = [finding for finding in later.findings if finding.code == "N416"]

        assert len(overdue) > 100
        assert [] == [finding for finding in later.findings if finding.stops]


def test_future_review(checked: Callable[[str], Checked]) -> None:
    """A review cannot be in the future; the finding stands at the date."""
    found = checked("""
content/
  faelles/
    roles/
      laerer.yml
        | title: Lærer
        | status: active
        | reviewed: 2026-12-02
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | search_terms: [et, to, tre, fire]
""").findings

    assert [("content/faelles/roles/laerer.yml", 3, 11, "E404")] == [
        (item.path, item.line, item.column, item.code) for item in found
    ]


class TestNearMiss:
    """Hints for misspelt names."""

    @pytest.mark.parametrize(
        ("word", "expected"), [("titel", "title"), ("summ", "summary"), ("xyz", None), ("", None), ("status", "status")]
    )
    def test_did_you_mean(self, word: str, expected: str | None) -> None:
        """The nearest word, a word that goes on from what was written, or nothing."""
        assert expected == did_you_mean(word, ["title", "summary", "status"])

    def test_suggestion(self) -> None:
        """Few words are all shown, many are not."""
        assert "Mente du `a1`? Du kan skrive: `a1`, `b`." == suggestion("a1", ["b", "a1"])
        assert "" == suggestion("x", [f"navn{number}" for number in range(13)])


@pytest.mark.parametrize("field", ["related: [ord]", "experience: 'Se [ordene](ord).'"])
def test_no_way_to_what_nobody_sees(field: str, checked: Callable[[str], Checked]) -> None:
    """A record that no reader meets, such as the words of the search, is led to by none (E303): it has no address."""
    found = checked(f"""
        content/
          by/
            thesaurus/
              ord.yml
                | title: Ord
            offers/
              kort.yml
                | title: Kortkursus
                | target: Børn.
                | referral: {{how: Ring.}}
                | case: unknown
                | assessment: unknown
                | status: active
                | {field}
        """).findings

    assert ["`ord` er søgeordbog, men her skal stå noget, der har en side."] == [
        finding.message for finding in found if finding.code == "E303"
    ]
