"""A tree that is too large to prove is refused at once, with what to split."""

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from random_trees import Raw, checklist, choice, flow_of, tree
from vejviser.checks import trees
from vejviser.entry import Entry
from vejviser.pages.trees import sensitive
from vejviser.trees import states
from vejviser.trees.proof import Proof

pytestmark = pytest.mark.heavy

ENDS = {"u0": "mild", "u1": "alvor"}
# Seconds of the processor's time for all that is proved of a tree.
MOST = 2.0


def refused(raw: Raw) -> list[str]:
    """The places of E524 that the checks report, and the messages."""
    found: list[str] = []

    def note(loc: tuple[Any, ...], code: str, message: str, hint: str, **_: bool) -> None:
        if code == "E524":
            found.append(f"{'/'.join(map(str, loc))}: {message} {hint}")

    entry = cast("Entry", SimpleNamespace(finding=note))
    flow = flow_of(raw)
    start = time.process_time()
    trees.form_faults(entry, flow)
    list(trees._proofs(entry, proof := Proof(flow)))
    if not found:
        sensitive(proof)
    assert time.process_time() - start < MOST
    return found


def row(places: list[tuple[str, Callable[[str], Raw]]], rule: Raw) -> Raw:
    """Questions one after the other, and a last one with a rule about them all."""
    names = [name for name, _ in places] + ["sidst"]
    nodes = [make(after) | {} for (_, make), after in zip(places, names[1:], strict=True)]
    last = choice("sidst", ja=[{"if": rule, "to": "u1"}, {"else": "u0"}], nej=[{"else": "u0"}])
    return tree([*nodes, last], ENDS)


def choices(number: int, options: int) -> Raw:
    """Choices, and a rule that all of them were answered with their first option."""
    names = [f"q{index}" for index in range(number)]

    def make(name: str) -> Callable[[str], Raw]:
        return lambda after: choice(name, **{f"s{option}": [{"else": after}] for option in range(options)})

    return row([(name, make(name)) for name in names], {"all": [{"is": [name, "s0"]} for name in names]})


def lists(number: int, items: int, *, named: int) -> Raw:
    """Checklists, and a rule that names items of each of them."""
    names = [f"q{index}" for index in range(number)]
    marks = [f"p{item}" for item in range(items)]

    def make(name: str) -> Callable[[str], Raw]:
        return lambda after: checklist(name, dict.fromkeys(marks, "mild"), {"mild": [{"else": after}]})

    said = [{"has": [name, mark]} for name in names for mark in marks[:named]]
    return row([(name, make(name)) for name in names], {"any": said})


def with_musts(raw: Raw, number: int) -> Raw:
    """The same tree with many safety rules."""
    rules = [{"name": f"R{index}", "when": {"is": ["q0", "s0"]}, "outcome": ["u0", "u1"]} for index in range(number)]
    return {**raw, "must": rules}


LARGE = {
    "8 choices of 4 answers": (choices(8, 4), "`q0`"),
    "10 choices of 4 answers": (choices(10, 4), "`q0`"),
    "14 choices of 4 answers": (choices(14, 4), "`q0`"),
    "4 lists of 4 items": (lists(4, 4, named=4), "`q0`"),
    "2 lists of 9 items": (lists(2, 9, named=9), "`q0`"),
    "6 lists of 9 items": (lists(6, 9, named=9), "`q0`"),
    "1 list of 15 items": (lists(1, 15, named=15), "`q0`"),
    "500 answers to two questions": (choices(2, 500), "`q1`"),
    "2,000 safety rules": (with_musts(choices(5, 4), 2_000), "must"),
    "10,000 safety rules": (with_musts(choices(4, 4), 10_000), "must"),
}
SMALL = {
    "500 answers": choices(1, 500),
    "4 choices of 4 answers": choices(4, 4),
    "2 lists of 30 items": lists(2, 30, named=3),
    "200 safety rules": with_musts(choices(4, 4), 200),
}


@pytest.mark.parametrize("name", LARGE)
def test_refused(name: str) -> None:
    """Within two seconds one finding says where to split it."""
    raw, where = LARGE[name]
    (finding,) = refused(raw)

    assert where in finding


@pytest.mark.parametrize("name", SMALL)
def test_proved(name: str) -> None:
    """What can be tried is tried, within two seconds too."""
    assert [] == refused(SMALL[name])


def test_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proof that is kept between checks answers again as it did the first time: steps are counted anew."""
    entry = cast("Entry", SimpleNamespace(finding=lambda *found, **_: found))
    flow = flow_of(choices(3, 3))
    first = Proof(flow)
    answer = list(trees._proofs(entry, first))
    monkeypatch.setattr(states, "MOST_STEPS", sum(first.walk._steps.values()) + 1)
    kept = Proof(flow)

    assert [answer, answer] == [list(trees._proofs(entry, kept)) for _ in range(2)]


def test_paths_after_much_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was tried of a tree before does not use up what its paths may take: pages ask in another order."""
    proof = Proof(flow_of(choices(3, 3)))
    assert proof.states
    monkeypatch.setattr(proof.walk, "_left", 0)

    assert proof.paths
