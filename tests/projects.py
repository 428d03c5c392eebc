"""Projects to test with: drawn as an indented tree in a string, or copied from this repository."""

import shutil
import sys
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from textwrap import dedent
from types import ModuleType

from vejviser.adapters.build import build
from vejviser.adapters.portal import join
from vejviser.adapters.publishing import opened
from vejviser.adapters.publishing.permission import for_portal, for_site
from vejviser.checked import check_project
from vejviser.folders import municipalities
from vejviser.project import shared_records

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 12, 1)
MUNICIPALITY = "ringsted"

# The smallest project without findings: one municipality, source, law and way to notify, and two trees.
BASE = """
content/
  faelles/
    sources/
      kilde.yml
        | title: Kilden
        | publisher: Byen
        | short: Kilden
        | status: active
    notifications/
      underretning.yml
        | title: Underretning
        | order: 1
        | when: [Du er bekymret.]
        | who: Dig.
        | steps: [Ring.]
        | parents: "Tal med dem, når det er trygt."
        | law: [pligten]
        | call: [laerer]
        | consent: {level: not_required, short: Nej, text: Det kræver ikke samtykke.}
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | search_terms: [et, to, tre, fire]
    law/
      pligten.yml
        | title: Pligten
        | statute: barnets lov
        | provision: § 1
        | confidence: H
        | checked: 2026-11-01
        | checked_where: her
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | summary: Pligt.
        | sources: [{document: kilde, passage: Side 1}]
    roles/
      laerer.yml
        | title: Lærer
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | search_terms: [et, to, tre, fire]
  by/
    municipality.yml
      | title: Byen Kommune
      | short: Byen
      | site_name: Vejviser for Byen
      | status: active
      | reviewed: 2026-11-21
      | review_by: 2027-05-21
      | acute:
      |   - {when: Ved livsfare, who: Alarmcentralen, phone: {label: Alarmcentralen, number: "112"}}
      |   - {when: Uden for åbningstid, who: til politiet, phone: {label: Politiet, number: "114"}}
      | website: https://www.kommunen.dk/
      | colours: {primary: "#12464f", accent: "#0f6570", accent_dark: "#8fd3dc"}
      | accessibility: {}
      | main_tree: trae
      | notify_tree: underret-trae
decision_trees/
  faelles/
    trae.yml
      | title: Hvad gør jeg?
    underret-trae.yml
      | title: Skal jeg underrette?
"""
# What every record with a page of its own must have; it stands last, so that no line moves.
TERMS = "search_terms: [et, to, tre, fire]\n"
TREE = """
version: 1
intro: Svar på spørgsmålene.
status: active
reviewed: 2026-11-21
review_by: 2027-05-21
sources: [{document: kilde, passage: Side 1}]
levels: [{id: mild, title: Følg barnet}, {id: alvor, title: Underret}]
nodes:
  - choice: fare
    ask: Er barnet i fare?
    acute: true
    options:
      - {id: ja, label: Ja, go: ring}
      - {id: nej, label: Nej, go: vent}
      - {id: tvivl, label: Jeg er i tvivl, counts_as: ja}
outcomes:
  ring: {title: Ring nu, level: alvor, force: skal, record: underretning, do: [{act: Ring, who: Dig, within: straks}]}
  vent: {title: Se tiden an, level: mild, force: kan, record: underretning, do: [{act: Vent, who: Dig, within: i dag}]}
closing: [Pligten er din egen.]
cases:
  - {name: A, story: Et barn., answers: {fare: ja}, expect: ring}
  - {name: B, story: Et andet barn., answers: {fare: nej}, expect: vent}
  - {name: C, story: Et tredje barn., answers: {fare: tvivl}, expect: ring}
"""
# The same with a checklist, and with an outcome that can be gone on from.
LONG = (
    TREE.split("nodes:", maxsplit=1)[0]
    + """nodes:
  - choice: fare
    ask: Er barnet i fare?
    acute: true
    options:
      - {id: ja, label: Ja, go: ring}
      - {id: nej, label: Nej, go: tegn}
  - checklist: tegn
    ask: Hvad ser du?
    items:
      - {id: trist, label: Er trist, level: alvor}
      - {id: alene, label: Er alene, level: mild}
    none: {label: Ingen af dem}
    go: {mild: vent, alvor: ring}
  - choice: mere
    ask: Er der mere?
    options:
      - {id: ja, label: Ja, go: igen}
      - {id: nej, label: Nej, go: vent}
outcomes:
  ring:
    title: Ring nu
    level: alvor
    force: skal
    record: underretning
    do: [{act: Ring, who: Dig, within: straks}]
    continue_at: mere
    continue_label: Find også et møde
  igen: {title: Ring igen, level: alvor, force: skal, record: underretning, do: [{act: Ring, who: Dig, within: nu}]}
  vent: {title: Se tiden an, level: mild, force: kan, record: underretning, do: [{act: Vent, who: Dig, within: i dag}]}
closing: [Pligten er din egen.]
"""
)
# A second municipality beside `by`, with its own words for a shared role and a meeting that is not shared.
SECOND = """
content/
  land/
    municipality.yml
      | title: Landet Kommune
      | short: Landet
      | site_name: Vejviser for Landet
      | status: active
      | reviewed: 2026-11-21
      | review_by: 2027-05-21
      | acute:
      |   - {when: Ved livsfare, who: Alarmcentralen, phone: {label: Alarmcentralen, number: "112"}}
      |   - {when: Uden for åbningstid, who: til politiet, phone: {label: Politiet, number: "114"}}
      | website: https://www.kommunen.dk/
      | colours: {primary: "#12464f", accent: "#0f6570", accent_dark: "#8fd3dc"}
      | accessibility: {}
      | main_tree: trae
      | notify_tree: underret-trae
    roles/
      laerer.yml
        | title: Lærer på landet
        | status: active
        | reviewed: 2026-11-20
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | search_terms: [et, to, tre, fire]
    meeting_types/
      landsmoede.yml
        | title: Landsmøde
        | step: 1
        | participants: [{who: laerer, presence: required, side: internal}]
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | search_terms: [et, to, tre, fire]
"""


