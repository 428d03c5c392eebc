"""The signs on the checklists of a decision tree: each leads where its own page says."""

from collections.abc import Iterator
from datetime import date

from vejviser.checks.trees import flows, form_faults, too_large
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.sign import Sign
from vejviser.trees.proof import proof_of


def signs_elsewhere(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E308: a sign that belongs to a page for which the tree has an acute outcome, and whose tick leads elsewhere."""
    for entry, flow in flows(project):
        acute = {key for key, outcome in flow.tree.outcomes.items() if outcome.level == flow.tree.levels[-1].id}
        if form_faults(entry, flow) or too_large(proof := proof_of(flow)):
            continue
        for index, node in enumerate(flow.tree.nodes):
            for item in node.items:
                sign = project.entries.get(item.id)
                page = sign.record.leads_to if sign and isinstance(sign.record, Sign) else None
                right = {key for key in acute if flow.tree.outcomes[key].record == page}
                if right and not right.issuperset(proof.next_places(node.id, frozenset({item.id}))):
                    yield entry.finding(
                        ("nodes", index, "items_from"),
                        "E308",
                        f"Tegnet »{item.label}« hører til `{page}`, men krydset fører et andet sted hen.",
                        f"Skriv en regel, så `{{has: [{node.id}, {item.id}]}}` fører til `{min(right)}`.",
                    )
