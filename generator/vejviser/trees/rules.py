"""What answers mean: the level of a checklist, and where a question leads."""

from collections.abc import Mapping

from vejviser.records.clause import Answer, Kind
from vejviser.records.question import Item, Node, Rule
from vejviser.records.tree import Tree

# The browser runs the same rules (`tree_rules.js`); tests run both over the same answers.


class Flow:
    """A tree, its signs filled in, with its questions, levels and items ready to be looked up."""

    def __init__(self, tree: Tree) -> None:
        """Look up by id; of two questions with the same id the last one counts (E503 reports them)."""
        self.tree = tree
        self.nodes: dict[str, Node] = {node.id: node for node in tree.nodes}
        self.order: dict[str, int] = {node.id: index for index, node in enumerate(tree.nodes)}
        self.gravity: dict[str, int] = {level.id: index for index, level in enumerate(tree.levels)}
        self.items: dict[str, dict[str, Item]] = {
            node.id: {item.id: item for item in node.items} for node in tree.nodes if node.checklist
        }
        self.start = tree.nodes[0].id
        self._doubt: dict[tuple[str, str], str] = {
            (node.id, option.id): option.counts_as for node in tree.nodes for option in node.options if option.counts_as
        }

    def ask(self, question: str) -> str:
        """The words of a question."""
        return self.nodes[question].ask

    def label(self, question: str, answer: str) -> str:
        """The words of an option or an item."""
        node = self.nodes[question]
        known = node.options if node.choice else self.items[question].values()
        return next((one.label for one in known if one.id == answer), answer)

    def level_title(self, level: str) -> str:
        """The words of a level."""
        return self.tree.levels[self.gravity[level]].title

    def of_kind(self, kind: Kind) -> list[str]:
        """The ids of the questions of a kind."""
        return [node.id for node in self.tree.nodes if getattr(node, kind)]

    def answer_ids(self, question: str) -> list[str]:
        """The options, those of doubt left out, or the items of a question."""
        node = self.nodes[question]
        return [option.id for option in node.options if option.counts_as is None] or list(self.items[question])

    def counted(self, question: str, option: str) -> str:
        """The option that an answer counts as; its own id unless it is an answer of doubt."""
        return self._doubt.get((question, option), option)

    def ticks(self, question: str, ticked: frozenset[str], level: str | None) -> int:
        """How many ticks stand on a level or a graver one; all of them when no level is given."""
        least = self.gravity[level] if level else 0
        items = self.items[question]
        return sum(self.gravity[items[id_].level] >= least for id_ in ticked)

    def level_of(self, question: str, ticked: frozenset[str]) -> str:
        """The level that ticks give: the gravest of the ticked items and of the thresholds that are reached.

        No tick gives the mildest level of the tree.
        """
        node, items = self.nodes[question], self.items[question]
        raised = [rule.to for rule in node.raises if self.ticks(question, ticked, rule.count.level) >= rule.count.min]
        levels = [self.tree.levels[0].id, *raised, *(items[id_].level for id_ in ticked)]
        return max(levels, key=self.gravity.__getitem__)

    def branch(self, node: Node, answer: Answer) -> tuple[str, list[Rule]]:
        """The option or level that an answer comes to, and its rules; no rules when it leads nowhere."""
        if isinstance(answer, frozenset):
            level = self.level_of(node.id, answer)
            return level, node.go.get(level, [])
        counted = self.counted(node.id, answer)
        return counted, next((option.go or [] for option in node.options if option.id == counted), [])

    def chosen_rule(self, node: Node, answers: Mapping[str, Answer]) -> tuple[str, int, str] | None:
        """The option or level, the number of the first rule that holds, and its target; None when none holds.

        `answers` holds the answer to `node` itself too.
        """
        branch, rules = self.branch(node, answers[node.id])
        for number, rule in enumerate(rules):
            if rule.if_ is None or rule.if_.holds(self, answers):
                return branch, number, rule.target
        return None
