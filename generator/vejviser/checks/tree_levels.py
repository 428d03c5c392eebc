"""The levels that ticks on a checklist can give, and the thresholds that raise them."""

from collections.abc import Iterator

from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.records.question import Node, Raise
from vejviser.trees.equivalence import distinct, groups
from vejviser.trees.rules import Flow


def level_keys(entry: Entry, flow: Flow) -> Iterator[Finding]:
    """E512, E513: `go` of a checklist has one line for each level that ticks can give, and no other."""
    answers = distinct(flow, groups(flow))
    for index, node in enumerate(flow.tree.nodes):
        given = {flow.level_of(node.id, ticked) for ticked in answers[node.id] or () if isinstance(ticked, frozenset)}
        if not given:
            continue
        for level in flow.gravity:
            if level in given and level not in node.go:
                yield entry.finding(
                    ("nodes", index, "go"),
                    "E512",
                    f"Krydserne kan give niveauet `{level}`, men `go` siger ikke, hvor det fører hen.",
                    f"Skriv linjen `{level}: id` under `go:`.",
                    key=True,
                )
            elif level in node.go and level not in given:
                yield entry.finding(
                    ("nodes", index, "go", level),
                    "E513",
                    f"Ingen krydser kan give niveauet `{level}`.",
                    "Slet linjen, eller giv et punkt dette niveau.",
                    key=True,
                )


def thresholds(entry: Entry, flow: Flow) -> Iterator[Finding]:
    """E516: a threshold that ticks never reach, that any tick reaches, or that raises nothing."""
    for index, node in enumerate(flow.tree.nodes):
        for number, rule in enumerate(node.raises):
            fault = _threshold_fault(flow, node, rule)
            if fault:
                yield entry.finding(("nodes", index, "raise", number), "E516", *fault)


def _threshold_fault(flow: Flow, node: Node, rule: Raise) -> tuple[str, str] | None:
    least = flow.gravity[rule.count.level] if rule.count.level else 0
    counted = [flow.gravity[item.level] for item in node.items if flow.gravity[item.level] >= least]
    if len(counted) < rule.count.min:
        return (
            f"Tærsklen på {rule.count.min} krydser kan aldrig nås: {len(counted)} af punkterne tæller med.",
            "Sæt `min` ned, eller vælg et andet niveau.",
        )
    if rule.count.min == 1 and len(counted) == len(node.items):
        return (
            "Tærsklen er altid nået: ethvert kryds løfter niveauet.",
            f"Sæt `min` op, eller giv punkterne niveauet `{rule.to}`.",
        )
    if flow.gravity[rule.to] <= min(counted):
        return (
            f"Tærsklen løfter ingenting: krydserne er i forvejen på mindst `{rule.to}`.",
            "Løft til et mere alvorligt niveau, eller slet tærsklen.",
        )
    return None
