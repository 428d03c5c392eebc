"""Loading: the municipality lies over the shared records, and every fault is collected."""

from collections.abc import Callable
from pathlib import Path

from vejviser.checked import Checked
from vejviser.folders import municipalities
from vejviser.project import load

Draw = Callable[[str], Path]
Check = Callable[[str], Checked]

OFFER = """
content/
  by/
    offers/
      {name}.yml
        | title: {title}
        | target: Unge.
        | referral: {{how: Ring.}}
        | case: not_required
        | assessment: not_required
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{{document: kilde, passage: Side 1}}]
        | search_terms: [et, to, tre, fire]
"""


def _found(checked: Checked) -> list[tuple[str, int, int, str]]:
    return [(finding.path, finding.line, finding.column, finding.code) for finding in checked.findings]


def test_clean_base(checked: Check) -> None:
    """The project that all drawings stand on has no findings at all."""
    assert [] == checked("").findings


def test_municipalities(drawn: Draw) -> None:
    """Every folder of content is a municipality, but for the shared one."""
    root = drawn("content/\n  aeroe/\n")

    assert ["aeroe", "by"] == municipalities(root)
    assert [] == municipalities(root / "content" / "by")


class TestLayers:
    """A municipality's record takes the place of the shared one."""

    own = """
content/
  by/
    roles/
      laerer.yml
        | title: Lærer i Byen
        | related: [underretning]
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 2}]
    notifications/
      lokal.yml
        | title: Lokal
        | related: [laerer]
"""

    def test_takes_its_place(self, drawn: Draw) -> None:
        """The own record is the one that counts, and both are listed as replaced."""
        project = load(drawn(self.own), "by")

        assert "Lærer i Byen" == project.entries["laerer"].record.title
        assert [("content/faelles/roles/laerer.yml", "content/by/roles/laerer.yml")] == [
            (shared.path, own.path) for shared, own in project.replaced
        ]

    def test_same_id_other_kind(self, checked: Check) -> None:
        """An id belongs to one kind: the shared record stays and the own one is a fault."""
        result = checked(OFFER.format(name="laerer", title="Lærer"))

        assert [("content/by/offers/laerer.yml", 1, 1, "E302")] == _found(result)
        assert "role" == result.project.entries["laerer"].kind

    def test_same_id_twice(self, checked: Check) -> None:
        """Two records of the municipality cannot share an id; the message names the other's place."""
        result = checked(OFFER.format(name="a", title="A") + OFFER.format(name="b", title="B") + "        | id: a\n")

        assert [("content/by/offers/b.yml", 11, 5, "E209"), ("content/by/offers/b.yml", 11, 5, "E302")] == _found(
            result
        )
        assert "content/by/offers/a.yml:1." in result.findings[1].message


class TestSeveral:
    """A file with `records:` holds several records and what they have in common."""

    tree = """
content/
  by/
    terms/
      ord.yml
        | common:
        |   status: active
        |   reviewed: 2026-11-21
        |   review_by: 2027-05-21
        |   sources:
        |     - {document: ukendt, passage: Side 1}
        | records:
        |   - id: ord-a
        |     title: A
        |     meaning: Et ord.
        |   - id: ord-b
        |     title: B
        |     meaning: Et andet.
        |     sources: [{document: kilde, passage: Side 2}]
"""

    def test_common(self, checked: Check) -> None:
        """A record takes what it lacks from `common:`, and a fault there is shown where it stands."""
        result = checked(self.tree)

        assert "Side 2" == result.project.entries["ord-b"].record.sources[0].passage
        assert [("content/by/terms/ord.yml", 6, 18, "E301")] == _found(result)

    def test_stray_field(self, checked: Check) -> None:
        """A field beside `common:` and `records:` is lost to every record, so it is a fault."""
        result = checked(self.tree.replace("ukendt", "kilde") + "        | status: active\n")

        assert [("content/by/terms/ord.yml", 15, 1, "E201")] == _found(result)

    def test_wrong_shapes(self, checked: Check) -> None:
        """`records:` holds a list of records with fields."""
        result = checked("""
content/
  by/
    terms/
      a.yml
        | records: ord
      b.yml
        | records:
        |   - ord
""")

        assert [("content/by/terms/a.yml", 1, 1, "E203"), ("content/by/terms/b.yml", 2, 5, "E203")] == _found(result)


