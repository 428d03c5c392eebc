"""Nothing that an editor fills in is silent: its words stand on a page, in the data and, where said, in the search."""

import json
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from filled import Full, Leaf, full_records, project_of
from projects import TODAY
from vejviser.links import collect
from vejviser.pages import danish, make_site
from vejviser.pages.address import address, relative
from vejviser.pages.book import Book
from vejviser.pages.site import Site
from vejviser.project import Project
from vejviser.records.kinds import KINDS, has_own_page, placed
from vejviser.search.index import index

FULL, OTHERS = full_records()
# Those that share a page with many, or are a line there.
_TOGETHER = {kind for kind in placed() if not has_own_page(kind)}
# What no page says, with the kinds that it holds for and why.
SILENT: list[tuple[set[str], set[str], str]] = [
    (set(KINDS), {"internal_note"}, "the note to the editor is never published"),
    (set(KINDS), {"moved_from"}, "the page at the old address says where it is now"),
    ({"thesaurus"}, set(KINDS["thesaurus"].model.model_fields), "words for the search, which have no page"),
    (_TOGETHER, {"sources.document", "sources.passage"}, "a source for each of many would hide the text: in the data"),
    (_TOGETHER, {"audience", "owner", "ages.note"}, "for whom and whose the page is, is said of pages, not of lines"),
    (_TOGETHER - {"sign"}, {"search_terms", "concerns"}, "words for the search alone"),
    ({"tree", "age_group", "budget", "role"}, {"concerns"}, "they answer no concern: words for the search alone"),
    ({"sign"}, {"search_terms", "law", "related"}, "a sign is one line, and its age group's page leads on"),
    ({"sign"}, {"age_groups", "level"}, "they say where on which pages the sign stands"),
    ({"municipality"}, {"summary", "law", "related"}, "the front page has only numbers and ways in"),
    ({"municipality"}, {"acute.phone.label"}, "`who` says it"),
    ({"municipality"}, {"short"}, "the name over many municipalities"),
    ({"municipality"}, {"reception"}, "the name that texts say for `{modtagelsen}`"),
    (
        {"level", "sign", "source", "municipality"},
        {"reviewed", "review_by"},
        "reviewed with what they stand with",
    ),
]
# The search does not read the foot of a page, nor whose it is.
_NOT_SOUGHT = {
    "internal_note",
    "moved_from",
    "legal_reading.by",
    "sources.passage",
    "ages.note",
    "owner",
    "site_url",
    "short",
}


def _never(kind: str) -> set[str]:
    """The fields of a kind that no page says."""
    return {name for kinds, names, _ in SILENT if kind in kinds for name in names}


@pytest.fixture(name="project", scope="module")
def _project() -> Project:
    return project_of(FULL, OTHERS)


@pytest.fixture(name="site", scope="module")
def _site(project: Project) -> Site:
    return make_site(project, collect(project), TODAY)


@pytest.fixture(name="text", scope="module")
def _text(site: Site) -> dict[str, str]:
    return _everything(site)


def _everything(site: Site) -> dict[str, str]:
    """Every page by its address; what the theme and the style sheet say stands beside them."""
    around = json.dumps([site.extra, site.url], ensure_ascii=False) + "".join(
        file.text for file in site.files if file.uri.endswith(".css")
    )
    return {page.uri: page.text for page in site.pages} | {"": around}


def _is_shown(leaf: Leaf, here: str, text: dict[str, str], project: Project) -> bool:
    if leaf.names:
        page, anchor = address(project.entries[leaf.value])
        return f"]({relative(f'{page}#{anchor}' if anchor else page, here)})" in text[here]
    words = str(leaf.value)
    if words.startswith("20"):
        words = danish.day(date.fromisoformat(words))
    return any(words.lower() in page.lower() for page in text.values())


