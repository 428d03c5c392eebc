"""Makes the pages over many municipalities: each from the digests and the shared records, the same bytes every time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from vejviser.pages import danish
from vejviser.pages.book import Book
from vejviser.pages.facets import PLACE, Scales, Tally, as_script
from vejviser.pages.law import by_statute
from vejviser.pages.policy import POLICY
from vejviser.pages.portal.collect import Collected, spelt
from vejviser.pages.portal.digest import Digest, Line, Link, offered
from vejviser.pages.portal.prose import as_html
from vejviser.pages.portal.questions import questions
from vejviser.pages.rendering import html
from vejviser.records.kinds import KINDS, has_own_page, shown_on
from vejviser.records.law import Law
from vejviser.records.term import Term

_FRONT, _CALLS, _PHONES, _LIMITS, _OFFERS, _SYSTEMS, _LAW, _WORDS, _INDEX = (
    "",
    "hvem-indkalder/",
    "hvem-ringer-jeg-til/",
    "frister/",
    "tilbud/",
    "systemer/",
    "lov/",
    "ordbog/",
    "a-aa/",
)
_QUESTIONS = {
    _CALLS: "Hvem indkalder, når flere fagligheder skal med?",
    _PHONES: "Hvem ringer jeg til?",
    _LIMITS: "Hvad er fristen?",
    _OFFERS: "Hvilke tilbud findes?",
    _SYSTEMS: "Hvilke modeller og metoder har kommunerne?",
}
_MENU = {
    _FRONT: "Vælg kommune",
    _CALLS: "Hvem indkalder",
    _PHONES: "Hvem ringer jeg til",
    _LIMITS: "Frister",
    _OFFERS: "Tilbud",
    _SYSTEMS: "Modeller og metoder",
    _LAW: "Fælles lov",
    _WORDS: "Fælles ordbog",
    _INDEX: "A-Å",
}
_LOST = "404.html"
# It stands in the foot of every page, as on a municipality's own.
_ACCESS = "tilgaengelighed/"
# Folders beside those of the municipalities; none of them may have such a name.
FOLDERS = frozenset({*(uri.rstrip("/") for uri in (*_MENU, _ACCESS) if uri), "assets", "search"})
# More municipalities than this are listed by their first letter.
_FEW = 12


@dataclass(frozen=True, slots=True)
class PortalPage:
    """A page in pieces, in order: the catalogue over all municipalities is long."""

    uri: str
    pieces: Iterator[str]


def files(collected: Collected, read: Callable[[str], Book], version: str = "") -> Iterator[PortalPage]:
    """Every page, one at a time; `read` gives the records of a municipality again, for what is not kept of them.

    `version` is that of the style and scripts beside the pages, which stands in their addresses.
    """
    sites = collected.sites
    told: dict[str, Any] = {
        "version": f"?{version}" if version else "",
        "sites": sites,
        "acute": common_lines(sites),
        "questions": _QUESTIONS,
        "policy": POLICY,
    }
    told["is_draft"] = not all(site.published for site in sites)
    page = partial(_page, told)
    offers = _offers(sites, collected.tally)
    yield page(_FRONT, "Vælg din kommune", few=len(sites) <= _FEW, letters=_by_letter(sites), asked=offers["asked"])
    yield page(_CALLS, _QUESTIONS[_CALLS])
    yield page(_PHONES, _QUESTIONS[_PHONES])
    yield page(_LIMITS, _QUESTIONS[_LIMITS], **_limits(sites), there={law.id for law in collected.shared("law")})
    yield page(_OFFERS, _QUESTIONS[_OFFERS], **offers, rows=lambda site: offered(read(site.id)))
    kinds = {kind: KINDS[kind] for kind in shown_on(_SYSTEMS)}
    yield page(_SYSTEMS, _QUESTIONS[_SYSTEMS], by_system=_by_system(sites), kinds=kinds)
    yield page(_LAW, "Fælles lov", **_law(collected))
    yield page(_WORDS, "Fælles ordbog", **_terms(collected))
    yield page(_INDEX, "A-Å", letters=_index(collected))
    yield page(_ACCESS, "Tilgængelighed")
    # Shown at whatever address is not there, so its links begin at the root of the server.
    lost = html("portal_404", uri=_LOST, title="Siden findes ikke", root="/", menu=_MENU, **told)
    yield PortalPage(_LOST, lost)


def _page(told: dict[str, Any], uri: str, title: str, **values: Any) -> PortalPage:
    template = f"portal_{uri.rstrip('/').replace('-', '_') or 'front'}"
    root = "../" if uri else ""
    return PortalPage(f"{uri}index.html", html(template, uri=uri, title=title, root=root, menu=_MENU, **told, **values))


def common_lines(sites: list[Digest]) -> list[Line]:
    """The acute lines that several municipalities all have; their own come beside them."""
    if len(sites) < 2:
        return []
    return [line for line in sites[0].acute if line.number and all(line in site.acute for site in sites)]


def _by_letter(sites: list[Digest]) -> dict[str, list[Digest]]:
    letters: dict[str, list[Digest]] = {}
    for site in sites:
        letters.setdefault(danish.letter(spelt(site.title)), []).append(site)
    return letters


def _limits(sites: list[Digest]) -> dict[str, Any]:
    """The deadlines from the shared content that hold in all, and what each municipality has beside them."""
    rules = [{item.rule for item in site.deadlines if item.is_shared} for site in sites]
    everywhere = set.intersection(*rules)
    common = [item for item in sites[0].deadlines if item.rule in everywhere]
    return {
        "common": sorted(common, key=lambda item: not item.by_law),
        "own": {site.id: [item for item in site.deadlines if item.rule not in everywhere] for site in sites},
    }


def _offers(sites: list[Digest], tally: Tally) -> dict[str, Any]:
    bands: dict[str, str] = {}
    levels: dict[str, list[str]] = {PLACE: [site.short for site in sites]}
    for site in sites:
        bands = site.scales.bands | bands
        for name, words in site.scales.orders.items():
            levels[name] = list(dict.fromkeys([*levels.get(name, []), *words]))
    found = tally.facets(Scales(bands, levels))
    return {"facets": as_script(found, "tilbud og indsatser"), "asked": questions(found, tally)}


def _by_system(sites: list[Digest]) -> list[tuple[str, list[Link]]]:
    """Every model, method and tree by its name, with the municipalities that have it."""
    found: dict[str, list[Link]] = {}
    for site in sites:
        for kind in filter(has_own_page, shown_on(_SYSTEMS)):
            for link in site.systems[kind]:
                found.setdefault(link.words, []).append(Link(site.short, link.url))
    return sorted(found.items(), key=lambda item: danish.sort_key(item[0]))


def _resolver(collected: Collected) -> Callable[[str], str | None]:
    places = {
        item.id: f"../{uri}#{item.id}"
        for kind, uri in (("law", _LAW), ("term", _WORDS))
        for item in collected.shared(kind)
    }
    return places.get


def _law(collected: Collected) -> dict[str, Any]:
    laws = [law for law in collected.shared("law") if isinstance(law, Law)]
    return {
        "statutes": by_statute(laws),
        "text": partial(as_html, resolve=_resolver(collected)),
        "checked_where": sorted({law.checked_where for law in laws if law.checked_where}),
        "day": danish.day,
    }


def _terms(collected: Collected) -> dict[str, Any]:
    terms = [term for term in collected.shared("term") if isinstance(term, Term)]
    letters: dict[str, list[Term]] = {}
    for term in terms:
        letters.setdefault(danish.letter(term.title), []).append(term)
    return {"letters": letters, "text": partial(as_html, resolve=_resolver(collected))}


def _index(collected: Collected) -> dict[str, list[Link]]:
    """Municipalities, questions, and the shared law and words from A to Å."""
    rows = [Link(site.title, f"{site.id}/") for site in collected.sites]
    rows += [Link(words.rstrip("?"), uri) for uri, words in _QUESTIONS.items()]
    rows += [Link(f"{law.title} (lov)", f"{_LAW}#{law.id}") for law in collected.shared("law")]
    for term in collected.shared("term"):
        assert isinstance(term, Term)
        names = [term.title, *filter(None, [term.abbreviation]), *term.synonyms, *term.everyday]
        rows += [Link(name[0].upper() + name[1:], f"{_WORDS}#{term.id}") for name in names]
    rows = sorted(set(rows), key=lambda row: (danish.sort_key(spelt(row.words)), row.url))
    letters: dict[str, list[Link]] = {}
    for row in rows:
        letters.setdefault(danish.letter(spelt(row.words)), []).append(row)
    return letters
