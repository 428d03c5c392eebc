"""What answers mean: the level of a checklist, whether a condition holds, and where a question leads."""

from collections.abc import Iterable, Mapping

from vejviser.records.question import Condition, Count, Item, Node, Rule
from vejviser.records.tree import Tree

# The browser runs the same rules (`tree_rules.js`); tests run both over the same answers.

# The id of the chosen option, or the ids of the ticked items (none of them: the empty set).
Answer = str | frozenset[str]


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

    def counted(self, node: Node, option_id: str) -> str:
        """The option that an answer counts as; its own id unless it is an answer of doubt."""
        option = next((option for option in node.options if option.id == option_id), None)
        return option.counts_as if option and option.counts_as else option_id

    def reached(self, items: Iterable[Item], count: Count) -> bool:
        """Whether enough items are ticked; an item counts when it is on the level asked for or a graver one."""
        least = self.gravity[count.level] if count.level else 0
        return sum(self.gravity[item.level] >= least for item in items) >= count.min

    def level(self, node: Node, ticked: frozenset[str]) -> str:
        """The level that ticks give: the gravest of the ticked items and of the thresholds that are reached.

        No tick gives the mildest level of the tree.
        """
        items = [item for item in node.items if item.id in ticked]
        raised = [rule.to for rule in node.raises if self.reached(items, rule.count)]
        return max([self.tree.levels[0].id, *raised, *(item.level for item in items)], key=self.gravity.__getitem__)

    def holds(self, condition: Condition, answers: Mapping[str, Answer]) -> bool:
        """Whether a condition holds. About a question that was not asked nothing holds, and `not` of it does."""
        if condition.is_:
            question, option = condition.is_
            given = answers.get(question)
            return isinstance(given, str) and option == self.counted(self.nodes[question], given)
        if condition.has:
            question, item = condition.has
            return item in answers.get(question, ())
        if condition.count:
            question = condition.count.of or ""
            items = self.items[question]
            return self.reached([items[id_] for id_ in answers.get(question, ())], condition.count)
        if condition.level_min:
            question, level = condition.level_min
            ticked = answers.get(question)
            return isinstance(ticked, frozenset) and (
                self.gravity[self.level(self.nodes[question], ticked)] >= self.gravity[level]
            )
        if condition.all:
            return all(self.holds(part, answers) for part in condition.all)
        if condition.any:
            return any(self.holds(part, answers) for part in condition.any)
        return condition.not_ is not None and not self.holds(condition.not_, answers)

    def branch(self, node: Node, answer: Answer) -> tuple[str, list[Rule]]:
        """The option or level that an answer comes to, and its rules; no rules when it leads nowhere."""
        if isinstance(answer, frozenset):
            level = self.level(node, answer)
            return level, node.go.get(level, [])
        counted = self.counted(node, answer)
        return counted, next((option.go or [] for option in node.options if option.id == counted), [])

    def chosen_rule(self, node: Node, answers: Mapping[str, Answer]) -> tuple[str, int, str] | None:
        """The option or level, the number of the first rule that holds, and its target; None when none holds.

        `answers` holds the answer to `node` itself too.
        """
        branch, rules = self.branch(node, answers[node.id])
        for number, rule in enumerate(rules):
            if rule.if_ is None or self.holds(rule.if_, answers):
                return branch, number, rule.target
        return None


def mentioned(condition: Condition) -> Iterable[Condition]:
    """The statements that a condition is made of: those that name a question."""
    if condition.all or condition.any or condition.not_:
        for part in (*(condition.all or ()), *(condition.any or ()), *((condition.not_,) if condition.not_ else ())):
            yield from mentioned(part)
    else:
        yield condition


def question_of(statement: Condition) -> str:
    """The id of the question that a statement is about."""
    if statement.count:
        return statement.count.of or ""
    return (statement.is_ or statement.has or statement.level_min or [""])[0]
