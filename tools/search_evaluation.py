"""Measures how well the search finds: queries with the pages that answer them, against what it gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

# What at least must hold, by group of classes: the share of queries whose first result answers.
TARGETS = (
    (
        "Navn, bøjning, stavning, forkortelse, paragraf",
        ("exact", "inflection", "fold", "typo", "abbreviation", "paragraph", "prefix"),
        0.97,
    ),
    ("Sammensat ord og opgave", ("compound", "task"), 0.88),
    ("Hverdagsord og spørgsmål", ("lay", "question"), 0.75),
)
OVERALL, RECIPROCAL_RANK = 0.90, 0.94
_SEEN = 10


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody may type, its class, and the addresses that answer it."""

    text: str
    kind: str
    find: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A query with the addresses that the search gave, best first."""

    query: Query
    found: tuple[str, ...]

    @property
    def rank(self) -> int | None:
        """The place of the first result that answers, 1 for the best."""
        ranks = (place for place, url in enumerate(self.found[:_SEEN], 1) if _answers(url, self.query.find))
        return next(ranks, None)


def _answers(url: str, wanted: Iterable[str]) -> bool:
    """Whether an address is wanted; a page without an anchor stands for every place on it."""
    return any(url == address or url.partition("#")[0] == address for address in wanted)


def read(data: Mapping[str, Any]) -> list[Query]:
    """The queries of a file: lists of `{q, find}` under the name of their class."""
    classes = {kind: rows for kind, rows in data.items() if isinstance(rows, list)}
    return [Query(str(row["q"]), kind, tuple(row["find"])) for kind, rows in classes.items() for row in rows]


def success(outcomes: Iterable[Outcome]) -> float:
    """The share whose first result answers."""
    ranks = [outcome.rank for outcome in outcomes]
    return sum(rank == 1 for rank in ranks) / max(1, len(ranks))


def reciprocal_rank(outcomes: Iterable[Outcome]) -> float:
    """1 for an answer in the first place, 1/2 in the second and so on, on average."""
    ranks = [outcome.rank for outcome in outcomes]
    return sum(1 / rank for rank in ranks if rank) / max(1, len(ranks))


def of_kinds(outcomes: Iterable[Outcome], kinds: Iterable[str]) -> list[Outcome]:
    """The outcomes of some classes."""
    return [outcome for outcome in outcomes if outcome.query.kind in kinds]


def missed(outcomes: list[Outcome]) -> list[str]:
    """Every target that is not met, in words."""
    said = []
    for name, kinds, target in TARGETS:
        group = of_kinds(outcomes, kinds)
        if group and success(group) < target:
            said.append(f"{name}: {success(group):.3f}, skal være mindst {target}")
    if success(outcomes) < OVERALL:
        said.append(f"Alle: {success(outcomes):.3f}, skal være mindst {OVERALL}")
    if reciprocal_rank(outcomes) < RECIPROCAL_RANK:
        said.append(f"Gennemsnitlig plads (MRR): {reciprocal_rank(outcomes):.3f}, skal være mindst {RECIPROCAL_RANK}")
    said += [f"Intet resultat: {outcome.query.text}" for outcome in outcomes if not outcome.found]
    return said


def table(outcomes: list[Outcome]) -> str:
    """Figures by class, then in all."""
    kinds = dict.fromkeys(outcome.query.kind for outcome in outcomes)
    groups = [*((kind, of_kinds(outcomes, [kind])) for kind in kinds), ("alle", outcomes)]
    lines = ["klasse         antal  først rigtig    MRR"]
    lines += [
        f"{name:<14} {len(group):>5} {success(group):>13.3f} {reciprocal_rank(group):>6.3f}" for name, group in groups
    ]
    return "\n".join(lines)
