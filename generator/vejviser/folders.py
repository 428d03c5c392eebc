"""Walks the content's folders: which files there are, what kind of record each holds, and what is refused."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from vejviser import file_names
from vejviser.decoding import MAX_BYTES, decode
from vejviser.findings import Finding, suggestion
from vejviser.records.base import Record
from vejviser.records.kinds import KINDS
from vejviser.shipped import named
from vejviser.slug import slug

SHARED = "faelles"
CONTENT = "content"
TREES = "decision_trees"
_PAGES = "pages"
_CAUSES = {
    errno.EACCES: "du har ikke ret til det",
    errno.EPERM: "du har ikke ret til det",
    errno.ENOENT: "den blev slettet imens",
    errno.EIO: "disken svarer ikke rigtigt",
}


def _models() -> dict[str, type[Record]]:
    """The kinds that have a folder under that of a municipality, by its name."""
    return {kind.model.folder: kind.model for kind in KINDS.values() if kind.model.folder not in ("", TREES)}


def municipalities(root: Path) -> list[str]:
    """The ids of the municipalities that have a folder under `content`."""
    folders = root / CONTENT
    if not folders.is_dir():
        return []
    return sorted(
        item.name
        for item in folders.iterdir()
        if item.is_dir() and not item.is_symlink() and item.name != SHARED and not is_of_a_program(item.name)
    )


def is_of_a_program(name: str) -> bool:
    """Whether a file or folder is one that editors, file managers and git keep for themselves: it is no content."""
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in ("thumbs.db", "desktop.ini")


def fault(root: Path, path: Path, code: str, message: str, hint: str) -> Finding:
    """A finding about a whole file or folder."""
    return Finding(named(root, path), 1, 1, code, message, hint)


def record_files(
    root: Path, scope: str, findings: list[Finding], base: Path | None = None
) -> Iterator[tuple[Path, type[Record]]]:
    """The YAML files of one scope with the kind of record each holds, in a fixed order.

    They lie in the project's folder `root`, or in `base` when they are the package's.
    """
    base = base or root
    content = base / CONTENT / scope
    items, models = _items(root, content, findings), _models()
    own = content / "municipality.yml"
    if scope != SHARED and not own.is_symlink():
        yield own, KINDS["municipality"].model
    for item in items:
        if item.is_dir() and item.name != _PAGES:
            model = models.get(item.name)
            if model is not None:
                yield from ((path, model) for path in _yaml_files(root, item, findings))
                continue
            findings.append(
                fault(
                    root,
                    item,
                    "E208",
                    f"Mappen `{item.name}` hører ikke til nogen slags indhold.",
                    _meant(item.name, models) or suggestion(item.name, models, limit=20),
                )
            )
        elif item.stem == own.stem and not own.exists():
            continue  # the municipality's own file under another ending, which its reading tells of
        elif item.suffix.lower() in file_names.YAML and item != own:
            findings.append(
                fault(
                    root,
                    item,
                    "E208",
                    f"Filen `{item.name}` ligger ikke i en mappe for sin slags.",
                    f"Flyt den til en af mapperne {', '.join(sorted(models))}.",
                )
            )
    yield from ((path, KINDS["tree"].model) for path in _yaml_files(root, base / TREES / scope, findings))


def _meant(name: str, models: dict[str, type[Record]]) -> str:
    """A hint for a folder that is named in Danish, or in capitals."""
    words = {slug(word): folder for folder, model in models.items() for word in (model.plural, model.name, folder)}
    folder = words.get(slug(name))
    return f"Mente du `{folder}`?" if folder else ""


def handwritten_pages(root: Path, municipality: str, findings: list[Finding]) -> Iterator[tuple[str, str, str]]:
    """Hand-written Markdown pages, which are published as they are: name, text and path."""
    for path in _items(root, root / CONTENT / municipality / _PAGES, findings):
        if path.is_dir() or path.suffix != ".md":
            findings.append(
                fault(
                    root,
                    path,
                    "E208",
                    f"`{path.name}` er ikke en side og bliver ikke udgivet.",
                    "I `pages` ligger kun filer, der ender på .md. Flyt eller slet den.",
                )
            )
            continue
        shown = named(root, path)
        try:
            raw = read_bytes(path)
        except OSError as error:
            findings.append(unreadable(root, path, error))
            continue
        text = decode(raw, shown, findings)
        if text is not None:
            yield path.name, text.replace("\r\n", "\n"), shown


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, and no more of a large one than it takes to see that it is too large."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _is_link(root: Path, path: Path) -> Finding:
    return fault(
        root, path, "E108", f"`{path.name}` er en genvej til et andet sted og læses ikke.", "Læg selve filen i mappen."
    )


def _yaml_files(root: Path, folder: Path, findings: list[Finding]) -> Iterator[Path]:
    """The YAML files of a folder; a folder inside it would be lost unseen, so it is a fault."""
    for path in _items(root, folder, findings):
        if path.is_dir():
            findings.append(
                fault(
                    root,
                    path,
                    "E208",
                    f"Mappen `{path.name}` ligger for dybt og læses ikke.",
                    f"Flyt filerne i den op i `{folder.name}`.",
                )
            )
        elif path.suffix.lower() in file_names.YAML:
            yield path
        else:
            findings.append(fault(root, path, *file_names.stray(path.name)))


def _items(root: Path, folder: Path, findings: list[Finding]) -> list[Path]:
    """What a folder holds, by name; links to other places are refused, so nothing else can be published."""
    if folder.is_symlink():
        findings.append(_is_link(root, folder))
    if folder.is_symlink() or not folder.is_dir():
        return []
    try:
        items = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        findings.append(unreadable(root, folder, error))
        return []
    kept = []
    for item in items:
        if is_of_a_program(item.name):
            continue
        if item.is_symlink() or not (item.is_file() or item.is_dir()):
            findings.append(_is_link(root, Path(item.path)))
        elif _is_broken(item.name):
            findings.append(_is_misnamed(root, folder, item.name))
        else:
            kept.append(Path(item.path))
    return kept


def _is_broken(name: str) -> bool:
    """Whether the bytes of a name are not UTF-8, so that no address can be made of it."""
    return any("\ud800" <= letter <= "\udfff" for letter in name)


def _is_misnamed(root: Path, folder: Path, name: str) -> Finding:
    shown = os.fsencode(name).decode(errors="replace")
    return fault(
        root,
        folder / shown,
        "E114",
        f"Navnet `{shown}` er skrevet med et gammelt tegnsæt, så filen kan ikke læses.",
        "Giv filen et navn med små bogstaver, tal og bindestreg.",
    )


def unreadable(root: Path, path: Path, error: OSError) -> Finding:
    """A finding about a file or folder that the system does not let us read."""
    return fault(
        root,
        path,
        "E114",
        f"`{path.name}` kan ikke læses: {_CAUSES.get(error.errno or 0, 'systemet siger nej')}.",
        "Ret rettighederne, eller læg filen der igen.",
    )
