"""The gravest questions of a decision tree: danger, violence, and a child who wants to die."""

import re
from collections.abc import Iterator

from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.records.clause import Answer
from vejviser.records.tree import Tree
from vejviser.trees.proof import Proof
from vejviser.trees.rules import Flow

_DANGER = re.compile(
    r"\bi fare\b|\bfare (?:nu|lige)|\bvold\b|overgreb|krænkelse|mishandl|social kontrol", re.IGNORECASE
)
_OWN_DEATH = re.compile(
    r"selvmord|\bat dø\b|\bvil dø\b|tage sit (?:eget )?liv|livet er ligegyldigt"
    r"|\b(?:skader|skærer|brænder)\b[^.]*\bsig selv\b|selvskade",
    re.IGNORECASE,
)


def unmarked(entry: Entry, flow: Flow) -> Iterator[Finding]:
    """E533: a question about danger, violence or abuse that does not say so, so that doubt is not held to be yes."""
    for index, node in enumerate(flow.tree.nodes[1:], 1):
        if node.choice and not node.acute and _DANGER.search(node.ask):
            yield entry.finding(
                ("nodes", index, "ask"),
                "E533",
                "Spørgsmålet handler om fare, vold eller overgreb, men har ikke `acute: true`.",
                "Skriv `acute: true` på spørgsmålet, så tvivl skal tælle som ja.",
            )


def own_death(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E537: a tick or an answer about suicide or self-harm that does not lead to the gravest level at once."""
    flow = proof.flow
    for index, node in enumerate(flow.tree.nodes):
        answers: list[tuple[str, int, str, Answer]] = [
            ("options", number, option.label, option.id)
            for number, option in enumerate(node.options)
            if not option.label.lower().startswith("nej")
        ]
        answers += [("items", number, item.label, frozenset({item.id})) for number, item in enumerate(node.items)]
        for field, number, label, answer in answers:
            if _OWN_DEATH.search(label) and not _is_gravest(proof, node.id, answer):
                from_signs = field == "items" and number >= _own_items(entry, index)
                yield entry.finding(
                    ("nodes", index, "items_from") if from_signs else ("nodes", index, field, number),
                    "E537",
                    f"»{label}« fører ikke straks til træets mest alvorlige niveau.",
                    "Lad svaret føre til et resultat på det sidste niveau under `levels`.",
                )


def _own_items(entry: Entry, index: int) -> int:
    """How many items a checklist has of its own; the others come from signs and have no place in the file."""
    assert isinstance(entry.record, Tree)
    return len(entry.record.nodes[index].items)


def _is_gravest(proof: Proof, question: str, answer: Answer) -> bool:
    """Whether an answer leads to an outcome of the gravest level, wherever the question is asked."""
    outcomes, gravest = proof.flow.tree.outcomes, proof.flow.tree.levels[-1].id
    return all(place in outcomes and outcomes[place].level == gravest for place in proof.next_places(question, answer))
