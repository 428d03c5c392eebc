"""Loads a municipality's records on top of the shared ones, collecting every fault before anything stops."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from vejviser import yaml_reader
from vejviser.findings import Finding, did_you_mean, suggestion
from vejviser.records import KINDS, Record
from vejviser.schema import Loc, explain

SHARED = "faelles"
CONTENT = "content"
TREES = "decision_trees"
_BY_FOLDER = {model.folder: model for model in KINDS if model.folder}
_CONTENT_FOLDERS = {folder: model for folder, model in _BY_FOLDER.items() if folder != TREES}
_MUNICIPALITY = next(model for model in KINDS if model.kind == "municipality")
_PAGES = "pages"


@dataclass(slots=True)
class Entry:
    """One record and the place in its file that it came from."""

    kind: str
    id: str
    path: str
    record: Record
    marks: Any

    def finding(self, loc: Loc, code: str, message: str, hint: str, *, key: bool = False) -> Finding:
        """A finding at a place in this record."""
        line, column = yaml_reader.place(self.marks, loc, key=key)
        return Finding(self.path, line, column, code, message, hint)


@dataclass(slots=True)
class Project:
    """The records of one municipality: its own and, below them, the shared ones."""

    root: Path
    municipality: str
    entries: dict[str, Entry] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    replaced: list[tuple[Entry, Entry]] = field(default_factory=list)
    # Ids of records with faults of their own: a reference to one is not a second fault.
    broken: set[str] = field(default_factory=set)
    # Hand-written pages of the municipality: name under `pages`, text and path.
    handwritten: list[tuple[str, str, str]] = field(default_factory=list)

    def of_kind(self, kind: str) -> list[Entry]:
        """The entries of one kind, in order of id."""
        return sorted((entry for entry in self.entries.values() if entry.kind == kind), key=lambda entry: entry.id)


def municipalities(root: Path) -> list[str]:
    """The ids of the municipalities that have a folder under `content`."""
    folders = root / CONTENT
    if not folders.is_dir():
        return []
    return sorted(item.name for item in folders.iterdir() if item.is_dir() and item.name != SHARED)


def load(root: Path, municipality: str) -> Project:
    """Read every file of `municipality` and the shared folder. Faults are in `findings`; nothing is raised."""
    project = Project(root, municipality)
    with _no_collector():
        for scope in (SHARED, municipality):
            layer: dict[str, Entry] = {}
            for path, model in _files(project, scope):
                _read_file(project, layer, path, model, scope)
            _lay_over(project, layer)
        _read_pages(project)
    return project


@contextmanager
def _no_collector() -> Iterator[None]:
    """Loading makes many objects and no cycles; the collector's passes over them take half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _files(project: Project, scope: str) -> Iterator[tuple[Path, type[Record]]]:
    """The YAML files of one scope with the kind of record each holds, in a fixed order."""
    content = project.root / CONTENT / scope
    own = content / "municipality.yml"
    if scope != SHARED:
        yield own, _MUNICIPALITY
    for folder in _entries_of(project, content):
        if folder.is_dir() and folder.name != _PAGES:
            model = _CONTENT_FOLDERS.get(folder.name)
            if model is None:
                hint = suggestion(folder.name, _CONTENT_FOLDERS, limit=20)
                _note(project, folder, "E208", f"Mappen `{folder.name}` hører ikke til nogen slags indhold.", hint)
                continue
            for path in _entries_of(project, folder):
                if path.suffix in (".yml", ".yaml"):
                    yield path, model
        elif folder.suffix in (".yml", ".yaml") and folder != own:
            _note(project, folder, "E208", f"Filen `{folder.name}` ligger ikke i en mappe for sin slags.",
                  f"Flyt den til en af mapperne {', '.join(sorted(_CONTENT_FOLDERS))}.")
    for path in _entries_of(project, project.root / TREES / scope):
        if path.suffix in (".yml", ".yaml"):
            yield path, _BY_FOLDER[TREES]


def _entries_of(project: Project, folder: Path) -> list[Path]:
    """What a folder holds, by name; links out of the folder are refused, so nothing else can be published."""
    if not folder.is_dir():
        return []
    kept = []
    for item in sorted(os.scandir(folder), key=lambda item: item.name):
        if item.is_symlink() or not (item.is_file() or item.is_dir()):
            _note(project, Path(item.path), "E108", f"`{item.name}` er en genvej til et andet sted og læses ikke.",
                  "Læg selve filen i mappen.")
        else:
            kept.append(Path(item.path))
    return kept


def _read_pages(project: Project) -> None:
    """Hand-written Markdown pages, which are published as they are."""
    for path in _entries_of(project, project.root / CONTENT / project.municipality / _PAGES):
        if path.suffix == ".md":
            shown = path.relative_to(project.root).as_posix()
            try:
                text = path.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError:
                _note(project, path, "E109", "Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses.",
                      "Gem filen igen med tegnsættet UTF-8.")
                continue
            project.handwritten.append((path.name, text, shown))


