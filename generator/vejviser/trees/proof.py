"""What is worked out about a tree to prove things of it: its states, its paths and its pairs of paths."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from vejviser.records.clause import Answer
from vejviser.trees.equivalence import climbs
from vejviser.trees.paths import MOST_PATHS, Path, TooManyPathsError, paths
from vejviser.trees.rules import Flow
from vejviser.trees.states import States, TooLargeError, Walk
from vejviser.trees.twins import Gap, Pairs


@dataclass
class Proof:
    """A tree in which every answer leads on, and what is worked out about it once."""

    flow: Flow

    @cached_property
    def walk(self) -> Walk:
        """Steps through the tree."""
        return Walk(self.flow)

    @cached_property
    def states(self) -> States:
        """Every state that answers lead to."""
        return self.walk.states()

    @cached_property
    def pairs(self) -> tuple[Pairs, Pairs]:
        """Two readers side by side: such as go on after an outcome, and such as stop at the first one."""
        return Pairs(self.walk, goes_on=True), Pairs(self.walk, goes_on=False)

    @cached_property
    def paths(self) -> list[Path] | None:
        """Every path; None when there are too many."""
        # Whoever asked for something else before must not have used up what may be tried now.
        self.walk.allow_more()
        if self.walk.number_of_paths(self.states) > MOST_PATHS:
            return None
        try:
            return list(paths(self.flow))
        except TooManyPathsError:
            return None

    @cached_property
    def compared(self) -> list[tuple[str, Answer, Answer, Gap]] | None:
        """What `sensitive` says: worked out afresh, so that a page says the same whatever has been tried before it."""
        try:
            return list(_sensitive(Proof(self.flow)))
        except TooLargeError:
            return None

    def next_places(self, place: str, answer: Answer) -> set[str]:
        """Where an answer to a question leads, in all the states in which it is asked."""
        return {self.walk.after(place, facts, answer)[0] for facts in self.states.at.get(place, ())}

    def gaps(self, place: str, couples: Sequence[tuple[Answer, Answer]], *, all_go_on: bool = False) -> Iterator[Gap]:
        """What each couple of answers to a question leads to, at each state in which it is asked.

        With `all_go_on` only readers are compared who go on after an outcome wherever they can.
        """
        for facts in self.states.at.get(place, ()):
            for one, two in couples:
                for pairs in self.pairs[:1] if all_go_on else self.pairs:
                    gap = pairs.compare(place, facts, one, two)
                    yield Gap(
                        gap.levels,
                        gap.differs,
                        (*facts, (place, one), *gap.first),
                        (*facts, (place, two), *gap.second),
                        gap.ends,
                    )


# By what the tree says: the pages need what the checks have worked out, and most edits under `serve` change no tree.
_PROVED: dict[str, Proof] = {}
_MOST_KEPT = 16


def proof_of(flow: Flow) -> Proof:
    """The proof of a tree; what has been worked out about a tree that says the same is used again."""
    said = flow.tree.model_dump_json()
    if said not in _PROVED:
        if len(_PROVED) >= _MOST_KEPT:
            _PROVED.clear()
        _PROVED[said] = Proof(flow)
    return _PROVED[said]


def sensitive(proof: Proof) -> list[tuple[str, Answer, Answer, Gap]] | None:
    """For experts to look at: a question, two answers to it that are one step apart, and the widest gap between them.

    Only gaps of two levels or more; of the ticks of a checklist the widest gap for each level it leads from and to.
    None when there are too many answers to compare them all.
    """
    return proof.compared


def _sensitive(proof: Proof) -> Iterator[tuple[str, Answer, Answer, Gap]]:
    flow = proof.flow
    for node in flow.tree.nodes:
        # Each question may take as long as a check.
        proof.walk.allow_more()
        if node.checklist:
            climbed = climbs(flow, node.id, proof.walk.groups[node.id])
            couples: list[tuple[Answer, Answer]] = [(more, less) for less, more in climbed]
        else:
            own = [option.id for option in node.options if option.counts_as is None]
            couples = [couple for one in combinations(own, 2) for couple in (one, one[::-1])]
        widest: dict[object, tuple[str, Answer, Answer, Gap]] = {}
        for one, two in couples:
            sort = tuple(flow.branch(node, answer)[0] for answer in (one, two))
            for gap in proof.gaps(node.id, [(one, two)]):
                if gap.levels >= 2 and (sort not in widest or gap.levels > widest[sort][3].levels):
                    widest[sort] = (node.id, one, two, gap)
        yield from widest.values()
