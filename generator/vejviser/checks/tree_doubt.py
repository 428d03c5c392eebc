"""What doubt may and may not do in a decision tree: be silent, end milder than no, or become a duty."""

from collections.abc import Iterator

from vejviser.checks.tree_proofs import contrast, told
from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.records.question import Node, Option
from vejviser.trees.doubt import held_against, is_doubt, says_no, sounds_doubtful
from vejviser.trees.paths import Path
from vejviser.trees.proof import Proof
from vejviser.trees.rules import Flow
from vejviser.trees.words import answer_words

_SPECIAL_SUPPORT = "særlig støtte"


def silent(entry: Entry, flow: Flow) -> Iterator[Finding]:
    """E508: an answer that sounds like doubt and does not say what the doubt counts as, or that it is none."""
    for index, node in enumerate(flow.tree.nodes):
        for number, option in enumerate(node.options):
            if sounds_doubtful(option) and option.counts_as is None and option.doubt is None and option.go is not None:
                yield entry.finding(
                    ("nodes", index, "options", number),
                    "E508",
                    f"Svaret »{option.label}« siger ikke, hvad tvivlen tæller som.",
                    "Skriv `counts_as:` med id'et på det svar, den tæller som, og slet `go:`. Fører tvivlen sit eget "
                    "sted hen, så skriv `doubt: yes`. Er det ikke tvivl, så skriv `doubt: no`.",
                )


def milder(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E519: doubt that can end milder than no or another mild answer would, or, about danger, milder than any."""
    for index, node in enumerate(proof.flow.tree.nodes):
        for number, option in enumerate(node.options):
            if not is_doubt(option):
                continue
            against = [(other, option.counts_as or option.id) for other in _held(proof, node, option)]
            # Sparring on the way is no end: who goes on from it is asked what a no would have been asked.
            gaps = list(proof.gaps(node.id, against, all_go_on=option.counts_as is None))
            if gaps and (worst := max(gaps, key=lambda gap: gap.levels)).levels > 0:
                does = (
                    f"Tvivl tæller som {answer_words(proof.flow, node.id, option.counts_as)}"
                    if option.counts_as
                    else f"Tvivl fører sin egen vej ved `{node.id}`"
                )
                yield entry.finding(
                    ("nodes", index, "options", number, "counts_as" if option.counts_as else "go"),
                    "E519",
                    f"{does}, og det kan gøre svaret mildere. {contrast(proof.flow, worst)}",
                    "Lad tvivlen tælle som det svar, der kan ende mest alvorligt. Er intet svar det på alle veje, så "
                    "stil de samme spørgsmål efter begge svar.",
                )


def _held(proof: Proof, node: Node, doubt: Option) -> list[str]:
    """The answers that a doubt may not end milder than: those by their words, and those that others are graver than."""
    held = held_against(node, doubt)
    own = [option.id for option in node.options if not is_doubt(option)]
    if node.acute or len(own) < 3 or node.id not in proof.states.at:
        return held

    def graver(one: str, two: str) -> bool:
        return any(gap.levels > 0 for gap in proof.gaps(node.id, [(one, two)]))

    mild = {one for one in own if any(graver(other, one) and not graver(one, other) for other in own if other != one)}
    return [one for one in own if one in held or (one in mild and one != doubt.counts_as)]


def own_outcome(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E531: doubt about special support that has no outcome of its own between local help and notification."""
    for index, node in enumerate(proof.flow.tree.nodes):
        if _SPECIAL_SUPPORT not in node.ask.lower() or not proof.paths:
            continue
        for number, option in enumerate(node.options):
            if is_doubt(option) and (fault := _own_fault(proof.flow, proof.paths, node, option.id)):
                yield entry.finding(
                    ("nodes", index, "options", number),
                    "E531",
                    f"Tvivl om særlig støtte {fault}.",
                    "Skriv `doubt: yes` og et `go:`, som ender i sparring i dag: `force: bør`, og et niveau mellem "
                    "lokal hjælp og underretning.",
                )


def _own_fault(flow: Flow, paths: list[Path], node: Node, doubt: str) -> str | None:
    """What is wrong with where doubt first ends; None when nothing is."""
    no = {option.id for option in node.options if says_no(option)}
    yes = {option.id for option in node.options if option.id == "ja" or option.label.lower().startswith("ja")}
    ends = {name: _first_ends(paths, node.id, ids) for name, ids in {"doubt": {doubt}, "no": no, "yes": yes}.items()}
    own = ends["doubt"] - ends["no"] - ends["yes"]
    gravity = {key: flow.gravity[outcome.level] for key, outcome in flow.tree.outcomes.items()}
    if not own:
        return "har ikke sit eget resultat"
    if forced := sorted(key for key in own if flow.tree.outcomes[key].force != "bør"):
        return f"ender i `{forced[0]}`, som ikke siger »bør«"
    if ends["yes"] and min(gravity[key] for key in ends["yes"]) <= max(gravity[key] for key in own):
        return f"ender i `{max(own, key=gravity.__getitem__)}`, som er lige så alvorligt som et ja"
    lightest = min(gravity[key] for key in own)
    if lower := sorted(key for key in ends["doubt"] if gravity[key] < lightest):
        return f"kan også ende i `{lower[0]}`, som er mildere"
    return None


def _first_ends(paths: list[Path], question: str, answers: set[str]) -> set[str]:
    """The outcomes that come first after one of some answers to a question."""
    found = set()
    for path in paths:
        if path.answers.get(question) in answers:
            asked = [step.question for step in path.steps]
            after = path.steps[asked.index(question) :]
            first = next((step.target for step in after if step.target not in asked), None)
            found |= {first} if first else set()
    return found


def duty_from_doubt(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E532: »Du skal« to a reader who has said no more than doubt twice."""
    flow, told_of = proof.flow, set()
    for path in sorted(proof.paths or (), key=lambda path: len(path.steps)):
        last = flow.nodes[path.steps[-1].question]
        if flow.tree.outcomes[path.outcome].force != "skal" or path.outcome in told_of or last.checklist or last.acute:
            continue
        doubts = [step for step in path.steps if _is_doubt(flow, step.question, step.answer)]
        if len(doubts) >= 2:
            told_of.add(path.outcome)
            yield entry.finding(
                ("outcomes", path.outcome, "force"),
                "E532",
                f"To gange tvivl bliver til »Du skal«. {told(flow, tuple(path.answers.items()))} "
                f"fører til `{path.outcome}`.",
                "Lad tvivlen føre til et resultat med `force: bør`.",
            )


def _is_doubt(flow: Flow, question: str, answer: object) -> bool:
    node = flow.nodes[question]
    return not node.acute and any(option.id == answer and is_doubt(option) for option in node.options)
