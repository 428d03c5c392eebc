"""The explanations are tests: each wrong example gives findings of its own code only, each right one gives none."""

import errno
import os
import re
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from projects import TODAY
from vejviser import checks, cli, explain
from vejviser.checked import check_project
from vejviser.findings import Finding

CASES = Path(__file__).parent / "cases"
SOURCE = Path(explain.__file__).parent
HEADINGS = ["Hvad er galt", "Hvorfor betyder det noget", "Forkert", "Rigtigt"]
EXPECTED = yaml.safe_load((CASES / "expected.yml").read_text(encoding="utf-8"))
# Situations that no YAML block can show: their wrong example is in words, and each has a test of its own below.
IN_WORDS = ("E106", "E108", "E109", "E114", "E524", "E701", "E901")
_FENCE = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(r"⟦U\+([0-9A-F]{4})⟧")
_TOP_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


def sections(code: str) -> dict[str, str]:
    """Each `##` section of an explanation by its heading."""
    return dict(part.split("\n", 1) for part in explain.explanation(code).split("\n## ")[1:])


def lay(markdown: str, root: Path) -> None:
    """Write the blocks of a section into a project.

    A block takes the whole place of a file, or, when the file is in the base project, of the same fields in it.
    The block comes first, so the lines the reader sees are the lines of the file.
    """
    for path, block in _FENCE.findall(markdown):
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), block)
        file = root / path
        if file.exists():
            kept = re.split(r"(?m)^(?=[a-z_]+:)", file.read_text(encoding="utf-8"))
            text += "".join(part for part in kept if part.split(":")[0] not in _TOP_KEY.findall(text))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def places(findings: list[Finding]) -> list[str]:
    return [f"{finding.code} {finding.path}:{finding.line}:{finding.column}" for finding in findings]


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return shutil.copytree(CASES / "base", tmp_path / "project")


def found(root: Path) -> list[str]:
    return places(check_project(root, "demo", TODAY).findings)


def test_the_base_project_is_clean(root: Path) -> None:
    """The project that examples are laid over has no finding, not even a note."""
    assert [] == found(root)


@pytest.mark.parametrize("code", sorted(set(explain.codes()) - set(IN_WORDS)))
def test_example(code: str, root: Path) -> None:
    """The wrong example gives its own code at the expected places and nothing else."""
    lay(sections(code)["Forkert"], root)

    assert [f"{code} {place}" for place in EXPECTED[code]] == found(root)


@pytest.mark.parametrize("code", explain.codes())
def test_mended_example(code: str, root: Path) -> None:
    """The right example has a block, and gives no finding at all."""
    right = sections(code)["Rigtigt"]
    lay(right, root)

    assert _FENCE.search(right)
    assert [] == found(root)


@pytest.mark.parametrize("code", explain.codes())
def test_form(code: str) -> None:
    """Every explanation has the same headings, in the same order, and words under each of the first two."""
    lines = explain.explanation(code).splitlines()

    assert lines[0].startswith(f"# {code} ")
    assert list(sections(code)) == HEADINGS
    assert all(len(sections(code)[heading].split()) >= 5 for heading in HEADINGS[:2])


def test_every_code_is_explained() -> None:
    """The codes that the source can report and the codes that are explained are the same."""
    used: set[str] = set()
    for file in SOURCE.rglob("*.py"):
        used.update(re.findall(r'"([EWN]\d{3})"', file.read_text(encoding="utf-8")))

    assert sorted(used) == explain.codes()


def test_no_two_codes_share_a_number() -> None:
    """E304 and W304 would be taken for one rule."""
    numbers = [code[1:] for code in explain.codes()]

    assert sorted(set(numbers)) == sorted(numbers)


def test_every_expectation_belongs_to_an_example() -> None:
    """The file of expectations names each code that has an example, and no other."""
    assert sorted(set(explain.codes()) - set(IN_WORDS)) == sorted(EXPECTED)
    assert all(EXPECTED.values())


