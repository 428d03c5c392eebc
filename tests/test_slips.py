"""The slips of `slips`: each is made in a project without faults, and the first finding must be the true one."""

import html
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from markdown import Markdown

from projects import TODAY
from vejviser.checked import check_project
from vejviser.findings import Finding
from vejviser.pages.site import Page
from vejviser.report import one_line

HERE = Path(__file__).parent
BASE = HERE / "cases" / "base"
_ESCAPE = re.compile(r"⟦U\+([0-9A-F]{4})⟧")
_ENDINGS = {"crlf": "\r\n", "cr": "\r"}
_AS_THE_SITE = ["tables", "attr_list", "md_in_html", "def_list", "meta"]
# Of all slips, how many must be answered at once by the true fault.
_LEAST = 0.95


class Answer(NamedTuple):
    """What the slip was answered with."""

    slip: dict[str, str]
    findings: list[Finding]
    shown: str

    @property
    def wanted(self) -> tuple[str, int, str]:
        """Code, line and path of the first finding that would be right."""
        code, _, rest = self.slip["finds"].partition(" ")
        line, _, path = rest.partition(" ")
        return code, int(line or 0), path or str(path_of(self.slip["file"]))

    @property
    def is_right(self) -> bool:
        """Whether the first finding is the true one, or nothing is said where nothing is wrong."""
        if self.slip["finds"] == "fine":
            return not self.findings and self.slip.get("shows", "") in self.shown
        first = next(iter(self.findings), None)
        return (
            first is not None
            and (first.code, first.line, first.path) == self.wanted
            and self.slip["says"] in f"{first.message} {first.hint}"
        )


def path_of(name: str) -> Path:
    """Where a file of the table stands: in the municipality `demo` unless it says otherwise."""
    return Path(name) if name.startswith(("content/", "decision_trees/")) else Path("content/demo") / name


def slips() -> list[dict[str, str]]:
    """Every row of every table."""
    tables = sorted((HERE / "slips").glob("*.yml"))
    return [slip for table in tables for slip in yaml.safe_load(table.read_text(encoding="utf-8"))]


def make(slip: dict[str, str], root: Path) -> None:
    """Make the slip in a project."""
    file = root / path_of(slip["file"])
    file.parent.mkdir(parents=True, exist_ok=True)
    for word in ("copy", "move"):
        if word in slip:
            (shutil.copy if word == "copy" else shutil.move)(root / path_of(slip[word]), file)
    text = slip["holds"] if "holds" in slip else file.read_text(encoding="utf-8")
    if "from" in slip:
        assert text.count(slip["from"]) >= 1, f"{slip['slip']}: the text to change is not in the file"
        text = text.replace(slip["from"], slip["to"], 1)
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text + slip.get("add", ""))
    form = slip.get("as", "utf-8")
    text = text.replace("\n", _ENDINGS.get(form, "\n"))
    file.write_bytes(text.encode("utf-8" if form in (*_ENDINGS, "locked") else form))


@pytest.fixture(name="answers", scope="module")
def _answers(tmp_path_factory: pytest.TempPathFactory) -> list[Answer]:
    with pytest.MonkeyPatch.context() as patch:
        return list(answered(tmp_path_factory.mktemp("slips"), patch))


def answered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Answer]:
    """Each slip with what `check` says of it."""
    opened = Path.open
    for number, slip in enumerate(slips()):
        root = shutil.copytree(BASE, folder / str(number))
        make(slip, root)
        locked = root / path_of(slip["file"]) if slip.get("as") == "locked" else None

        def open_(path: Path, *words: object, locked: Path | None = locked, **options: object) -> object:
            if path == locked:
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return opened(path, *words, **options)  # type: ignore[call-overload]  # whatever Path.open takes

        monkeypatch.setattr(Path, "open", open_)
        checked = check_project(root, "demo", TODAY)
        pages = checked.site().pages if "shows" in slip and not checked.has_errors else []
        stopping = [finding for finding in checked.findings if finding.stops]
        yield Answer(slip, stopping, "\n".join(map(as_read, pages)))


def as_read(page: Page) -> str:
    """A page as a browser shows it, but for its tags."""
    return html.unescape(Markdown(extensions=_AS_THE_SITE).convert(page.text))


def test_the_first_finding_is_the_true_one(answers: list[Answer]) -> None:
    """The share of slips that are answered at once, those answered wrong, and none in silence."""
    wrong = [answer for answer in answers if not answer.is_right]
    silent = [answer for answer in wrong if not answer.findings and answer.slip["finds"] != "fine"]
    share = 1 - len(wrong) / len(answers)
    print(f"\n{len(answers)} slips, {share:.1%} answered at once by the true fault, {len(silent)} in silence")
    for answer in wrong:
        first = next(iter(answer.findings), None)
        print(f"- {answer.slip['slip']}: {answer.slip['finds']} {answer.slip.get('says')}")
        print(f"    {first and one_line(first)}; of {len(answer.findings)}")

    assert [] == [answer.slip["slip"] for answer in silent]
    assert share >= _LEAST
    assert {answer.slip["slip"] for answer in wrong} == {slip["slip"] for slip in slips() if "not_yet" in slip}


def test_one_slip_is_one_finding(answers: list[Answer]) -> None:
    """What follows from a file that cannot be read is held back."""
    many = {
        answer.slip["slip"]: [f"{finding.code} {finding.path}:{finding.line}" for finding in answer.findings]
        for answer in answers
        if answer.slip["finds"].startswith(("E10", "E11")) and len(answer.findings) > 1
    }

    assert {} == many
