"""Every way through a decision tree, from the first question to an outcome."""

from collections.abc import Iterator
from dataclasses import dataclass

from vejviser.records.tree import Choice, Option, Tree


@dataclass(frozen=True, slots=True)
class Path:
    """Answers in order as (question, option), the outcomes passed on the way, and the one it ends in."""

    answers: tuple[tuple[str, str], ...]
    passed: tuple[str, ...]
    outcome: str


def target_of(node: Choice, option: Option) -> str | None:
    """Where an option leads; doubt leads where the answer it counts as leads. None when nowhere."""
    if option.go is not None or option.counts_as is None:
        return option.go
    other = next((item for item in node.options if item.id == option.counts_as), None)
    return other.go if other else None


def paths(tree: Tree) -> Iterator[Path]:
    """All paths of a tree without dangling or backward targets, in the order of its questions and options.

    An outcome with `continue_at` ends one path, and is passed by the paths that go on.
    """
    nodes = {node.choice: node for node in tree.nodes}

    def walk(
        place: str, answers: tuple[tuple[str, str], ...], passed: tuple[str, ...]
    ) -> Iterator[Path]:
        node = nodes.get(place)
        if node is None:
            outcome = tree.outcomes[place]
            yield Path(answers, passed, place)
            if outcome.continue_at:
                yield from walk(outcome.continue_at, answers, (*passed, place))
            return
        for option in node.options:
            target = target_of(node, option)
            if target is not None:
                yield from walk(target, (*answers, (node.choice, option.id)), passed)

    return walk(tree.nodes[0].choice, (), ())


def reachable(tree: Tree) -> set[str]:
    """The questions and outcomes that some answers lead to, found in one walk over the tree."""
    nodes = {node.choice: node for node in tree.nodes}
    reached: set[str] = set()
    waiting = [tree.nodes[0].choice]
    while waiting:
        place = waiting.pop()
        if place in reached:
            continue
        reached.add(place)
        if place in nodes:
            waiting += [target for option in nodes[place].options if (target := target_of(nodes[place], option))]
        elif tree.outcomes[place].continue_at:
            waiting.append(tree.outcomes[place].continue_at or "")
    return reached


def follow(tree: Tree, answers: dict[str, str]) -> tuple[str | None, list[str]]:
    """Where given answers end, going on after an outcome while they hold an answer to its next question.

    Returns the outcome, or None when an answer is missing or unknown, and the questions that were asked.
    """
    nodes = {node.choice: node for node in tree.nodes}
    place: str | None = tree.nodes[0].choice
    asked: list[str] = []
    while place is not None:
        node = nodes.get(place)
        if node is None:
            after = tree.outcomes[place].continue_at
            if after is None or after not in answers:
                return place, asked
            place = after
            continue
        asked.append(place)
        option = next((item for item in node.options if item.id == answers.get(node.choice)), None)
        place = target_of(node, option) if option else None
    return None, asked