def draw(tree: str, root: Path) -> Path:
    """Make the folders and files of an indented drawing under `root`; a line `| text` is one line of the file above."""
    open_folders: list[tuple[int, Path]] = [(-1, root)]
    file = root
    for line in dedent(tree).strip("\n").split("\n"):
        indent, words = len(line) - len(line.lstrip()), line.strip()
        if words.startswith("|"):
            with file.open("a", encoding="utf-8", newline="") as opened:
                opened.write(words[1:].removeprefix(" ") + "\n")
            continue
        while open_folders[-1][0] >= indent:
            open_folders.pop()
        place = open_folders[-1][1] / words.rstrip("/")
        if words.endswith("/"):
            place.mkdir(exist_ok=True)
            open_folders.append((indent, place))
        elif words:
            file = place
            file.write_text("", encoding="utf-8")
    return root


def draw_base(root: Path) -> None:
    """Draw the project of the municipality `by` that has no findings."""
    draw(BASE, root)
    for path in (root / "decision_trees/faelles").iterdir():
        path.write_text(path.read_text(encoding="utf-8") + TREE.lstrip("\n") + TERMS, encoding="utf-8")


def copy_project(to: Path) -> Path:
    """Copy everything that a site is built from."""
    to.mkdir()
    for name in ("content", "decision_trees", "site_overrides", "mkdocs.yml"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to / name)
        else:
            shutil.copy2(ROOT / name, to / name)
    return to


def publish(root: Path, municipality: str, site: Path) -> int:
    """Check and build a municipality and publish it to a folder; returns the number of pages."""
    with opened(site, for_site(municipalities(root))) as work:
        return build(check_project(root, municipality, TODAY), root, work)


def join_sites(place: Path, known: list[str], root: Path = ROOT) -> list[str]:
    """Write the pages over the sites in a folder; returns the names of those that are shown."""
    with opened(place, for_portal(known)) as work:
        there = join(work.fresh, work.held, known, shared_records(root)).there
        work.publish()
    return there


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its relative name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def tool(name: str) -> ModuleType:
    """A script of `tools/`, which is no package."""
    spec = spec_from_file_location(name, ROOT / f"tools/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    # Its dataclasses look for their module there.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
