"""The municipality's own name for the place that takes notifications, filled in wherever a text asks for it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import TODAY
from vejviser.checked import Checked, check_project
from vejviser.pages.book import Book
from vejviser.pages.data import JSON, SCHEMA
from vejviser.search.documents import documents

Draw = Callable[[str], Path]
Check = Callable[[str], Checked]
NAME = "Familiehuset Nord"
NOTIFICATION = """
content/
  faelles/
    notifications/
      underretning.yml
        | title: Underretning til {modtagelsen}
        | order: 1
        | when: [Du er bekymret.]
        | who: Dig.
        | steps: ["{modtagelsen} svarer. Ring til {modtagelsen} igen, hvis ingen svarer."]
        | parents: "Tal med dem, når det er trygt."
        | law: [pligten]
        | call: [laerer]
        | consent: {level: not_required, short: Nej, text: Det kræver ikke samtykke.}
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | search_terms: [et, to, tre, fire]
"""


def named(root: Path) -> Path:
    """Give the municipality a name of its own for the place."""
    file = root / "content/by/municipality.yml"
    file.write_text(file.read_text(encoding="utf-8") + f"reception: {NAME}\n", encoding="utf-8")
    return root


class TestFilled:
    """`{modtagelsen}` in a shared text."""

    def test_own_name_everywhere(self, drawn: Draw) -> None:
        """Page, tree, data and search say the municipality's own name, and nobody sees a brace."""
        root = named(drawn(NOTIFICATION))
        tree = root / "decision_trees/faelles/trae.yml"
        tree.write_text(
            tree.read_text(encoding="utf-8").replace("ask: Er barnet i fare?", "ask: Har du ringet til {modtagelsen}?"),
            encoding="utf-8",
        )

        checked = check_project(root, "by", TODAY)
        site = checked.site()
        pages = {page.uri: page.text for page in site.pages}
        files = {file.uri: file.text for file in site.files}

        assert [] == checked.findings
        assert f"# Underretning til {NAME}" in pages["underretning/underretning.md"]
        assert f"{NAME} svarer. Ring til {NAME} igen" in pages["underretning/underretning.md"]
        assert f"Har du ringet til {NAME}?" in pages["beslutningstrae/trae.md"].split("tree-logic")[1]
        records = {row["id"]: row for row in json.loads(files[JSON])["records"]}
        assert f"Underretning til {NAME}" == records["underretning"]["title"]
        found = documents(site.pages, Book(checked.project, checked.links, TODAY))
        assert f"Underretning til {NAME}" in [document.title for document in found]
        assert [] == [uri for uri, text in (pages | files).items() if "{modtagelsen}" in text and uri != SCHEMA]

    def test_default(self, checked: Check) -> None:
        """A municipality that says no name of its own has the common one."""
        assert "Underretning til Modtagelsen" == checked(NOTIFICATION).project.entries["underretning"].record.title

    def test_own_page(self, drawn: Draw) -> None:
        """A hand-written page has the name too."""
        root = named(
            drawn("content/\n  by/\n    pages/\n      om.md\n        | # Om\n        | Ring til {modtagelsen}.\n")
        )

        pages = {page.uri: page.text for page in check_project(root, "by", TODAY).site().pages}

        assert f"Ring til {NAME}." in pages["om.md"]

    def test_own_tree(self, drawn: Draw) -> None:
        """A tree that builds on a shared one has the name in what it takes from there."""
        root = named(drawn("decision_trees/\n  by/\n    eget.yml\n      | extends: trae\n      | title: Vores\n"))
        tree = root / "decision_trees/faelles/trae.yml"
        tree.write_text(
            tree.read_text(encoding="utf-8").replace("Ring nu", '"Ring til {modtagelsen} nu"'), encoding="utf-8"
        )

        record = check_project(root, "by", TODAY).project.entries["eget"].record

        assert f"Ring til {NAME} nu" == record.outcomes["ring"].title  # type: ignore[attr-defined]  # a tree


class TestFaults:
    """A placeholder that cannot be filled is found where it stands."""

    def test_own_page(self, checked: Check) -> None:
        """Line and column of the page."""
        found = checked(
            "content/\n  by/\n    pages/\n      om.md\n        | # Om\n        | Ring til {modtagelse}.\n"
        ).findings

        assert [("content/by/pages/om.md", 2, 10, "E609")] == [
            (item.path, item.line, item.column, item.code) for item in found
        ]
        assert "`modtagelsen`" in found[0].hint

    @pytest.mark.parametrize("words", ["Ring til {Modtagelsen}", "Se {hjemmesiden} først"])
    def test_title(self, checked: Check, words: str) -> None:
        """A single line is looked through as a text is."""
        found = checked(NOTIFICATION.replace("Underretning til {modtagelsen}", words)).findings

        assert [("content/faelles/notifications/underretning.yml", 1, 8, "E609")] == [
            (item.path, item.line, item.column, item.code) for item in found
        ]

    def test_without_quotes(self, checked: Check) -> None:
        """A text that begins with the brace is read as fields; the hint says to put it in quotation marks."""
        found = checked(NOTIFICATION.replace("title: Underretning til {modtagelsen}", "title: {modtagelsen}")).findings

        assert ["E203"] == [item.code for item in found]
        assert 'title: "{modtagelsen} …"' in found[0].hint

    def test_shared_law(self, drawn: Draw) -> None:
        """The portal shows the shared law once, so it cannot say what one municipality calls the place."""
        root = drawn("")
        law = root / "content/faelles/law/pligten.yml"
        law.write_text(law.read_text(encoding="utf-8").replace("summary: Pligt.", "summary: Skriv til {modtagelsen}."))

        found = check_project(root, "by", TODAY).findings

        assert [("content/faelles/law/pligten.yml", 10, 10, "E609")] == [
            (item.path, item.line, item.column, item.code) for item in found
        ]
        assert "ens for alle kommuner" in found[0].hint


def test_missing_website(drawn: Draw) -> None:
    """Without its website a municipality does not build."""
    root = drawn("")
    file = root / "content/by/municipality.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("website: https://www.kommunen.dk/\n", ""), encoding="utf-8"
    )

    assert [("E202", "Feltet `website` mangler.")] == [
        (item.code, item.message) for item in check_project(root, "by", TODAY).findings
    ]