def _note(project: Project, path: Path, code: str, message: str, hint: str) -> None:
    shown = path.relative_to(project.root).as_posix()
    project.findings.append(Finding(shown, 1, 1, code, message, hint))


def _read_file(
    project: Project, layer: dict[str, Entry], path: Path, model: type[Record], scope: str
) -> None:
    if not path.is_file():
        near = did_you_mean(project.municipality, municipalities(project.root))
        _note(project, path, "E701", f"Kommunen `{project.municipality}` har ingen fil med sine oplysninger.",
              f"Mente du `{near}`?" if near else "Lav filen `municipality.yml` i kommunens mappe.")
        return
    shown = path.relative_to(project.root).as_posix()
    document = yaml_reader.read(path.read_bytes(), shown)
    project.findings += document.findings
    data, marks = document.data, document.marks
    if data is None:
        project.broken.add(path.stem)
        if not document.findings:
            _note(project, path, "E112", "Filen er tom.", "Skriv posten, eller slet filen.")
        return
    if not isinstance(data, dict):
        _note(project, path, "E112", "Filen skal begynde med felter, fx `title: …`.",
              "Flere poster i en fil skrives under `records:`.")
        return
    if "records" in data and model.folder:
        _read_several(project, layer, path, model, data, marks)
    else:
        name = path.stem if model.folder else scope
        if data.setdefault("id", name) != name:
            line, column = yaml_reader.place(marks, ("id",))
            project.findings.append(Finding(
                shown, line, column, "E209", f"Id'et `{data['id']}` er ikke det samme som filens navn.",
                f"Skriv `id: {name}`, slet linjen, eller kald filen `{data['id']}.yml`."))
        _add(project, layer, shown, model, data, marks)


def _read_several(
    project: Project, layer: dict[str, Entry], path: Path, model: type[Record], data: dict[str, Any], marks: Any
) -> None:
    """A file of several records: `records:` and, above it, the fields they have in common."""
    shown = path.relative_to(project.root).as_posix()
    for key in sorted(set(data) - {"common", "records"}):
        line, column = yaml_reader.place(marks, (key,), key=True)
        project.findings.append(Finding(
            shown, line, column, "E201", f"Feltet `{key}` findes ikke her.",
            "En fil med `records:` har kun `common:` og `records:`. Flyt feltet ned i en post eller i `common:`."))
    common, rows = data.get("common") or {}, data["records"]
    line, column = yaml_reader.place(marks, ("records",), key=True)
    if not isinstance(common, dict) or not isinstance(rows, list):
        project.findings.append(Finding(
            shown, line, column, "E203", "I `common` skal der stå felter og i `records` en liste.",
            "Skriv hver post efter `- ` under `records:`."))
        return
    common_marks = marks["common"][1] if "common" in marks and common else {}
    for index, row in enumerate(rows):
        row_marks = marks["records"][1][index + 1]
        if isinstance(row, dict):
            _add(project, layer, shown, model, {**common, **row}, {**common_marks, **row_marks})
        else:
            line, column = yaml_reader.place(row_marks, ())
            project.findings.append(Finding(
                shown, line, column, "E203", "Her skal stå en post med felter.", "Skriv `- id: …` og felterne under."))


def _add(
    project: Project, layer: dict[str, Entry], shown: str, model: type[Record], data: dict[str, Any], marks: Any
) -> None:
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            code, message, hint = explain(model, fault)
            is_key = fault["type"] == "extra_forbidden"
            loc = fault["loc"][:-1] if fault["type"] == "missing" else fault["loc"]
            line, column = yaml_reader.place(marks, loc, key=is_key)
            project.findings.append(Finding(shown, line, column, code, message, hint))
        project.broken.add(str(data.get("id")))
        return
    entry = Entry(model.kind, record.id, shown, record, marks)
    other = layer.get(record.id)
    if other is not None:
        line, _ = yaml_reader.place(other.marks, ("id",))
        project.findings.append(entry.finding(
            ("id",), "E302", f"Id'et `{record.id}` bruges allerede: {other.path}:{line}.",
            "Giv den ene et andet id; et id bruges kun en gang."))
        return
    layer[record.id] = entry


def _lay_over(project: Project, layer: dict[str, Entry]) -> None:
    """A municipality's record takes the place of the shared one with the same kind and id."""
    for entry in layer.values():
        shared = project.entries.get(entry.id)
        if shared is not None and shared.kind != entry.kind:
            project.findings.append(entry.finding(
                ("id",), "E302", f"Id'et `{entry.id}` bruges allerede til noget andet: {shared.path}.",
                "Giv den ene et andet id."))
            continue
        if shared is not None:
            project.replaced.append((shared, entry))
        project.entries[entry.id] = entry
