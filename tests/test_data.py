"""Data for others, read back: the same records as on the pages, nothing that is not published, and safe to open."""

import hashlib
import json
import re
from typing import Any

import pytest

from projects import ROOT, TODAY
from shipped import book_of, shipped_site
from vejviser.checked import Checked, check_project
from vejviser.pages.address import address, url
from vejviser.pages.data import JSON, SCHEMA, SUMS, VERSION, files
from vejviser.records.kinds import KINDS
from vejviser.records.law import Law
from vejviser.records.meeting import MeetingType

Rows = list[dict[str, Any]]
_IS = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}


def made(checked: Checked) -> dict[str, str]:
    """Every data file by its address."""
    return {file.uri: file.text for file in files(book_of(checked))}


def records(checked: Checked) -> Rows:
    rows: Rows = json.loads(made(checked)[JSON])["records"]
    return rows


def faults(value: Any, said: dict[str, Any], defs: dict[str, Any], place: str = "") -> list[str]:
    """Where a value is not as a schema says; knows the words that our schema uses, and no more."""
    if "$ref" in said:
        return faults(value, defs[said["$ref"].rsplit("/", 1)[-1]], defs, place)
    if "oneOf" in said:
        tried = [faults(value, one, defs, place) for one in said["oneOf"]]
        return [] if sum(not found for found in tried) == 1 else min(tried, key=len) or [f"{place} is two kinds"]
    if "type" in said and not isinstance(value, _IS[said["type"]]):
        return [f"{place} is not {said['type']}"]
    found = [
        f"{place} is not {said[word]}"
        for word, is_so in (
            ("const", lambda only: value == only),
            ("enum", lambda words: value in words),
            ("format", lambda _: re.fullmatch(r"\d{4}-\d\d-\d\d", value)),
            ("pattern", lambda form: re.search(form, value)),
            ("minimum", lambda least: value >= least),
            ("maximum", lambda most: value <= most),
            ("minLength", lambda least: len(value) >= least),
            ("minItems", lambda least: len(value) >= least),
            ("maxItems", lambda most: len(value) <= most),
            ("minProperties", lambda least: len(value) >= least),
        )
        if word in said and not is_so(said[word])
    ]
    if isinstance(value, list) and "items" in said:
        found += [
            fault
            for number, item in enumerate(value)
            for fault in faults(item, said["items"], defs, f"{place}/{number}")
        ]
    if isinstance(value, dict):
        known, others = said.get("properties", {}), said.get("additionalProperties", {})
        found += [f"{place} lacks {name}" for name in said.get("required", []) if name not in value]
        for name, item in value.items():
            if name in known or others:
                found += faults(item, known.get(name, others), defs, f"{place}/{name}")
            elif others is False:
                found.append(f"{place} has {name}")
    return found


