"""Answers and rules in the words that the reader and the editor see."""

from vejviser.records.clause import Answer
from vejviser.records.question import Node, Rule
from vejviser.trees.rules import Flow


def answer_words(flow: Flow, question: str, answer: Answer) -> str:
    """An answer as its label, or as the ticked items: »Nej« or »Sover dårligt« og »Er trist«."""
    node = flow.nodes[question]
    if isinstance(answer, str):
        return next((f"»{option.label}«" for option in node.options if option.id == answer), f"»{answer}«")
    ticked = [f"»{item.label}«" for item in node.items if item.id in answer]
    if not ticked:
        return f"»{node.none.label}«" if node.none else "ingen"
    return " og ".join(ticked)


def rule_words(flow: Flow, rules: list[Rule], number: int) -> str:
    """When one of several rules is followed; nothing when it is the only one."""
    rule = rules[number]
    if rule.if_:
        return f"hvis {rule.if_.words(flow)}"
    return "ellers" if len(rules) > 1 else ""


def branch_words(flow: Flow, node: Node, branch: str) -> str:
    """An option's label, or the words for the level that ticks give; for no tick those of the answer "none"."""
    if node.choice:
        return next(option.label for option in node.options if option.id == branch)
    mildest = flow.tree.levels[0].id
    if branch == mildest and node.none and not any(item.level == mildest for item in node.items):
        return node.none.label
    return flow.level_title(branch)


def place_words(flow: Flow, place: str) -> str:
    """A question or an outcome as the reader sees it."""
    if place in flow.nodes:
        return f"{flow.order[place] + 1}. {flow.nodes[place].ask}"
    return flow.tree.outcomes[place].title
