"""Checks of decision trees: first how each hangs together, then what can be proved of a tree that does."""

from collections.abc import Callable, Iterator
from datetime import date

from vejviser.checks import tree_cases, tree_doubt, tree_form, tree_grave, tree_levels, tree_names, tree_proofs
from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.tree import Outcome, Tree
from vejviser.trees.proof import Proof, proof_of
from vejviser.trees.rules import Flow
from vejviser.trees.signs import with_signs
from vejviser.trees.states import TooLargeError

# Each group of checks needs that the one before found nothing: there is no proof about a path that leads nowhere.
_FORM: tuple[Callable[[Entry, Flow], Iterator[Finding]], ...] = (
    tree_form.targets,
    tree_form.duplicates,
    tree_names.levels,
    tree_names.references,
)
_LEVELS: tuple[Callable[[Entry, Flow], Iterator[Finding]], ...] = (tree_levels.level_keys, tree_levels.thresholds)
_PROOFS: tuple[Callable[[Entry, Proof], Iterator[Finding]], ...] = (
    tree_proofs.musts,
    tree_doubt.milder,
    tree_doubt.own_outcome,
    tree_doubt.duty_from_doubt,
    tree_grave.own_death,
    tree_proofs.monotone,
    tree_cases.cases,
)
# What nobody comes to is reported once: no example can show it, and an answer may matter only there.
_UNUSED: tuple[Callable[[Entry, Proof], Iterator[Finding]], ...] = (tree_proofs.unreachable, tree_proofs.unused_rules)
_ALL_USED: tuple[Callable[[Entry, Proof], Iterator[Finding]], ...] = (tree_proofs.idle, tree_cases.coverage)


def flows(project: Project) -> Iterator[tuple[Entry, Flow]]:
    """Every tree, with the signs filled in."""
    for entry in project.of_kind("tree"):
        if isinstance(entry.record, Tree):
            yield entry, Flow(with_signs(entry.record, project))


def form_faults(entry: Entry, flow: Flow) -> list[Finding]:
    """What must be mended before anybody can follow the tree."""
    faults = [fault for check in _FORM for fault in check(entry, flow)]
    return faults or [fault for check in _LEVELS for fault in check(entry, flow)]


def too_large(proof: Proof) -> bool:
    """Whether a tree is too large to be tried, which E524 reports."""
    proof.walk.allow_more()
    try:
        return bool(proof.walk.too_many) or not proof.states or proof.paths is None
    except TooLargeError:
        return True


def proved(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E501-E534, E537 but for those below: all that is checked and proved about the ways through a tree."""
    for entry, flow in flows(project):
        faults = form_faults(entry, flow)
        yield from faults
        if not faults:
            yield from _proofs(entry, proof_of(flow))


def _proofs(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """What is proved of a tree, as far as it can be tried; a tree that is too large ends it."""
    # Under `serve` the same proof is asked again: what was tried before must not use up what may be tried now.
    proof.walk.allow_more()
    try:
        yield from (refused := list(tree_proofs.too_many(entry, proof)))
        if refused:
            return
        unused = [finding for check in _UNUSED for finding in check(entry, proof)]
        yield from unused
        for check in _PROOFS if unused else _PROOFS + _ALL_USED:
            yield from check(entry, proof)
    except TooLargeError as error:
        yield tree_proofs.too_large(entry, proof, str(error))


def acute_first(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E507: a tree whose first question is not the one about acute danger."""
    for entry, flow in flows(project):
        if not flow.tree.nodes[0].acute:
            yield entry.finding(
                ("nodes", 0),
                "E507",
                "Det første spørgsmål handler ikke om akut fare.",
                "Begynd med spørgsmålet om fare lige nu, og skriv `acute: true` på det.",
            )


def doubtful_answers(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E508, E533: an answer of doubt, or a question about danger, that does not say that it is one."""
    for entry, flow in flows(project):
        yield from tree_doubt.silent(entry, flow)
        yield from tree_grave.unmarked(entry, flow)


def bare_outcomes(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W521: an outcome that names neither a law nor anybody to call, itself or through its record."""
    for entry, flow in flows(project):
        for key, outcome in flow.tree.outcomes.items():
            target = project.entries.get(outcome.record)
            if target is None:
                continue
            missing = [
                words
                for words, there in (
                    ("loven bag", outcome.law or target.record.law),
                    ("nogen at ringe til", _contact(outcome, target)),
                )
                if not there
            ]
            if missing:
                yield entry.finding(
                    ("outcomes", key),
                    "W521",
                    f"Resultatet mangler {' og '.join(missing)}.",
                    "Skriv `law:` eller `contact:` her, eller på den post, som `record` peger på.",
                )


def _contact(outcome: Outcome, target: Entry) -> bool:
    record = target.record
    return bool(
        outcome.contact
        or getattr(record, "call", None)
        or getattr(record, "contact", None)
        or getattr(record, "run_by", None)
        or getattr(record, "calls", None)
    )