class TestFiles:
    """What lies in the folders."""

    def test_symlinks(self, drawn: Draw, tmp_path: Path) -> None:
        """Neither a linked file nor a linked folder is read."""
        root = drawn("content/\n  by/\n    offers/\nudenfor/\n  a.yml\n    | title: Hemmelig\n")
        (root / "content/by/offers/a.yml").symlink_to(tmp_path / "udenfor/a.yml")
        (root / "content/by/models").symlink_to(tmp_path / "udenfor")

        project = load(root, "by")

        assert [("content/by/models", "E108"), ("content/by/offers/a.yml", "E108")] == sorted(
            (finding.path, finding.code) for finding in project.findings
        )
        assert "a" not in project.entries

    def test_unknown_folder(self, checked: Check) -> None:
        """A misspelt folder is a fault with the nearest name."""
        found = checked("content/\n  by/\n    offer/\n      a.yml\n    los.yml\n").findings

        assert [("content/by/los.yml", "E208"), ("content/by/offer", "E208")] == [
            (item.path, item.code) for item in found
        ]
        assert "Mente du `offers`?" in found[1].hint

    def test_folder_in_a_folder(self, checked: Check) -> None:
        """A folder too deep would be lost unseen; a name in capitals is read like any other."""
        result = checked("""
content/
  by/
    offers/
      unge/
        a.yml
          | title: A
      b.YML
        | titel: B
""")

        assert ("content/by/offers/unge", 1, 1, "E208") in _found(result)
        assert ("content/by/offers/b.YML", 1, 1, "E201") in _found(result)

    def test_name_and_id(self, checked: Check) -> None:
        """A file is called what its record's id is."""
        tree = OFFER.format(name="a", title="A") + "        | id: b\n"

        assert [("content/by/offers/a.yml", 11, 5, "E209")] == _found(checked(tree))

    def test_empty_and_list(self, checked: Check) -> None:
        """An empty file and a file that is a list are faults."""
        result = checked("content/\n  by/\n    offers/\n      a.yml\n      b.yml\n        | - title: A\n")

        assert ["E112", "E112"] == [code for _, _, _, code in _found(result)]

    def test_pages(self, drawn: Draw) -> None:
        """Hand-written pages are read as they are; one that is not UTF-8 is a fault."""
        root = drawn("content/\n  by/\n    pages/\n      om.md\n        | # Om\n")
        (root / "content/by/pages/slut.md").write_bytes("# Bl\u00e5".encode("latin-1"))

        project = load(root, "by")

        assert [("om.md", "# Om\n", "content/by/pages/om.md")] == project.handwritten
        assert [("content/by/pages/slut.md", "E109")] == [(item.path, item.code) for item in project.findings]

    def test_no_municipality_file(self, drawn: Draw) -> None:
        """A municipality without its own file is told which one is meant."""
        found = load(drawn("content/\n  byy/\n"), "byy").findings

        assert [("content/byy/municipality.yml", "E701", "Mente du `by`?")] == [
            (item.path, item.code, item.hint) for item in found if item.code == "E701"
        ]


def test_broken_record_is_one_fault(checked: Check) -> None:
    """What refers to a record with a fault of its own is not a fault too."""
    result = checked(OFFER.format(name="a", title="A") + "        | related: [b]\n      b.yml\n        | titel: B\n")

    assert {"content/by/offers/b.yml"} == {path for path, _, _, _ in _found(result)}
    assert {"b"} == result.project.broken
