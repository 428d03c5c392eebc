"""Loads a municipality's records on top of the shared ones, collecting every fault before anything stops."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from vejviser import file_names, placeholders, yaml_reader
from vejviser.entry import Entry, fill_in, finding_at
from vejviser.findings import MOST_NEAR, Finding, did_you_mean, suggestion
from vejviser.folders import SHARED, fault, handwritten_pages, municipalities, read_bytes, record_files, unreadable
from vejviser.layers import lay_over
from vejviser.named_ids import with_ids
from vejviser.overlay import from_shared, merged
from vejviser.record_faults import Unnamed, Written, record_faults
from vejviser.records.base import Record
from vejviser.rows import rows_of
from vejviser.shipped import named, shipped, stands_on_package
from vejviser.slug import slug


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
    # Every word of a file with faults: whether it names a record cannot be known until it is mended.
    unread: set[str] = field(default_factory=set)
    # Findings about an id that may be the name of a record.
    unnamed: list[Unnamed] = field(default_factory=list)
    # Hand-written pages of the municipality: name under `pages`, text and path.
    handwritten: list[tuple[str, str, str]] = field(default_factory=list)
    # What stands for each placeholder in the municipality.
    words: placeholders.Words = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[Entry]:
        """The entries of one kind, in order of id."""
        return sorted((entry for entry in self.entries.values() if entry.kind == kind), key=lambda entry: entry.id)


# An id as it stands in a file that cannot be read as a whole.
_IDS = re.compile(r"^[\s-]*(?:\{\s*)?id:\s*[\"']?([\w-]+)", re.MULTILINE)
_WORDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class _Target(NamedTuple):
    """Where the records of one file go, and what kind they are."""

    project: Project
    layer: dict[str, Entry]
    path: str
    model: type[Record]
    shared: bool


def load(root: Path, municipality: str) -> Project:
    """Read every file of `municipality` and the shared folder. Faults are in `findings`; nothing is raised."""
    project = Project(root, municipality, words=placeholders.words_of(root, municipality))
    for scope in (SHARED, municipality):
        _read_layer(project, scope)
    for entry in project.of_kind("meeting_type"):
        fill_in(project.entries, entry)
    better = with_ids(project.unnamed, project.entries.values())
    project.findings = [better.get(finding, finding) for finding in project.findings]
    for name, text, shown in handwritten_pages(root, municipality, project.findings):
        project.findings += placeholders.unknown_in(text, shown, project.words)
        project.handwritten.append((name, placeholders.filled(text, project.words, []), shown))
    return project


def shared_records(root: Path) -> dict[str, Entry]:
    """The records that lie under every municipality, by id; what is wrong with them is found with a municipality."""
    project = Project(root, SHARED, words=placeholders.words_of(root, SHARED))
    _read_layer(project, SHARED)
    return project.entries


def _read_layer(project: Project, scope: str, base: Path | None = None) -> None:
    """Lay the records of one scope over those that are there; the package's shared ones come first of all."""
    if scope == SHARED and base is None and stands_on_package(project.root):
        _read_layer(project, scope, shipped())
    layer: dict[str, Entry] = {}
    for path, model in record_files(project.root, scope, project.findings, base):
        _read_file(project, layer, path, model, scope)
    replaced, findings = lay_over(project.entries, layer)
    project.replaced += replaced
    project.findings += findings


def _note(project: Project, path: Path, code: str, message: str, hint: str) -> None:
    project.findings.append(fault(project.root, path, code, message, hint))


