"""Answers and rules in the words that the reader and the editor see."""

from vejviser.records.question import Condition, Node, Rule
from vejviser.trees.rules import Answer, Flow


def answer_words(flow: Flow, question: str, answer: Answer) -> str:
    """An answer as its label, or as the ticked items: »Nej« or »Sover dårligt« og »Er trist«."""
    node = flow.nodes[question]
    if isinstance(answer, str):
        return next((f"»{option.label}«" for option in node.options if option.id == answer), f"»{answer}«")
    ticked = [f"»{item.label}«" for item in node.items if item.id in answer]
    if not ticked:
        return f"»{node.none.label}«" if node.none else "ingen"
    return " og ".join(ticked)


def level_words(flow: Flow, level: str) -> str:
    """The words of a level."""
    return flow.tree.levels[flow.gravity[level]].title


def condition_words(flow: Flow, condition: Condition) -> str:
    """A condition as a clause that can stand after »hvis«."""
    if condition.is_:
        question, option = condition.is_
        return f"du svarede {answer_words(flow, question, option)} på »{flow.nodes[question].ask}«"
    if condition.has:
        question, item = condition.has
        return f"du satte kryds ved »{flow.items[question][item].label}«"
    if condition.count:
        least = f" på »{level_words(flow, condition.count.level)}« eller derover" if condition.count.level else ""
        return f"du satte mindst {condition.count.min} krydser{least} i »{flow.nodes[condition.count.of or ''].ask}«"
    if condition.level_min:
        question, level = condition.level_min
        return f"»{flow.nodes[question].ask}« gav mindst »{level_words(flow, level)}«"
    if condition.all or condition.any:
        parts = [condition_words(flow, part) for part in condition.all or condition.any or ()]
        return (" og " if condition.all else " eller ").join(parts)
    assert condition.not_ is not None
    return f"det ikke gælder, at {condition_words(flow, condition.not_)}"


def rule_words(flow: Flow, rules: list[Rule], number: int) -> str:
    """When one of several rules is followed; nothing when it is the only one."""
    rule = rules[number]
    if rule.if_:
        return f"hvis {condition_words(flow, rule.if_)}"
    return "ellers" if len(rules) > 1 else ""


def branch_words(flow: Flow, node: Node, branch: str) -> str:
    """An option's label, or the words for the level that ticks give; for no tick those of the answer "none"."""
    if node.choice:
        return next(option.label for option in node.options if option.id == branch)
    mildest = flow.tree.levels[0].id
    if branch == mildest and node.none and not any(item.level == mildest for item in node.items):
        return node.none.label
    return level_words(flow, branch)


def place_words(flow: Flow, place: str) -> str:
    """A question or an outcome as the reader sees it."""
    if place in flow.nodes:
        return f"{flow.order[place] + 1}. {flow.nodes[place].ask}"
    return flow.tree.outcomes[place].title
