"""Broken content: whatever an editor writes, the command says in Danish what is wrong, where, and what to do."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from projects import TODAY
from vejviser import cli, yaml_reader
from vejviser.checked import check_project

BASE = Path(__file__).parent / "cases" / "base"
TERM = "content/demo/terms/ord-x.yml"
OFFER = "content/demo/offers/aaben-raadgivning.yml"
TREE = "decision_trees/demo/jeg-er-bekymret.yml"
GOOD_FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yml"))
TRUST = """status: active
reviewed: 2026-11-21
review_by: 2027-05-21
sources: [{document: haefte, passage: Indledning}]
"""
# What Python and the parser would say.
FOREIGN = ("Traceback", "Error", "while parsing", "expected", "None", "{'", "['")


class Broken(NamedTuple):
    """A file as an editor could leave it, and what the command must say about it."""

    name: str
    text: str | bytes
    code: str
    place: str
    says: str
    path: str = TERM


BROKEN = [
    Broken("tab", "title: X\nsources:\n\t- x\n", "E101", "3:1", "tabulator"),
    Broken("tab after a dash", "search_terms:\n-\tx\n", "E101", "2:2", "tabulator"),
    Broken("colon in a text", "title: Pligt: altid\n", "E101", "1:13", "kolon"),
    Broken("double quote left open", 'title: X\nmeaning: "Noget\nstatus: active\n', "E101", "2:10", "anførselstegn"),
    Broken("single quote left open", "title: 'X\n", "E101", "1:8", "anførselstegn"),
    Broken("text after a quote", 'title: "Ring" nu\n', "E101", "1:15", "Her står mere"),
    Broken("backslash in quotes", 'title: "C:\\x"\n', "E101", "1:13", "Tegnet \\"),
    Broken("list left open", "search_terms: [a, b\ntitle: X\n", "E101", "1:15", "tegnet ["),
    Broken("fields left open", "sources: {document: haefte\ntitle: X\n", "E101", "1:10", "tegnet {"),
    Broken("link first in a text", "meaning: [Ring](modtagelsen) nu\n", "E101", "1:16", "Her står mere"),
    Broken("fed skrift first in a text", "meaning: **Ring** nu\n", "E103", "1:10", "*"),
    Broken("at sign first in a text", "title: @skolen\n", "E101", "1:8", "tegnet @"),
    Broken("no colon", "title: X\nmeaning Noget\n", "E101", "2:1", "mangler kolon"),
    Broken("no space after the colon", "title: X\nmeaning:Noget\n", "E101", "2:1", "mellemrum efter kolon"),
    Broken("greater than first in a text", "title: > 15 år\n", "E101", "1:10", "Efter | eller >"),
    Broken("too little indented", "sources:\n  - document: a\n passage: b\n", "E101", "3:2", "rykket"),
    Broken("too far indented", "title: X\n  meaning: Noget\n", "E101", "2:10", "kolon"),
    Broken("indented first line", "  title: X\nmeaning: Noget\n", "E101", "2:1", "rykket"),
    Broken("field twice", "title: X\ntitle: Y\n", "E102", "2:1", "to gange"),
    Broken("anchor", "title: &a X\n", "E103", "1:8", "Genveje"),
    Broken("tag", "title: !!python/object:os.system X\n", "E104", "1:8", "Mærket"),
    Broken("deep", f"search_terms: {'[' * 3000}\n", "E105", "1:34", "20 lag"),
    Broken("aliases that multiply", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "E103", "1:4", "Genveje"),
    Broken("big", b"#" * 1_000_001, "E106", "1:1", "1.000.000"),
    Broken("zero byte", b"title: X\x00\n", "E107", "1:9", "U+0000"),
    Broken("direction mark", "title: \u202eX\n", "E107", "1:8", "U+202E"),
    Broken("hidden direction mark", 'title: X\nmeaning: "\\u202eX"\n', "E107", "2:10", "U+202E"),
    Broken("line separator", "title: X\u2028meaning: Y\n", "E107", "1:9", "U+2028"),
    Broken("latin-1", "title: Møde\n".encode("latin-1"), "E109", "1:9", "UTF-8"),
    Broken("utf-16", "title: Møde\n".encode("utf-16"), "E109", "1:1", "UTF-8"),
    Broken("picture", b"\x89PNG\r\n\x1a\n", "E109", "1:1", "UTF-8"),
    Broken("merge key", "<<: {title: X}\n", "E110", "1:1", "<<"),
    Broken("list as a key", "? [a]\n: b\n", "E111", "1:3", "feltnavn"),
    Broken("empty", "", "E112", "1:1", "tom"),
    Broken("only a comment", "# senere\n", "E112", "1:1", "tom"),
    Broken("plain text", "Husk at skrive noget her\n", "E112", "1:1", "felter"),
    Broken("two parts", "title: X\n---\ntitle: Y\n", "E113", "2:1", "---"),
    Broken("JSON of another kind", '{"a": 1}\n', "E201", "1:2", "`a` findes ikke"),
    Broken("misspelt field", "titel: X\n", "E201", "1:1", "Mente du `title`?"),
    Broken("field beside records", "title: X\nrecords: []\n", "E201", "1:1", "common"),
    Broken("missing field", f"title: X\n{TRUST}", "E202", "1:1", "`meaning` mangler"),
    Broken("text for a list", "search_terms: a, b\n", "E203", "1:15", "en liste"),
    Broken("dash without a space", "search_terms:\n  -a\n  -b\n", "E203", "2:3", "en liste"),
    Broken("list for a text", "title: [X, Y]\n", "E203", "1:1", "en enkelt værdi"),
    Broken("text for fields", "sources: [haefte]\n", "E203", "1:11", "felter med navn"),
    Broken("records as fields", "records:\n  a: b\n", "E203", "1:1", "en liste"),
    Broken("record as a text", "records:\n  - ord-y\n", "E203", "2:5", "en post med felter"),
    Broken("fields for a fixed word", "status: {active: ja}\n", "E203", "1:1", "en enkelt værdi"),
    Broken("endless number", f"version: {'9' * 6000}\n", "E203", "1:10", "helt tal", TREE),
    Broken("other fixed word", "status: aktiv\n", "E204", "1:9", "Mente du `active`?"),
    Broken("yes for true", "is_family: ja\n", "E204", "1:12", "`true` for ja", "content/faelles/roles/laerer.yml"),
    Broken("id with capitals", "record: Pligt\n", "E205", "1:9", "Mente du `pligt`?"),
    Broken("title on two lines", "title: |\n  X\n  Y\n", "E205", "1:8", "en enkelt linje"),
    Broken("empty field", "title: # X\n", "E206", "1:7", "tomt"),
    Broken("text that begins a comment", "title: #X\n", "E115", "1:8", "klippet over"),
    Broken("date in words", "reviewed: i dag\n", "E207", "1:11", "ikke en dato"),
    Broken("wrong folder", f"title: X\n{TRUST}", "E208", "1:1", "Mente du `terms`?", "content/demo/term/x.yml"),
    Broken("id of another file", f"id: ord-y\ntitle: X\nmeaning: Y\n{TRUST}", "E209", "1:5", "filens navn"),
    Broken("reference to nothing", f"title: X\nmeaning: Y\nrecord: plikt\n{TRUST}", "E301", "3:9", "Mente du `pligt`?"),
    Broken("script in a text", f"title: X\nmeaning: <script>x</script>\n{TRUST}", "E601", "2:10", "HTML"),
    Broken("script in a link", f"title: X\nmeaning: '[a](javascript:x \"t\")'\n{TRUST}", "E606", "2:10", "link"),
    Broken("no questions", "title: Træ\nnodes: []\n", "E206", "2:1", "mindst 1", TREE),
]


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "project")


def as_bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_broken_file(broken: Broken, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command ends with 1 and says what, where and what to do, without a word from Python or the parser."""
    file = root / broken.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(as_bytes(broken.text))

    code = cli.main(["check", "--root", str(root), "--municipality", "demo", "--today", "2026-11-21"])

    said, wrong = capsys.readouterr()
    shown = broken.path if broken.code != "E208" else str(Path(broken.path).parent)
    place = f"  {shown}:{broken.place}\n"
    blocks = [block for block in said.split("\n\n") if block.startswith(broken.code) and place in block + "\n"]
    assert (1, "") == (code, wrong)
    assert len(blocks) == 1, said
    assert broken.says in blocks[0]
    assert "\n  Gør: " in blocks[0]
    assert [] == [word for word in FOREIGN if word in said]


