"""The YAML reader: everything stays what the editor wrote, and every refusal says where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.decoding import MAX_BYTES
from vejviser.yaml_reader import MAX_DEPTH, Document, place, read


def _read(text: str) -> Document:
    return read(text.encode(), "a.yml")


def _codes(document: Document) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.line, finding.column) for finding in document.findings]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12:30", "12:30"),
        ("no", "no"),
        ("yes", "yes"),
        ("010", "010"),
        ("=", "="),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("2026-11-21", "2026-11-21"),
        ("null", "null"),
        ("~", "~"),
        (".nan", ".nan"),
        ("0x1F", "0x1F"),
        ("true", "true"),
        ("", None),
        ('""', ""),
        ("''", ""),
        ('"12"', "12"),
        ("'it''s'", "it's"),
        ("\n  a: ", {"a": None}),
        ("[a, 1]", ["a", "1"]),
        ("{a: no}", {"a": "no"}),
        ("på vej", "på vej"),
        ("|\n  en\n  to\n", "en\nto\n"),
        (">-\n  en\n  to\n", "en to"),
        ("57 62 73 78", "57 62 73 78"),
    ],
)
def test_values_stay_strings(written: str, expected: object) -> None:
    """A value is the text that was written; only nothing at all is None."""
    document = _read(f"x: {written}")

    assert ({"x": expected}, []) == (document.data, document.findings)


class TestPlaces:
    """Lines and columns count from 1."""

    text = "title: Møde\nages:\n  lowest: 0\nwhen:\n  - Først\n  - {a: æøå, b: to}\n"

    @pytest.mark.parametrize(
        ("loc", "value_at", "key_at"),
        [
            (("title",), (1, 8), (1, 1)),
            (("ages", "lowest"), (3, 11), (3, 3)),
            (("when", 0), (5, 5), (5, 5)),
            (("when", 1, "b"), (6, 17), (6, 14)),
        ],
    )
    def test_value_and_key(self, loc: tuple[object, ...], value_at: object, key_at: object) -> None:
        """A value and its key each have their place."""
        marks = _read(self.text).marks

        assert value_at == tuple(place(marks, loc))
        assert key_at == tuple(place(marks, loc, key=True))

    def test_missing(self) -> None:
        """What is not there is placed at the deepest thing that is: a group at the name of its field."""
        marks = _read(self.text).marks

        assert (2, 1) == tuple(place(marks, ("ages", "highest")))
        assert (1, 1) == tuple(place(marks, ("summary",)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("E102", 3, 1)]),
        ("a: &x 1\n", [("E103", 1, 4)]),
        ("a: &x 1\nb: *x\n", [("E103", 1, 4), ("E103", 2, 4)]),
        ("a: &x {b: 1}\n", [("E103", 1, 4)]),
        ("a: !!python/object:os.system x\n", [("E104", 1, 4)]),
        ("a: !x [1]\n", [("E104", 1, 4)]),
        ("!x a: 1\n", [("E104", 1, 1)]),
        ("a:\n  <<: {b: 1}\n", [("E110", 2, 3)]),
        ("? [a, b]\n: 1\n", [("E111", 1, 3)]),
        ("a: 1\n---\nb: 2\n", [("E113", 2, 1)]),
        ("a:\n\tb: 1\n", [("E101", 2, 1)]),
        ("a: en: to\n", [("E101", 1, 6)]),
        ('a: "åben\n', [("E101", 1, 4)]),
        ("a: 1\n b: 2\n", [("E101", 2, 3)]),
        ("a: [b, , c]\n", [("E101", 1, 8)]),
        ("a: skjult\u200btegn\n", [("E107", 1, 10)]),
        ("a: 1\nb: \u202evendt\n", [("E107", 2, 4)]),
        ("a: \x07\n", [("E107", 1, 4)]),
        ('a: "skjult\\u200btegn"\n', [("E107", 1, 4)]),
        ('"a\\x00": 1\n', [("E107", 1, 1)]),
        ("a: slut\ufffe\n", [("E107", 1, 8)]),
        ('a: "slut\\uFFFF"\n', [("E107", 1, 4)]),
        ("a: 1\r# falsk\n", [("E107", 1, 5)]),
        ('a: "x\\r\\r# falsk"\n', [("E107", 1, 4)]),
    ],
)
def test_refused(text: str, expected: list[tuple[str, int, int]]) -> None:
    """What YAML allows and we do not is refused at its place."""
    assert expected == _codes(_read(text))


def test_reads_on_after_a_duplicate() -> None:
    """The first of two equal fields counts, and later faults are found too."""
    document = _read("a: 1\na: 2\nb: !t 3\n")

    assert {"a": "1", "b": "3"} == document.data
    assert ["E102", "E104"] == [finding.code for finding in document.findings]


def test_depth() -> None:
    """Nesting is allowed to the limit and no deeper."""
    deep = _read("x: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1))
    deeper = _read("x: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)

    assert [] == deep.findings
    assert (None, [("E105", 1, 4 + MAX_DEPTH - 1)]) == (deeper.data, _codes(deeper))


def test_size() -> None:
    """A file of a million bytes is read; one more is refused."""
    fits = _read("a: " + "x" * (MAX_BYTES - 3))
    too_big = _read("a: " + "x" * (MAX_BYTES - 2))

    assert [] == fits.findings
    assert [("E106", 1, 1)] == _codes(too_big)


class TestBytes:
    """Files come from many editors."""

    def test_crlf(self) -> None:
        """Windows' line ends give the same text and the same lines."""
        document = read(b"a: en\r\nb: |\r\n  to\r\n  tre\r\nc: !t x\r\n", "a.yml")

        assert {"a": "en", "b": "to\ntre\n", "c": "x"} == document.data
        assert [("E104", 5, 4)] == _codes(document)

    def test_bom(self) -> None:
        """A byte order mark is no part of the first field."""
        document = read(b"\xef\xbb\xbfa: en", "a.yml")

        assert ({"a": "en"}, (1, 1)) == (document.data, tuple(place(document.marks, ("a",), key=True)))

    def test_latin_1(self) -> None:
        """A file in another character set is refused at the first such letter."""
        assert [("E109", 2, 6)] == _codes(read("a: 1\nb: bl\xe5\n".encode("latin-1"), "a.yml"))

    def test_decomposed_letters(self) -> None:
        """An å written as a and a ring is read as it stands; it is a letter and not invisible."""
        document = _read("a: bla\u030a")

        assert ({"a": "bla\u030a"}, []) == (document.data, document.findings)

    @pytest.mark.parametrize("text", ["", "\n\n", "# kun en note\n", "---\n"])
    def test_empty(self, text: str) -> None:
        """An empty file is nothing, and no fault of its own."""
        document = _read(text)

        assert (None, []) == (document.data, document.findings)


_LIKE_YAML = st.text(alphabet="ab:- \n\t[]{}&*!|>'\"#?<%@`,~\u00e5", max_size=80)


@given(st.one_of(st.binary(max_size=200), _LIKE_YAML.map(str.encode)))
def test_never_raises(raw: bytes) -> None:
    """Whatever the bytes are, they give data or a finding with a place in the file."""
    document = read(raw, "a.yml")

    assert all(finding.line >= 1 and finding.column >= 1 for finding in document.findings)
    assert document.data is None or document.marks is not None