def _read_file(project: Project, layer: dict[str, Entry], path: Path, model: type[Record], scope: str) -> None:
    if not model.folder and not path.is_file():
        others = set(municipalities(project.root)) - {project.municipality}
        near = did_you_mean(project.municipality, others)
        _note(
            project,
            path,
            "E701",
            f"Kommunen `{project.municipality}` har ingen fil med sine oplysninger.",
            f"Mente du `{near}`?" if near else file_names.other_municipality(path),
        )
        return
    shown = named(project.root, path)
    target = _Target(project, layer, shown, model, scope == SHARED)
    try:
        raw = read_bytes(path)
    except OSError as error:
        project.findings.append(unreadable(project.root, path, error))
        project.broken |= {path.stem, slug(path.stem)}
        return
    document = yaml_reader.read(raw, shown)
    project.findings += document.findings
    data, marks = document.data, document.marks
    data = _filled(target, raw, data, marks)
    if data is None:
        # The records in it are there, but cannot be read: that others name them is no second fault.
        written = raw.decode(errors="replace")
        project.broken |= {path.stem, slug(path.stem), *_IDS.findall(written)}
        project.unread |= {*_WORDS.findall(written)}
        if not document.findings:
            _note(project, path, "E112", "Filen er tom.", "Skriv posten, eller slet filen.")
        return
    if not isinstance(data, dict):
        _note(
            project,
            path,
            "E112",
            "Filen skal begynde med felter, fx `title: …`.",
            "Flere poster i en fil skrives under `records:`.",
        )
        return
    if "records" in data and model.folder:
        for row, row_marks in rows_of(data, marks, shown, project.findings):
            _add(target, row, row_marks)
    else:
        name = path.stem if model.folder else scope
        if "id" not in data and slug(name) != name:
            project.findings.append(Finding(shown, 1, 1, *file_names.misnamed(path.name)))
            project.broken.add(slug(name))
            return
        if data.setdefault("id", name) not in (name, None):
            line, column = yaml_reader.place(marks, ("id",))
            project.findings.append(
                Finding(
                    shown,
                    line,
                    column,
                    "E209",
                    f"Id'et `{data['id']}` er ikke det samme som filens navn.",
                    f"Skriv `id: {name}`, slet linjen, eller kald filen `{data['id']}.yml`.",
                )
            )
        _add(target, data, marks)


def _filled(target: _Target, raw: bytes, data: Any, marks: Any) -> Any:
    """The data of a file with its placeholders filled in; those not known are findings."""
    if not placeholders.any_in(raw):
        return data
    unknown: list[placeholders.Unknown] = []
    words = placeholders.known_in(target.model.kind, target.project.words, shared=target.shared)
    data = placeholders.filled(data, words, unknown)
    target.project.findings += [finding_at(target.path, marks, item.loc, item.told, key=False) for item in unknown]
    return data


def _add(target: _Target, data: dict[str, Any], marks: Any) -> None:
    project, layer, shown, model, shared = target
    if "extends" in data and "extends" in model.model_fields:
        base = project.entries.get(str(data["extends"]))
        if base is None or base.written is None:
            project.findings.append(
                finding_at(
                    shown,
                    marks,
                    ("extends",),
                    (
                        "E527",
                        f"Der er intet fælles træ med id'et `{data['extends']}`.",
                        suggestion(str(data["extends"]), [entry.id for entry in project.of_kind("tree")])
                        or "Skriv id'et på et træ i decision_trees/faelles.",
                    ),
                    key=False,
                )
            )
            project.broken.add(str(data.get("id")))
            return
        data, marks = merged(base.written, from_shared(base.marks, base.path), data, marks)
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        near = len(project.findings) < MOST_NEAR
        found = [*record_faults(model, error, Written(data, marks, shown), project.unnamed, near=near)]
        # A file of many records that lies in the wrong folder is one fault.
        if any(item.code == "E211" for item in found) and any(
            item.code == "E211" and item.path == shown for item in project.findings
        ):
            found = [item for item in found if item.code != "E211"]
        project.findings += found
        project.broken |= {str(data.get("id")), slug(str(data.get("id")))}
        project.unread |= {*_WORDS.findall(str(data))}
        return
    written = data if "extends" in model.model_fields else None
    entry = Entry(model.kind, record.id, shown, record, marks, shared, written)
    other = layer.get(record.id)
    if other is not None:
        line, _ = yaml_reader.place(other.marks, ("id",))
        project.findings.append(
            entry.finding(
                ("id",),
                "E302",
                f"Id'et `{record.id}` bruges allerede: {other.path}:{line}.",
                "Giv den ene et andet id; et id bruges kun en gang.",
            )
        )
        return
    layer[record.id] = entry
