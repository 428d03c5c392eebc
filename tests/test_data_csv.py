"""The data for others as tables that spreadsheets open."""

import csv
import io
from typing import Any

from shipped import book_of
from test_data import made, records
from vejviser.checked import Checked
from vejviser.pages.data import tables
from vejviser.pages.data_schema import published
from vejviser.pages.data_table import as_csv, columns

Rows = list[dict[str, Any]]


class TestCsv:
    """The file of each kind."""

    def test_read_back(self, each: Checked) -> None:
        """A spreadsheet finds the same records in the same order, with all fields under headings of their own."""
        texts, rows = made(each), records(each)
        for table in tables(book_of(each)):
            text = texts[table.uri]
            head, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
            kind = lines[0][0]

            assert text.startswith("\ufeff")
            assert len(head) == len(set(head))
            assert {len(head)} == {len(line) for line in lines}
            assert [[kind, row["page"], row["id"]] for row in rows if row["kind"] == kind] == [
                line[:3] for line in lines
            ]
            assert table.number == len(lines)

    def test_no_formulas(self, each: Checked) -> None:
        """No cell of any file begins with what a spreadsheet would run."""
        for uri, text in made(each).items():
            if uri.endswith(".csv"):
                cells = [cell for line in csv.reader(io.StringIO(text[1:], newline=""), delimiter=";") for cell in line]

                assert [] == [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]

    def test_words(self) -> None:
        """Several values stand under each other, a part on one line, a default is said, and a formula is disarmed."""
        row = {
            "kind": "offer",
            "page": "tilbud/x/",
            "id": "x",
            "title": "=1+1",
            "ages": {"lowest": 3, "highest": 6},
            "how": ["Ring; spørg.", 'Sig "hej".'],
            "referral": {"how": "Ring."},
            "contact": {"phones": [{"label": "Vagten", "number": "+45 12"}, {"label": "Kontoret"}]},
        }
        text = as_csv("offer", [row])
        head, line = csv.reader(io.StringIO(text[1:], newline=""), delimiter=";")
        cells = dict(zip(head, line, strict=True))

        assert "'=1+1" == cells["Titel"]
        assert ["3", "6"] == [cells["Alder: Fra år"], cells["Alder: Til år"]]
        assert 'Ring; spørg.\nSig "hej".' == cells["Sådan foregår det"]
        assert "unknown" == cells["Henvisning: Kan man selv komme"]
        assert "Hvad nummeret er: Vagten; Nummer: +45 12\nHvad nummeret er: Kontoret" == cells["Kontakt: Telefoner"]

    def test_every_kind_has_headings(self) -> None:
        """The headings are Danish titles, and two alike are told apart by their names in the JSON."""
        heads = {model.kind: [column.heading for column in columns(model.kind)] for model in published()}

        assert {"Målgruppe (audience)", "Målgruppe (target)"} <= set(heads["offer"])
        assert [] == [kind for kind, head in heads.items() if len(head) != len(set(head))]
