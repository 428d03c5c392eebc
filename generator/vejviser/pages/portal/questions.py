"""Ready questions to the catalogue over all municipalities: what people often ask, as choices in its address."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from vejviser.pages.facets import AGE, Facet, Mark, Tally

# Words as the catalogue is asked, with the values of its facets; ages are years. A value that is not there is left out.
_ASKED: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
    ("til 13-17-årige med angst", {AGE: ("13-17",), "bekymring": ("angst",)}),
    ("til små børn på 0-5 år", {AGE: ("0-5",)}),
    (
        "til børn, der ikke vil eller kan komme i skole",
        {"bekymring": ("skolevaegring", "fravaer", "skolefravaer", "ondt-i-maven")},
    ),
    ("mod ensomhed og lavt selvværd", {"bekymring": ("ensomhed", "lavt-selvvaerd")}),
    (
        "ved hash, alkohol og misbrug",
        {"bekymring": ("hash", "alkohol", "rusmidler", "misbrug", "misbrug-i-familien", "alkohol-og-fester")},
    ),
    ("mod kriminalitet", {"bekymring": ("kriminalitet", "daarligt-selskab", "uro-i-lokalomraadet")}),
    ("som familien selv kan gå til", {"henviser": ("man-kommer-selv",)}),
    ("uden at familien har en sag", {"sag": ("nej",)}),
)


@dataclass(frozen=True, slots=True)
class Question:
    """Words, the choices as an address has them, and how many offers fit."""

    words: str
    query: str
    number: int


def questions(found: list[Facet], tally: Tally) -> list[Question]:
    """The questions that some offer is an answer to, in every one of their facets."""
    known = {facet.name: facet.values for facet in found}
    asked = []
    for words, wanted in _ASKED:
        chosen = {name: _there(name, values, known.get(name, {})) for name, values in wanted.items()}
        number = sum(times for mark, times in tally.marks.items() if _fits(dict(mark), chosen))
        if number and all(chosen.values()):
            asked.append(Question(words, urlencode(chosen, doseq=True), number))
    return asked


def _there(name: str, values: Iterable[str], known: dict[str, str]) -> list[str]:
    """The values that can be chosen; for years the age groups that have some of them."""
    if name == AGE:
        return [band for band in known if any(_overlap(band, span) for span in values)]
    return [value for value in values if value in known]


def _fits(some: Mark, chosen: dict[str, list[str]]) -> bool:
    """As the script on the page has it: who says no age is for every age."""
    return all(
        AGE not in some or any(_overlap(some[AGE], span) for span in values)
        if name == AGE
        else bool(set(values) & set(some.get(name, "").split()))
        for name, values in chosen.items()
    )


def _overlap(one: str, other: str) -> bool:
    (lowest, highest), (from_, to) = (map(int, span.split("-")) for span in (one, other))
    return lowest <= to and from_ <= highest
