"""How much of a tree its examples show."""

from dataclasses import dataclass

from vejviser.records.clause import Answer
from vejviser.records.tree import Case
from vejviser.trees.edges import branches
from vejviser.trees.paths import known
from vejviser.trees.rules import Flow


@dataclass(frozen=True, slots=True)
class Coverage:
    """What examples show of a sort of parts: how many there are, and which no example shows."""

    total: int
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        """From 0 to 1; 1 when there is nothing to show."""
        return 1 - len(self.missing) / self.total if self.total else 1.0


def given_answers(flow: Flow, case: Case) -> dict[str, Answer]:
    """The answers of an example; of an unknown question as they stand."""
    return {
        question: frozenset(given) if question in flow.items else ", ".join(given)
        for question, given in case.answers.items()
    }


def covered(flow: Flow) -> dict[str, Coverage]:
    """The coverage of questions, answers, rules and outcomes, under those names. An answer is an option or a level."""
    seen: dict[str, set[str]] = {"questions": set(), "answers": set(), "rules": set(), "outcomes": set()}
    for case in flow.tree.cases:
        _note(flow, given_answers(flow, case), seen)
    answers = [f"{node.id}: {name}" for node in flow.tree.nodes for name, _ in branches(node)]
    rules = [
        f"{node.id}: {branch} {number + 1}"
        for node in flow.tree.nodes
        for branch, rules in branches(node)
        for number in range(len(rules))
        if not any(o.id == branch and o.counts_as for o in node.options)
    ]
    every = {"questions": list(flow.nodes), "answers": answers, "rules": rules, "outcomes": list(flow.tree.outcomes)}
    return {
        sort: Coverage(len(parts), tuple(part for part in parts if part not in seen[sort]))
        for sort, parts in every.items()
    }


def _note(flow: Flow, answers: dict[str, Answer], seen: dict[str, set[str]]) -> None:
    """Follow one example, noting all that it comes by."""
    place: str | None = flow.start
    given: dict[str, Answer] = {}
    while place:
        node = flow.nodes.get(place)
        if node is None:
            seen["outcomes"].add(place)
            after = flow.tree.outcomes[place].continue_at
            place = after if after in answers else None
            continue
        if place not in answers or not known(node, answers[place]):
            return
        given[place] = answers[place]
        chosen = flow.chosen_rule(node, given)
        if chosen is None:
            return
        branch, number, target = chosen
        seen["questions"].add(place)
        answer = answers[place]
        seen["answers"].add(f"{place}: {answer if isinstance(answer, str) else branch}")
        seen["rules"].add(f"{place}: {branch} {number + 1}")
        place = target
