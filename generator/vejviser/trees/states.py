"""The states that answers can bring a reader to: where one stands, and what later rules will ask about."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from vejviser.records.clause import Answer
from vejviser.trees.equivalence import distinct, groups
from vejviser.trees.rules import Flow

# Seven times what the checks of the largest shipped tree take, and about a second.
MOST_STEPS = 30_000

# The answers that some later rule depends on, as (question, answer) in order of the questions.
Facts = tuple[tuple[str, Answer], ...]


class TooLargeError(Exception):
    """To try a tree takes more than `MOST_STEPS`; holds the question that was answered most often."""


@dataclass
class States:
    """Every state of a tree, and the branches and rules that are used on the way."""

    at: dict[str, list[Facts]] = field(default_factory=dict)
    used: set[tuple[str, str, int]] = field(default_factory=set)
    # Rules whose condition held, used or not: a rule that never comes to its turn is shadowed, not impossible.
    held: set[tuple[str, str, int]] = field(default_factory=set)


class Walk:
    """Steps from state to state through a tree whose rules all lead somewhere later."""

    def __init__(self, flow: Flow) -> None:
        """Find out which answers the rules of each question and of those after it depend on."""
        self.flow = flow
        self.groups = groups(flow)
        of = distinct(flow, self.groups)
        self._distinct = {place: answers or [] for place, answers in of.items()}
        self.too_many = {place for place, answers in of.items() if answers is None}
        needed: set[str] = set()
        self._needed: dict[str, frozenset[str]] = {}
        for node in reversed(flow.tree.nodes):
            needed |= {part.question for rule in node.rules if rule.if_ for _, part in rule.if_.statements()}
            self._needed[node.id] = frozenset(needed)
        self._steps: Counter[str] = Counter()
        self._left = MOST_STEPS

    def allow_more(self) -> None:
        """Count the steps anew, for another thing to find out."""
        self._left = MOST_STEPS

    def asked_later(self, place: str) -> list[str]:
        """The questions before `place` whose answers its rules or later ones depend on."""
        order = self.flow.order
        return [id_ for id_ in order if order[id_] < order[place] and id_ in self._needed[place]]

    def answers(self, place: str) -> list[Answer]:
        """One answer of each sort to the question at `place`."""
        return self._distinct[place]

    def after(self, place: str, facts: Facts, answer: Answer) -> tuple[str, Facts]:
        """The state that an answer leads to; an answer of doubt is the one that it counts as.

        Raises `TooLargeError` after `MOST_STEPS`.
        """
        self._steps[place] += 1
        self._left -= 1
        if self._left < 0:
            raise TooLargeError(self._steps.most_common(1)[0][0])
        flow, node = self.flow, self.flow.nodes[place]
        counted = flow.counted(place, answer) if isinstance(answer, str) else answer
        given = {**dict(facts), place: counted}
        chosen = flow.chosen_rule(node, given)
        assert chosen is not None, "only a tree without form faults is walked"
        return self.at(chosen[2], tuple(given.items()))

    def at(self, place: str, facts: Facts) -> tuple[str, Facts]:
        """A state without the answers that nothing from `place` on depends on."""
        outcome = self.flow.tree.outcomes.get(place)
        needed = self._needed.get((outcome.continue_at or "") if outcome else place, frozenset())
        return place, tuple(fact for fact in facts if fact[0] in needed)

    def states(self) -> States:
        """Every state, by walking each of them once."""
        found = States()
        waiting = [self.at(self.flow.start, ())]
        seen = set(waiting)
        while waiting:
            place, facts = waiting.pop()
            found.at.setdefault(place, []).append(facts)
            steps = [self.after(place, facts, answer) for answer in self._noted(found, place, facts)]
            outcome = self.flow.tree.outcomes.get(place)
            if outcome and outcome.continue_at:
                steps.append(self.at(outcome.continue_at, facts))
            for step in steps:
                if step not in seen:
                    seen.add(step)
                    waiting.append(step)
        return found

    def number_of_paths(self, states: States) -> int:
        """How many ways there are to an outcome, without walking them: a long tree has more than anyone can walk."""
        outcomes = self.flow.tree.outcomes
        # From the last question backwards: a question leads only to later ones.
        onward: dict[tuple[str, Facts], int] = {}

        def ways(place: str, facts: Facts) -> int:
            if place not in outcomes:
                return onward[place, facts]
            after = outcomes[place].continue_at
            return 1 + (onward[self.at(after, facts)] if after else 0)

        for node in reversed(self.flow.tree.nodes):
            for facts in states.at.get(node.id, ()):
                steps = (self.after(node.id, facts, answer) for answer in self.answers(node.id))
                onward[node.id, facts] = sum(ways(*step) for step in steps)
        return onward[self.at(self.flow.start, ())]

    def _noted(self, found: States, place: str, facts: Facts) -> Iterator[Answer]:
        """The answers at a state; notes the rules that they use and those that hold."""
        node = self.flow.nodes.get(place)
        for answer in self.answers(place) if node else ():
            assert node is not None
            given = {**dict(facts), place: answer}
            chosen = self.flow.chosen_rule(node, given)
            if chosen:
                found.used.add((place, *chosen[:2]))
            branch, rules = self.flow.branch(node, answer)
            found.held.update(
                (place, branch, number)
                for number, rule in enumerate(rules)
                if rule.if_ is None or rule.if_.holds(self.flow, given)
            )
            yield answer