@pytest.fixture(name="used_root", scope="module")
def _used_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(BASE, tmp_path_factory.mktemp("random") / "project")


def check_with(root: Path, path: str, raw: bytes) -> None:
    """Read the bytes, and check the base project with them in the place of a file, which is put back after."""
    yaml_reader.read(raw, path)
    (root / path).write_bytes(raw)
    try:
        findings = check_project(root, "demo", TODAY).findings
    finally:
        shutil.copyfile(BASE / path, root / path)

    assert [] == [finding for finding in findings if finding.code == "E901"]
    assert [] == [finding for finding in findings if finding.line < 1 or finding.column < 1 or not finding.hint]


@st.composite
def _mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A good file with a few pieces cut out, doubled, moved or replaced by what YAML is most sensitive to."""
    path = draw(st.sampled_from(GOOD_FILES))
    raw = (BASE / path).read_bytes()
    pieces = st.one_of(
        st.binary(max_size=4),
        st.sampled_from(
            [
                b": ",
                b"- ",
                b"\n",
                b"  ",
                b"\t",
                b'"',
                b"'",
                b"[",
                b"]",
                b"{",
                b"}",
                b"&a ",
                b"*a",
                b"!t ",
                b"|\n",
                b"# ",
                b"---\n",
                b"<<: ",
                b"null",
                b"",
                b"\xe2\x80\xae",
                b"\\u202e",
                b"id: x\n",
            ]
        ),
    )
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 40)))
        raw = raw[:start] + draw(st.one_of(pieces, st.just(raw[start:end] * 2))) + raw[end:]
    return path, raw


@st.composite
def _swapped(draw: st.DrawFn) -> tuple[str, bytes]:
    """A good file in which one line has got the value of another line, or has lost its own."""
    path = draw(st.sampled_from(GOOD_FILES))
    lines = (BASE / path).read_text(encoding="utf-8").splitlines()
    index = draw(st.integers(0, len(lines) - 1))
    value = draw(st.sampled_from(["", *(line.partition(":")[2] for line in lines)]))
    lines[index] = lines[index].partition(":")[0] + ":" + value
    return path, "\n".join(lines).encode()


_MANY = settings(max_examples=2 * settings().max_examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_MANY
@given(path=st.sampled_from(GOOD_FILES), raw=st.binary(max_size=200))
def test_random_bytes_never_raise(used_root: Path, path: str, raw: bytes) -> None:
    """Any bytes in the place of any file give findings at a place, never an exception."""
    check_with(used_root, path, raw)


@_MANY
@given(changed=st.one_of(_mutated(), _swapped()))
def test_mutated_files_never_raise(used_root: Path, changed: tuple[str, bytes]) -> None:
    """Good files with faults in them give findings at a place, never an exception."""
    check_with(used_root, *changed)
