"""Every way through a decision tree, from the first question to an outcome."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vejviser.records.clause import Answer
from vejviser.records.question import Node
from vejviser.trees.equivalence import distinct, groups
from vejviser.trees.rules import Flow

# Beyond this a tree takes too long to prove, and nobody can read its table.
MOST_PATHS = 50_000


class TooManyPathsError(Exception):
    """The tree has more than `MOST_PATHS` ways through it."""


@dataclass(frozen=True, slots=True)
class Step:
    """An answer and what it did: the option or level it came to, and the number of the rule that was followed."""

    question: str
    answer: Answer
    branch: str
    rule: int
    target: str


@dataclass(frozen=True, slots=True)
class Path:
    """Steps in order, the outcomes passed on the way, and the one it ends in."""

    steps: tuple[Step, ...]
    passed: tuple[str, ...]
    outcome: str

    @property
    def answers(self) -> dict[str, Answer]:
        """The answer to each question asked, in order."""
        return {step.question: step.answer for step in self.steps}

    def gravest(self, flow: Flow) -> str:
        """The gravest outcome on the way, the last one of equals."""
        return max((*self.passed, self.outcome)[::-1], key=lambda id_: flow.gravity[flow.tree.outcomes[id_].level])


def paths(flow: Flow) -> Iterator[Path]:
    """All paths of a tree whose rules all lead somewhere later, in the order of its questions and answers.

    Answers that no rule tells apart are walked once. An outcome with `continue_at` ends one path, and is passed by the
    paths that go on. Raises `TooManyPathsError` after `MOST_PATHS`.
    """
    outcomes = flow.tree.outcomes
    different = distinct(flow, groups(flow))
    found = 0

    # Not by recursion: a tree may have more questions in a row than Python calls within calls.
    waiting: list[tuple[str, tuple[Step, ...], tuple[str, ...], dict[str, Answer]]] = [(flow.start, (), (), {})]
    while waiting:
        place, steps, passed, given = waiting.pop()
        node = flow.nodes.get(place)
        if node is None:
            found += 1
            if found > MOST_PATHS:
                raise TooManyPathsError
            yield Path(steps, passed, place)
            if outcomes[place].continue_at:
                waiting.append((outcomes[place].continue_at or "", steps, (*passed, place), given))
            continue
        answers = different[place]
        if answers is None:
            raise TooManyPathsError
        ways = []
        for answer in answers:
            now = {**given, place: answer}
            chosen = flow.chosen_rule(node, now)
            if chosen is not None:
                ways.append((chosen[2], (*steps, Step(place, answer, *chosen)), passed, now))
        waiting += reversed(ways)


def follow(flow: Flow, answers: Mapping[str, Answer]) -> tuple[str | None, list[str]]:
    """Where given answers end, going on after an outcome while they hold an answer to its next question.

    Returns the outcome, or None when an answer is missing or unknown, and the questions that were asked.
    """
    place: str | None = flow.start
    asked: list[str] = []
    given: dict[str, Answer] = {}
    while place is not None:
        node = flow.nodes.get(place)
        if node is None:
            after = flow.tree.outcomes[place].continue_at
            if after is None or after not in answers:
                return place, asked
            place = after
            continue
        asked.append(place)
        answer = answers.get(place)
        if answer is None or not known(node, answer):
            return None, asked
        given[place] = answer
        chosen = flow.chosen_rule(node, given)
        place = chosen[2] if chosen else None
    return None, asked


def known(node: Node, answer: Answer) -> bool:
    """Whether a question has the option, or all of the items, of an answer."""
    given = {answer} if isinstance(answer, str) else answer
    return given <= {option.id for option in node.options} | {item.id for item in node.items}
