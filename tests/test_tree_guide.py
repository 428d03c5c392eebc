"""The guide to decision trees is true: what it shows is written down and run, and the program says what it prints."""

import builtins
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from projects import ROOT, TODAY
from random_trees import language
from vejviser import cli, explain
from vejviser.records.base import Part
from vejviser.records.condition import Condition
from vejviser.records.question import Item, NoneOf, Option, Raise, Rule, SignPick
from vejviser.records.question import Node as Question
from vejviser.records.tree import Action, Case, Must, Outcome, Tree, TreeLevel
from vejviser.schema import fields_of

GUIDE = ROOT / "docs/beslutningstrae.md"
TEXT = GUIDE.read_text(encoding="utf-8")
ON_THAT_DAY = ["--today", TODAY.isoformat()]
# What the page writes for lines that it leaves out.
CUT = "…\n"
_BLOCK = re.compile(r"^```(?:yaml (?P<path>\S+)|text)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"- \{?(?:choice|checklist|id|name): *([^,}]+)|([a-z_-]+):")


@dataclass
class Editor:
    """Somebody who does what the page says in a project of their own, and saves in git what has no faults."""

    root: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def write(self, path: str, block: str) -> None:
        """Put a block into a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(put(file.read_text(encoding="utf-8") if file.exists() else "", block), encoding="utf-8")

    def run(self, shown: str) -> str:
        """Type the command of a block and what it answers when asked; what then stands in the terminal."""
        command = shown.split("\n", 1)[0]
        typed = iter(re.findall(r"^(?:Svar.*?: |.*\(j/n\) )(.*)$", shown, re.MULTILINE))

        def asked(words: str) -> str:
            answer: str = next(typed)
            sys.stdout.write(f"{words}{answer}\n")
            return answer

        self.monkeypatch.setattr(builtins, "input", asked)
        words = command.removeprefix("$ vejviser ").split()
        cli.main(words + (ON_THAT_DAY if words[0] == "check" else []))
        said = "".join(self.capsys.readouterr())
        if said == "Ingen fejl.\n":
            self.save()
        return f"{command}\n{said}"

    def save(self) -> None:
        """Save everything in git."""
        mine = ["-c", "user.name=Redaktør", "-c", "user.email=redaktoer@example.org"]
        for words in (["init", "-q"], ["add", "."], [*mine, "commit", "-q", "--allow-empty", "-m", "Gemt"]):
            subprocess.run(["git", *words], cwd=self.root, check=True)


def put(text: str, block: str, indent: int = 0) -> str:
    """A text with a block put in: each piece takes the place of the one of its name, inside it only what is shown."""
    new, old = pieces(block, indent), pieces(text, indent)
    if None in new:
        return block
    for name, piece in new.items():
        (head, inner), (_, old_inner) = piece, old.get(name, ("", ""))
        old[name] = (head, put(old_inner, inner, indent + 2) if inner and old_inner else inner)
    return "".join(head + inner for head, inner in old.values())


def pieces(text: str, indent: int) -> dict[str | None, tuple[str, str]]:
    """The fields or the parts of a list at an indent by their names: the first line of each, and what is under it."""
    found = {}
    for piece in re.split(rf"^(?= {{{indent}}}[^ ])", text, flags=re.MULTILINE):
        head, line, inner = piece.partition("\n")
        if head:
            name = _NAME.match(head.strip())
            found[(name[1] or name[2]) if name else None] = (head + line, inner)
    return found


def same(shown: str, real: str) -> str:
    """What the page shows when the program said just that, lines left out apart; otherwise what the program said."""
    pattern = ".*?".join(re.escape(piece) for piece in shown.split(CUT))
    return shown if re.fullmatch(pattern, real, re.DOTALL) else real


@pytest.fixture(name="editor")
def _editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Editor:
    root = shutil.copytree(ROOT / "tests/cases/base", tmp_path / "projekt")
    monkeypatch.chdir(root)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "ingen"))
    return Editor(root, monkeypatch, capsys)


def follow(editor: Editor) -> Iterator[tuple[str, str]]:
    """Do every block in turn; what the page shows and what there is."""
    for match in _BLOCK.finditer(TEXT):
        path, body = match["path"], match["body"]
        if path is None:
            yield body, same(body, editor.run(body))
        elif (quoted := ROOT / path).is_file():
            real = quoted.read_text(encoding="utf-8")
            yield body, body if body in real else real
        else:
            editor.write(path, body)


def test_the_page_is_true(editor: Editor) -> None:
    """Every command on the page prints what the page says, and what it quotes from this project stands there."""
    shown, real = zip(*follow(editor), strict=True)

    assert shown == real


def test_the_tree_at_the_end_is_clean(editor: Editor) -> None:
    """Who has followed the whole page has a project without findings, notes included."""
    list(follow(editor))

    assert "$ vejviser check --notes\nIngen fejl.\n" == editor.run("$ vejviser check --notes\n")


@pytest.mark.parametrize("condition", re.findall(r"^\| `(\{.*?\})` \|", TEXT, re.MULTILINE))
def test_condition(condition: str) -> None:
    """Each condition in the table of conditions is one that the program reads."""
    read = yaml.safe_load(condition)

    assert read == Condition.model_validate(read).model_dump(by_alias=True, exclude_unset=True)


@pytest.mark.parametrize(
    "model",
    [
        *(Question, Option, Item, NoneOf, SignPick, Raise, Rule, TreeLevel, Outcome, Action, Case, Must, Condition),
        *(clause for clause in language().values() if issubclass(clause, Part)),
    ],
)
def test_every_field_is_told(model: type[BaseModel]) -> None:
    """The page shows every field that a part of a tree can have."""
    assert [] == [key for key in fields_of(model) if not re.search(rf"[`{{ ]{key}[`:]", TEXT)]


def test_the_fields_of_a_tree_are_told() -> None:
    """The page shows every field that only a tree has."""
    own = set(Tree.__annotations__) & set(fields_of(Tree))

    assert [] == sorted(key for key in own if not re.search(rf"(?:^|`){key}[`:]", TEXT, re.MULTILINE))


def test_every_code_is_explained() -> None:
    """Each code that the page names can be asked about."""
    assert [] == sorted(set(re.findall(r"\b[EWN]\d{3}\b", TEXT)) - set(explain.codes()))


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+\.(?:md|png))\)", TEXT))
def test_link(link: str) -> None:
    """Each picture and page that the guide leads to is there, and no picture is heavy."""
    target = GUIDE.parent / link

    assert target.is_file()
    assert target.suffix != ".png" or target.stat().st_size < 120_000