class TestJson:
    """The file that holds everything."""

    def test_records_come_back(self, each: Checked) -> None:
        """A record that is read back is the record on the page, without the note to the editor."""
        book = book_of(each)
        for row in records(each):
            model, entry = KINDS[row["kind"]].model, book.get(row["id"])
            fields = {name: value for name, value in row.items() if name not in ("kind", "page", "shared")}
            record = book.meeting(entry.id) if isinstance(entry.record, MeetingType) else entry.record
            hidden: dict[str, Any] = {"internal_note": None, "moved_from": []} | (
                {"cases": []} if row["kind"] == "tree" else {}
            )
            if isinstance(record, Law) and not record.number_is_sure:
                assert "provision" not in fields
                fields["provision"] = record.provision

            assert record.model_copy(update=hidden) == model.model_validate(fields)

    def test_everything_published(self, each: Checked) -> None:
        """Every record of every kind is there, but the words for the search and sources that nobody here cites."""
        book = book_of(each)
        uncited = {entry.id for entry in book.of_kind("source")} - {entry.id for entry in book.shown("source")}
        there = {entry.id for entry in each.project.entries.values() if entry.kind != "thesaurus"}

        assert sorted(there - uncited) == sorted(row["id"] for row in records(each))

    def test_addresses(self, each: Checked) -> None:
        """The address of a record is that of its page and its heading."""
        pages = {url(page.uri): page.text for page in shipped_site(each.project.municipality).pages}
        for row in records(each):
            page, _, anchor = row["page"].partition("#")

            assert page in pages
            assert not anchor or re.search(rf"\b{anchor}\b", pages[page])
            assert address(each.project.entries[row["id"]])[1] == anchor

    def test_as_the_schema_says(self, each: Checked) -> None:
        """The file is as its schema says."""
        texts = made(each)
        schema = json.loads(texts[SCHEMA])

        assert [] == faults(json.loads(texts[JSON]), schema, schema["$defs"])

    def test_head(self, shipped: Checked) -> None:
        """The file says whose it is, which version its format has and what may be done with it."""
        data = json.loads(made(shipped)[JSON])

        assert {"id": "ringsted", "title": "Ringsted Kommune"}.items() <= data["municipality"].items()
        assert [VERSION, "vejviser.schema.json"] == [data["version"], data["$schema"]]
        assert "tilhører kommunen" in data["notice"]


class TestSchema:
    """The schema of the kinds."""

    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            ({"kind": "ukendt"}, "/kind is not"),
            ({"ages": {"lowest": "3", "highest": 6}}, "/ages/lowest is not integer"),
            ({"case": "måske"}, "/case is not"),
            ({"internal_note": "Nej"}, " has internal_note"),
            ({"reviewed": "i går"}, "/reviewed is not date"),
        ],
    )
    def test_refuses(self, shipped: Checked, change: dict[str, Any], fault: str) -> None:
        """Something else than a record is not as the schema says."""
        schema = json.loads(made(shipped)[SCHEMA])
        offer = next(row for row in records(shipped) if row["kind"] == "offer")

        assert [] == faults(offer, schema["$defs"]["offer"], schema["$defs"])
        assert any(fault in found for found in faults(offer | change, schema["$defs"]["offer"], schema["$defs"]))

    def test_danish(self, shipped: Checked) -> None:
        """Every field of every kind has a Danish title and, but for the kind itself, an explanation."""
        defs = json.loads(made(shipped)[SCHEMA])["$defs"]
        fields = [(name, key, field) for name, model in defs.items() for key, field in model["properties"].items()]

        assert [] == [(name, key) for name, key, field in fields if not field.get("title")]
        assert [] == [(name, key) for name, key, field in fields if key != "kind" and not field.get("description")]

    def test_hides(self, shipped: Checked) -> None:
        """What is not published is not described either."""
        defs = json.loads(made(shipped)[SCHEMA])["$defs"]

        assert [] == [
            name for name, model in defs.items() if {"internal_note", "moved_from", "cases"} & set(model["properties"])
        ]


class TestFiles:
    """All of them together."""

    def test_checksums(self, each: Checked) -> None:
        """Every other file is listed once with the checksum of its bytes."""
        texts = made(each)
        listed = dict(reversed(line.split("  ")) for line in texts.pop(SUMS).splitlines())

        assert {
            uri.removeprefix("data/"): hashlib.sha256(text.encode()).hexdigest() for uri, text in texts.items()
        } == listed

    def test_same_again(self, each: Checked) -> None:
        """The same content gives the same bytes, on whatever day."""
        again = check_project(ROOT, each.project.municipality, TODAY.replace(day=23))

        assert made(each) == made(again)

    def test_linked(self, each: Checked) -> None:
        """The page of sources links to every file, and the site hands on each."""
        site = shipped_site(each.project.municipality)
        page = next(page.text for page in site.pages if page.uri == "kilder.md")

        assert made(each).keys() == set(re.findall(r"\((data/[^)]+)\)", page))
        assert made(each).keys() <= {file.uri for file in site.files}
