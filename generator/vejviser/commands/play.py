"""Plays a decision tree in the terminal, as the reader of the site meets it."""

from collections.abc import Sequence

from vejviser.records.clause import Answer
from vejviser.records.question import Item, Node, Option
from vejviser.trees.paths import follow
from vejviser.trees.rules import Flow


def play(flow: Flow) -> None:
    """Ask the questions until an outcome, the end of the input or `s` for stop."""
    answers: dict[str, Answer] = {}
    print(f"{flow.tree.title}\nSkriv tallet ud for svaret. t: et skridt tilbage, s: stop.")
    while True:
        outcome, asked = follow(flow, answers)
        if outcome is not None:
            _show(flow, outcome)
            after = flow.tree.outcomes[outcome].continue_at
            if after is None or _read(f"{flow.tree.outcomes[outcome].continue_label or 'Gå videre'}? (j/n) ") != "j":
                return
            asked = [*asked, after]
        place = asked[-1]
        given = _ask(flow, flow.nodes[place])
        if given is None:
            return
        if given != "":
            answers[place] = given
        elif len(answers) > 0:
            answers.pop(list(answers)[-1])


def _ask(flow: Flow, node: Node) -> Answer | None:
    """The answer to one question; an empty text to go back, None to stop."""
    print(f"\n{flow.order[node.id] + 1}. {node.ask}")
    choices: Sequence[Item | Option] = node.items or node.options
    for number, choice in enumerate(choices, 1):
        print(f"  {number} {choice.label}")
    if node.none:
        print(f"  0 {node.none.label}")
    while True:
        words = _read("Svar (flere med komma): " if node.checklist else "Svar: ")
        if words in ("s", "t"):
            return None if words == "s" else ""
        numbers = [part.strip() for part in words.split(",")]
        if node.none and numbers == ["0"]:
            return frozenset()
        if all(part.isdecimal() and 1 <= int(part) <= len(choices) for part in numbers):
            chosen = [choices[int(part) - 1].id for part in numbers]
            if node.checklist:
                return frozenset(chosen)
            if len(chosen) == 1:
                return chosen[0]
        least = 0 if node.none else 1
        print(f"Skriv {'et eller flere tal' if node.checklist else 'et tal'} fra {least} til {len(choices)}.")


def _show(flow: Flow, key: str) -> None:
    outcome = flow.tree.outcomes[key]
    print(f"\n=> {outcome.title}\n   Du {outcome.force} · {flow.level_title(outcome.level)}")
    for item in outcome.do:
        print(f"   - {item.act} ({item.who}, {item.within})")


def _read(words: str) -> str:
    """One line of input; `s` for stop when there is no more."""
    try:
        return input(words).strip().lower()
    except EOFError:
        print()
        return "s"
