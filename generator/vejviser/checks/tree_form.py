"""How a decision tree hangs together: every answer leads on, nothing points back, no id is used twice."""

from collections import Counter
from collections.abc import Iterator

from vejviser.entry import Entry
from vejviser.findings import Finding, suggestion
from vejviser.records.question import Option, Rule
from vejviser.schema import Loc
from vejviser.trees.rules import Flow

# Ids that the page around a tree uses for its own parts.
_TAKEN = ("side", "kilder", "lov", "se-ogsaa", "laes-mere", "menu", "indhold", "search-words", "search-title")


def targets(entry: Entry, flow: Flow) -> Iterator[Finding]:
    """E501, E502, E505, E506, E514: unknown and backward targets, dead ends and rules without an end."""
    for index, node in enumerate(flow.tree.nodes):
        for number, option in enumerate(node.options):
            yield from _option_faults(entry, flow, index, number, option)
        for level, rules in node.go.items():
            yield from _rule_faults(entry, flow, ("nodes", index, "go", level), rules, index)
    for key, outcome in flow.tree.outcomes.items():
        if outcome.continue_at is not None:
            yield from _continue_faults(entry, flow, key, outcome.continue_at)


def _option_faults(entry: Entry, flow: Flow, index: int, number: int, option: Option) -> Iterator[Finding]:
    node, loc = flow.tree.nodes[index], ("nodes", index, "options", number)
    if option.go is not None:
        yield from _rule_faults(entry, flow, (*loc, "go"), option.go, index)
        if option.counts_as is not None:
            yield entry.finding(
                loc,
                "E506",
                f"Svaret »{option.label}« har både `go` og `counts_as`.",
                "Slet `go:`. Svaret fører hen, hvor det svar fører, som det tæller som.",
            )
    elif option.counts_as is None:
        yield entry.finding(
            loc,
            "E505",
            f"Svaret »{option.label}« fører ingen steder hen.",
            "Skriv `go:` og id'et på et senere spørgsmål eller et resultat. Er svaret tvivl, så skriv `counts_as:`.",
        )
    elif option.counts_as not in (others := [other.id for other in node.options if other.go is not None]):
        yield entry.finding(
            (*loc, "counts_as"),
            "E506",
            f"`{option.counts_as}` er ikke et svar i spørgsmålet, som fører videre.",
            suggestion(option.counts_as, others) or "Giv et af svarene et `go:`, og peg på det.",
        )


def _rule_faults(entry: Entry, flow: Flow, loc: Loc, rules: list[Rule], at: int) -> Iterator[Finding]:
    for number, rule in enumerate(rules):
        name = "to" if rule.to is not None else "else"
        yield from _pointer_faults(entry, flow, (*loc, number, name), rule.target, at)
    if rules[-1].else_ is None:
        yield entry.finding(
            loc,
            "E514",
            "`else` står ikke sidst, så reglerne efter den bliver aldrig brugt."
            if any(rule.else_ for rule in rules)
            else "Reglerne slutter uden `else`, så nogle svar fører ingen steder hen.",
            "Skriv `- {else: id}` som den sidste regel.",
        )


def _continue_faults(entry: Entry, flow: Flow, key: str, target: str) -> Iterator[Finding]:
    loc = ("outcomes", key, "continue_at")
    # An outcome has no place in the order; what it continues at must come after every question that leads to it.
    before = [i for i, node in enumerate(flow.tree.nodes) if any(rule.target == key for rule in node.rules)]
    yield from _pointer_faults(entry, flow, loc, target, max(before, default=-1))
    if target in flow.tree.outcomes:
        yield entry.finding(
            loc,
            "E501",
            f"`{target}` er ikke et spørgsmål.",
            suggestion(target, flow.nodes) or "Skriv id'et på et senere spørgsmål.",
        )


def _pointer_faults(entry: Entry, flow: Flow, loc: Loc, target: str, at: int) -> Iterator[Finding]:
    """A target that does not exist, or that stands at or before question number `at`."""
    if target not in flow.order and target not in flow.tree.outcomes:
        yield entry.finding(
            loc,
            "E501",
            f"`{target}` er hverken et spørgsmål eller et resultat i træet.",
            suggestion(target, [*flow.order, *flow.tree.outcomes])
            or "Skriv id'et på et senere spørgsmål eller et resultat.",
        )
    elif target in flow.order and flow.order[target] <= at:
        yield entry.finding(
            loc,
            "E502",
            f"`{target}` står tidligere i træet, så læseren går i ring.",
            "Peg på et senere spørgsmål, eller flyt spørgsmålet ned.",
        )


def duplicates(entry: Entry, flow: Flow) -> Iterator[Finding]:
    """E503: a question, an outcome, an option, an item or a level whose id is taken."""
    seen = Counter((*flow.tree.outcomes, *_TAKEN))
    for key in flow.tree.outcomes:
        if seen[key] > 1:
            yield entry.finding(
                ("outcomes", key),
                "E503",
                f"Id'et `{key}` bruges af siden selv.",
                "Giv resultatet et andet id.",
                key=True,
            )
    yield from _repeated(entry, ("levels",), [level.id for level in flow.tree.levels], "niveauer")
    for index, node in enumerate(flow.tree.nodes):
        seen[node.id] += 1
        if seen[node.id] > 1:
            yield entry.finding(
                ("nodes", index, "choice" if node.choice else "checklist"),
                "E503",
                f"Id'et `{node.id}` {'bruges af siden selv' if node.id in _TAKEN else 'er brugt før i træet'}.",
                "Giv spørgsmålet et andet id.",
            )
        yield from _repeated(entry, ("nodes", index, "options"), [option.id for option in node.options], "svar")
        yield from _repeated(entry, ("nodes", index, "items"), [item.id for item in node.items], "punkter")


def _repeated(entry: Entry, loc: Loc, ids: list[str], what: str) -> Iterator[Finding]:
    count = Counter(ids)
    for number, id_ in enumerate(ids):
        if count[id_] > 1:
            yield entry.finding(
                (*loc, number, "id"), "E503", f"To {what} her har id'et `{id_}`.", "Giv hver sit eget id."
            )