@pytest.mark.parametrize("full", FULL, ids=lambda full: full.kind)
class TestFilled:
    """A record of every kind with every field filled."""

    def test_pages(self, full: Full, text: dict[str, str], project: Project) -> None:
        """Every text, date and reference stands on a page, but for the exceptions, and those are exceptions."""
        place = KINDS[full.kind].place
        here = address(project.entries[full.data["id"]])[0] if place else "index.md"
        lost = {leaf.field for leaf in full.leaves if not leaf.others and not _is_shown(leaf, here, text, project)}

        assert [] == sorted(name for name in lost if not {name, name.split(".")[0]} & _never(full.kind))

    def test_data(self, full: Full, site: Site) -> None:
        """Every text is in the data of a kind that is published, but for the note to the editor and a tree's cases."""
        data = next(file.text for file in site.files if file.uri == "data/vejviser.json")
        lost = {leaf.field for leaf in full.leaves if not leaf.others and str(leaf.value) not in data}
        kept = {"internal_note", "moved_from", "cases.name", "cases.story"}

        assert lost <= (kept if KINDS[full.kind].place else {leaf.field for leaf in full.leaves})

    def test_doubts(self, full: Full, text: dict[str, str]) -> None:
        """A doubt stands where the record stands and among all that must be settled; or the field says otherwise."""
        info = KINDS[full.kind].model.model_fields["doubts"]
        doubt = full.data["doubts"][0]
        pages = [uri for uri, page in text.items() if doubt in page]

        if KINDS[full.kind].place is None:
            assert "vejviser check" in (info.description or "")
            assert [] == pages
        else:
            assert "Vises på siden" in (info.description or "")
            assert "kilder.md" in pages
            assert full.kind == "source" or len(pages) > 1

    def test_search(self, full: Full, site: Site, project: Project) -> None:
        """Every name for a record that can be found leads to it, and every word of its page's text is known."""
        kind = KINDS[full.kind]
        if kind.search is None:
            return
        found = index(site.pages, Book(project, collect(project), TODAY))
        said = json.dumps(found, ensure_ascii=False).lower()
        names = [*full.data["search_terms"], *full.data["concerns"]]

        assert [] == [name for name in names if name not in said]
        lost = {leaf.field for leaf in full.leaves if str(leaf.value).startswith("qx") and str(leaf.value) not in said}
        assert lost <= _NOT_SOUGHT | _never(full.kind) | _ASIDE.get(full.kind, set())


# What stands folded away, in a script, in a list of uses or only in a heading is no text to be found.
_ASIDE = {
    "sign": {"area", "basis"},
    "level": {"colour_word"},
    "model": {"groups.parts.id"},
    "method": {"groups.parts.id"},
    # The front page is found by the name of the site.
    "municipality": {"title"},
    "tree": {
        "nodes.options.why",
        "nodes.none.why",
        "nodes.none.label",
        "must.name",
        "cases.name",
        "cases.story",
        "doubts",
    },
}


def test_exceptions_are_needed(text: dict[str, str], project: Project) -> None:
    """No field is excepted that is shown after all, for every one of its kinds."""
    shown = {
        (full.kind, leaf.field)
        for full in FULL
        if KINDS[full.kind].place
        for leaf in full.leaves
        if not leaf.others and _is_shown(leaf, address(project.entries[full.data["id"]])[0], text, project)
    }

    assert [] == [
        (sorted(names), why)
        for kinds, names, why in SILENT
        for name in sorted(names)
        if all((kind, name) in shown for kind in kinds)
    ]


def _choices() -> list[tuple[Full, Leaf]]:
    """The numbers, choices and yes-or-noes of each kind's own fields."""
    common = set(KINDS["source"].model.__mro__[1].model_fields)
    inherited = {"measure": set(KINDS["offer"].model.model_fields), "method": set(KINDS["model"].model.model_fields)}
    return [
        (full, leaf)
        for full in FULL
        if KINDS[full.kind].place
        for leaf in full.leaves
        if leaf.others and leaf.path[0] not in common | inherited.get(full.kind, set())
    ]


# What only decides something, with why no page changes with it here.
_UNSEEN = {
    "consent.level": "`short` and `text` say it in words",
    "version": "for the script and the history",
    "language": "there is one",
    "safety": "says what a municipality's own copy must not lose",
}


@pytest.mark.parametrize(("full", "leaf"), _choices(), ids=lambda one: getattr(one, "kind", getattr(one, "field", "")))
def test_choice_is_seen(full: Full, leaf: Leaf, text: dict[str, str]) -> None:
    """Another number or choice makes another page."""
    data: Any = (other := deepcopy(full)).data
    for step in leaf.path[:-1]:
        data = data[step]
    data[leaf.path[-1]] = leaf.others[-1]
    project = project_of([other if one is full else one for one in FULL], OTHERS)
    site = make_site(project, collect(project), TODAY)

    assert (_everything(site) != text) != (leaf.field in _UNSEEN)


def test_tree_is_full() -> None:
    """The tree that is written by hand fills every field of a tree and of its parts, but for the conditions."""
    tree = next(full for full in FULL if full.kind == "tree").data
    assert set(KINDS["tree"].model.model_fields) == set(tree)
    written = json.dumps(tree)
    parts = ("nodes", "outcomes", "must", "cases", "levels")
    for part in parts:
        model = KINDS["tree"].model.model_fields[part].annotation
        inner = next(kind for kind in _models(model))
        names = {info.alias or name for name, info in inner.model_fields.items()}
        assert [] == [name for name in sorted(names) if f'"{name}":' not in written], part


def _models(annotation: Any) -> list[Any]:
    inner = getattr(annotation, "__args__", ())
    return [annotation] if hasattr(annotation, "model_fields") else [found for one in inner for found in _models(one)]
