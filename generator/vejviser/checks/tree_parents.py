"""No way through a decision tree to a child's parents before somebody has said that it is safe."""

from collections.abc import Iterator
from datetime import date

from vejviser.checks.tree_proofs import told
from vejviser.checks.trees import flows, form_faults, too_large
from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.clause import Answer
from vejviser.trees.doubt import is_doubt
from vejviser.trees.parents import contacts_parents, own_words, sends_to_parents
from vejviser.trees.paths import Path
from vejviser.trees.proof import Proof, proof_of
from vejviser.trees.rules import Flow


def unsafe_contact(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E534, E535: an outcome that sends to the parents without a safe answer on the way, or in a tree with no rule."""
    for entry, flow in flows(project):
        contacting = _contacting(project, flow)
        if not contacting or form_faults(entry, flow) or too_large(proof := proof_of(flow)):
            continue
        rules = [number for number, must in enumerate(flow.tree.must) if must.parents_only_if]
        if not rules:
            yield entry.finding(
                ("outcomes", contacting[0]),
                "E535",
                f"Resultatet `{contacting[0]}` går til forældrene, men træet siger ikke, hvornår det er trygt.",
                "Spørg, om det er trygt, at forældrene ved det, og skriv en regel under `must` med "
                "`parents_only_if: {is: [spørgsmål, svar]}`.",
            )
        for number in rules:
            yield from _unsafe(entry, proof, number, contacting)


def _contacting(project: Project, flow: Flow) -> list[str]:
    records = {key: project.entries.get(outcome.record) for key, outcome in flow.tree.outcomes.items()}
    return [
        key
        for key, outcome in flow.tree.outcomes.items()
        if contacts_parents(outcome, target.record if (target := records[key]) else None)
    ]


def _unsafe(entry: Entry, proof: Proof, number: int, contacting: list[str]) -> Iterator[Finding]:
    flow, must = proof.flow, proof.flow.tree.must[number]
    assert must.parents_only_if is not None
    broken = [
        path
        for path in proof.paths or ()
        if path.outcome in contacting
        and (must.when is None or must.when.holds(flow, path.answers))
        and not must.parents_only_if.holds(flow, _sure(flow, path))
    ]
    if broken:
        shortest = min(broken, key=lambda path: len(path.steps))
        yield entry.finding(
            ("must", number),
            "E534",
            f"Reglen »{must.name}« holder ikke. {told(flow, tuple(shortest.answers.items()))} fører til "
            f"`{shortest.outcome}`, som sender læseren til forældrene.",
            "Spørg først, om det er trygt. Skal resultatet ikke sende nogen til forældrene, så ret ordene, eller skjul "
            "sidens linjer med `hide: [parents, consent]`.",
        )


def _sure(flow: Flow, path: Path) -> dict[str, Answer]:
    """The answers that are no doubt: who doubts has not said that it is safe, whatever the doubt counts as."""
    doubts = {(node.id, option.id) for node in flow.tree.nodes for option in node.options if is_doubt(option)}
    return {question: answer for question, answer in path.answers.items() if (question, answer) not in doubts}


def denied_contact(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E536: an outcome that says it does not go to the parents, and whose words do."""
    for entry, flow in flows(project):
        for key, outcome in flow.tree.outcomes.items():
            sending = next(filter(sends_to_parents, own_words(outcome)), None)
            if outcome.contacts_parents is False and sending:
                yield entry.finding(
                    ("outcomes", key, "contacts_parents"),
                    "E536",
                    f"Resultatet siger, at det ikke går til forældrene, men skriver »{sending}«.",
                    "Slet `contacts_parents: no`, eller skriv betingelsen i samme sætning: »når det er trygt«.",
                )