class TestInWords:
    """The codes that no YAML block can show."""

    def test_file_too_big(self, root: Path) -> None:
        """E106: a file of more than a million bytes is not read."""
        (root / "content/demo/terms/stor.yml").write_bytes(b"#" * 1_000_001)

        assert ["E106 content/demo/terms/stor.yml:1:1"] == found(root)

    def test_symbolic_link(self, root: Path) -> None:
        """E108: a link to a file elsewhere is not followed."""
        (root / "content/demo/terms/genvej.yml").symlink_to(root / "content/demo/terms/ord-pligt.yml")

        assert ["E108 content/demo/terms/genvej.yml:1:1"] == found(root)

    def test_not_utf_8(self, root: Path) -> None:
        """E109: a file in an older character set is refused at the first letter that cannot be read."""
        (root / "content/demo/terms/gammel.yml").write_bytes("title: Gammel\nmeaning: Et møde.\n".encode("latin-1"))

        assert ["E109 content/demo/terms/gammel.yml:2:14"] == found(root)

    def test_unreadable(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """E114: a file that the system does not let us read, or whose name is broken, is told of and passed by."""
        closed = root / "content/demo/terms/ord-lukket.yml"
        closed.write_text("title: Lukket\n", encoding="utf-8")
        (root / "content/demo/pages").mkdir(exist_ok=True)
        (root / os.fsdecode(b"content/demo/pages/m\xf8de.md")).write_text("# X\n", encoding="utf-8")
        opened = Path.open

        def refuse(path: Path, *words: Any, **options: Any) -> Any:
            if path == closed:
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return opened(path, *words, **options)

        monkeypatch.setattr(Path, "open", refuse)

        assert ["E114 content/demo/pages/m\ufffdde.md:1:1", "E114 content/demo/terms/ord-lukket.yml:1:1"] == found(root)

    def test_too_many_paths(self, root: Path) -> None:
        """E524: a tree that nobody can try every way through is refused, and nothing else is said of it."""
        file = root / "decision_trees/demo/jeg-er-bekymret.yml"
        tree = yaml.safe_load(file.read_text(encoding="utf-8"))
        options = [{"id": "ja", "label": "Ja"}, {"id": "nej", "label": "Nej"}]
        ask: dict[str, Any] = {"ask": "Er det sådan?", "options": options}
        chain = [{**deepcopy(ask), "choice": f"q{number}"} for number in range(18)]
        for node, after in zip(chain, [*(node["choice"] for node in chain[1:]), "trives"], strict=True):
            for option in node["options"]:
                option["go"] = after
        tree["nodes"][0]["options"][1]["go"] = "q0"
        tree["nodes"][1:1] = chain
        file.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")

        assert ["E524 decision_trees/demo/jeg-er-bekymret.yml:10:1"] == found(root)

    def test_no_municipality_file(self, root: Path) -> None:
        """E701: a municipality without its own file is refused."""
        (root / "content/demo/municipality.yml").unlink()

        assert ["E701 content/demo/municipality.yml:1:1"] == found(root)

    def test_broken_check(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """E901: a check that breaks is named, and hides nothing that another check finds."""

        def broken(*_: object) -> list[Finding]:
            msg = "ups"
            raise ValueError(msg)

        monkeypatch.setattr(checks, "CHECKS", (broken, *checks.CHECKS))
        lay(sections("E401")["Forkert"], root)

        assert [f"E401 {place}" for place in EXPECTED["E401"]] + ["E901 vejviser:1:1"] == found(root)


class TestCommand:
    """`vejviser explain`."""

    @pytest.mark.parametrize("code", explain.codes())
    def test_prints_the_explanation(self, code: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A code, also in small letters, prints its explanation as it is."""
        assert cli.main(["explain", code.lower()]) == 0
        assert capsys.readouterr().out == explain.explanation(code)

    def test_unknown_code(self, capsys: pytest.CaptureFixture[str]) -> None:
        """An unknown code is wrong use, and the nearest known code is offered."""
        assert cli.main(["explain", "E3011"]) == 2
        assert "Mente du `E301`?" in capsys.readouterr().err

    def test_lists_all(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Without a code every code is listed with its headline."""
        assert cli.main(["explain"]) == 0
        said = capsys.readouterr().out.splitlines()
        assert [f"{code}  {explain.headline(code)}" for code in explain.codes()] == said[:-2]
