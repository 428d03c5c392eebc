"""Decision trees by brute force: every way to answer, over plain data, knowing nothing of the generator's shortcuts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from random_trees import LEVELS, Raw, flow_of, level_of, subsets
from vejviser.records.condition import Condition

Answer = str | frozenset[str]
Total = tuple[Answer, ...]
# The conditions whose meaning stands here a second time.
KNOWN = {"is", "has", "count", "at_most", "level_min", "all", "any", "not"}


@dataclass
class Walked:
    """One reader's way: the steps (question, branch, rule, target), the answers on it and the outcomes, in order."""

    steps: list[tuple[str, str, int, str]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    outcomes: list[str] = field(default_factory=list)
    # How many answers were given when each outcome was met.
    lengths: list[int] = field(default_factory=list)

    def after(self, question: str) -> list[str]:
        """The outcomes met after a question."""
        before = list(self.answers).index(question)
        return [met for met, length in zip(self.outcomes, self.lengths, strict=True) if length > before]


class Brute:
    """A tree of plain data, and where every way to answer all of its questions leads."""

    def __init__(self, raw: Raw) -> None:
        """Walk every way."""
        self.raw = raw
        self.nodes: dict[str, Raw] = {node.get("choice") or node["checklist"]: node for node in raw["nodes"]}
        self.ids = list(self.nodes)
        self.ways: dict[Total, Walked] = {
            total: self._walk(dict(zip(self.ids, total, strict=True)))
            for total in product(*(self.choices(id_) for id_ in self.ids))
        }

    def choices(self, id_: str) -> list[Answer]:
        """Every answer to a question."""
        node = self.nodes[id_]
        return [option["id"] for option in node["options"]] if "choice" in node else list(subsets(node))

    def holds(self, condition: Raw, answers: Mapping[str, Answer]) -> bool:
        """Whether a condition holds of the answers."""
        ((form, said),) = condition.items()
        if form not in KNOWN:
            # Of a condition that only a test speaks its own word is taken; what follows from it is still brute force.
            return Condition.model_validate(condition).holds(flow_of(self.raw), answers)
        if form == "not":
            return not self.holds(said, answers)
        if form in ("all", "any"):
            each: list[bool] = [self.holds(part, answers) for part in said]
            return all(each) if form == "all" else any(each)
        question, *rest = [said["of"]] if form in ("count", "at_most") else said
        if question not in answers:
            return False
        given: Any = answers[question]
        if form == "is":
            return bool(self.counted(question, given) == rest[0])
        if form == "has":
            return bool(rest[0] in given)
        node = self.nodes[question]
        if form == "level_min":
            return LEVELS.index(level_of(node, given)) >= LEVELS.index(rest[0])
        least = LEVELS.index(said.get("level", LEVELS[0]))
        graveness = [LEVELS.index(item["level"]) for item in node["items"] if item["id"] in given]
        counted = sum(level >= least for level in graveness)
        return bool(counted <= said["max"] if form == "at_most" else counted >= said["min"])

    def counted(self, question: str, given: str) -> str:
        """The option that an answer counts as."""
        option = next(option for option in self.nodes[question]["options"] if option["id"] == given)
        return str(option.get("counts_as", given))

    def _walk(self, total: Mapping[str, Answer]) -> Walked:
        walked, place = Walked(), self.ids[0]
        while place:
            if place not in self.nodes:
                walked.outcomes.append(place)
                walked.lengths.append(len(walked.answers))
                place = self.raw["outcomes"][place]["continue_at"]
                continue
            walked.answers[place] = given = total[place]
            branch, rules = self._branch(place, given)
            number, target = next(
                (number, rule.get("to") or rule["else"])
                for number, rule in enumerate(rules)
                if "if" not in rule or self.holds(rule["if"], walked.answers)
            )
            walked.steps.append((place, branch, number, target))
            place = target
        return walked

    def _branch(self, place: str, given: Answer) -> tuple[str, list[Raw]]:
        node = self.nodes[place]
        if isinstance(given, frozenset):
            branch = level_of(node, given)
            return branch, node["go"][branch]
        branch = self.counted(place, given)
        return branch, next(option["go"] for option in node["options"] if option["id"] == branch)

    def gravity(self, outcomes: list[str]) -> int:
        """The gravest level of outcomes."""
        return max(LEVELS.index(self.raw["outcomes"][key]["level"]) for key in outcomes)

    def is_milder(self, one: list[str], two: list[str]) -> bool:
        """Whether a reader who meets `one` can be told less than one who meets `two`: both go on, or both stop."""
        return self.gravity(one) < self.gravity(two) or self.gravity(one[:1]) < self.gravity(two[:1])

    def ends(self) -> Iterator[tuple[dict[str, Answer], list[str]]]:
        """Every place where some reader may stop: the answers up to it and the outcomes met."""
        for walked in self.ways.values():
            for met, length in enumerate(walked.lengths, 1):
                yield dict(list(walked.answers.items())[:length]), walked.outcomes[:met]

    def couples(self, question: str) -> Iterator[tuple[Answer, Answer, list[str], list[str]]]:
        """Each two answers to a question that is asked, and the outcomes they lead to, other answers being the same."""
        at = self.ids.index(question)
        for total, walked in self.ways.items():
            for other in self.choices(question) if question in walked.answers else ():
                changed = self.ways[(*total[:at], other, *total[at + 1 :])]
                yield total[at], other, walked.after(question), changed.after(question)

    def graver(self, question: str, less: frozenset[str], more: frozenset[str]) -> bool:
        """Whether `more` has one tick more than `less`, or one tick moved to a graver item."""
        level = {item["id"]: LEVELS.index(item["level"]) for item in self.nodes[question]["items"]}
        gone, new = less - more, more - less
        if len(new) != 1 or len(gone) > 1:
            return False
        return not gone or level[next(iter(gone))] < level[next(iter(new))]
