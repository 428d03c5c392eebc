"""What is proved about every way through a decision tree, each with the shortest example against it."""

from collections.abc import Iterator

from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.records.tree import Must
from vejviser.trees.edges import edges, reachable
from vejviser.trees.equivalence import climbs
from vejviser.trees.paths import MOST_PATHS, Path
from vejviser.trees.proof import Proof
from vejviser.trees.rules import Flow
from vejviser.trees.twins import Gap, Given
from vejviser.trees.words import answer_words


def unreachable(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E504: a question or an outcome that no answers lead to."""
    flow, reached = proof.flow, reachable(proof.flow)
    for index, node in enumerate(flow.tree.nodes):
        if node.id not in reached:
            yield entry.finding(
                ("nodes", index, "choice" if node.choice else "checklist"),
                "E504",
                f"Ingen svar fører til spørgsmålet `{node.id}`.",
                "Lad et tidligere svar pege på det med `go:`, eller slet det.",
            )
    for key in flow.tree.outcomes:
        if key not in reached:
            yield entry.finding(
                ("outcomes", key),
                "E504",
                f"Ingen svar fører til resultatet `{key}`.",
                "Lad et svar pege på det med `go:`, eller slet det.",
            )


def unused_rules(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E515: a rule that no answers come to: an earlier one takes them all, or it contradicts itself."""
    states = proof.states
    for edge in edges(proof.flow):
        use = (edge.question, edge.branch, edge.rule)
        node = proof.flow.nodes[edge.question]
        doubt = any(option.id == edge.branch and option.counts_as for option in node.options)
        if edge.question not in states.at or doubt or use in states.used:
            continue
        index = proof.flow.order[edge.question]
        loc = (
            ("nodes", index, "go", edge.branch)
            if node.checklist
            else ("nodes", index, "options", [option.id for option in node.options].index(edge.branch), "go")
        )
        message = (
            "Reglen bliver aldrig brugt: en tidligere regel tager alle de svar, den gælder."
            if use in states.held
            else "Reglen bliver aldrig brugt: dens betingelse kan ikke være opfyldt her."
        )
        yield entry.finding((*loc, edge.rule), "E515", message, "Slet reglen, flyt den op, eller ret betingelsen.")


# Safety rules times paths: about a second.
MOST_TRIED = 1_000_000


def too_many(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E524: a tree with more ways through it than can be proved, or a checklist with too many ways to tick it."""
    for index, node in enumerate(proof.flow.tree.nodes):
        if node.id in proof.walk.too_many:
            yield entry.finding(
                ("nodes", index, "checklist"),
                "E524",
                f"Reglerne nævner så mange punkter på `{node.id}` hver for sig, at ingen kan prøve alle krydser.",
                "Brug `level_min` eller `count` i reglerne i stedet for `has`, eller del listen i to.",
            )
    if proof.walk.too_many:
        return
    number = len(proof.flow.tree.must)
    if proof.paths is None:
        most = sorted(proof.flow.order, key=lambda id_: -len(proof.walk.answers(id_)))[:3]
        yield entry.finding(
            ("nodes",),
            "E524",
            f"Træet har mere end {MOST_PATHS:,} veje.".replace(",", "."),
            f"Del træet i to. Flest svar at skille ad har {' og '.join(f'`{id_}`' for id_ in most)}; "
            "brug færre svar, tærskler og `has` der.",
            key=True,
        )
    elif len(proof.paths) * number > MOST_TRIED:
        yield entry.finding(
            ("must",),
            "E524",
            f"{number} regler under `must` kan ikke prøves på {len(proof.paths)} veje.",
            "Saml regler, der ligner hinanden, med `any:`, eller del træet i to.",
            key=True,
        )


def too_large(entry: Entry, proof: Proof, question: str) -> Finding:
    """E524: a tree whose answers are too many to try against each other; `question` is where most of them meet."""
    asked = proof.walk.asked_later(question)
    names = ", ".join(f"`{id_}`" for id_ in asked[:5]) + (" og flere" if len(asked) > 5 else "")
    node = proof.flow.nodes[question]
    return entry.finding(
        ("nodes", proof.flow.order[question], "choice" if node.choice else "checklist"),
        "E524",
        f"Træet er for stort at bevise: ved `{question}` er der for mange svar at prøve mod hinanden"
        + (f", for reglerne spørger tilbage til {names}." if asked else "."),
        f"Del træet ved `{question}`, giv det færre svar, eller brug `level_min` i reglerne i stedet for mange `has`.",
    )


def musts(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E522, W525: a safety rule that some path breaks, and one that speaks of no path."""
    answered = [(path, path.answers) for path in proof.paths or ()]
    for number, must in enumerate(proof.flow.tree.must):
        spoken_of = [path for path, answers in answered if must.when is None or must.when.holds(proof.flow, answers)]
        broken = [path for path in spoken_of if not _keeps(proof.flow, must, path)]
        if broken:
            shortest = min(broken, key=lambda path: len(path.steps))
            yield entry.finding(
                ("must", number),
                "E522",
                f"Reglen »{must.name}« holder ikke. {told(proof.flow, tuple(shortest.answers.items()))} "
                f"fører til `{shortest.outcome}`.",
                "Ret, hvor svarene fører hen, eller ret reglen.",
            )
        elif not spoken_of and proof.paths:
            yield entry.finding(
                ("must", number),
                "W525",
                f"Reglen »{must.name}« gælder ingen veje.",
                "Ret `when`, så den passer på mindst én vej.",
            )


def _keeps(flow: Flow, must: Must, path: Path) -> bool:
    ends = {*path.passed, path.outcome}
    level = flow.gravity[flow.tree.outcomes[path.gravest(flow)].level]
    high_enough = must.outcome_level_min is None or level >= flow.gravity[must.outcome_level_min]
    return high_enough and ends.isdisjoint(must.never) and (not must.outcome or not ends.isdisjoint(must.outcome))


def monotone(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E523: one tick more, or a graver one, that can end milder."""
    for index, node in enumerate(proof.flow.tree.nodes):
        if not node.checklist:
            continue
        gaps = list(proof.gaps(node.id, climbs(proof.flow, node.id, proof.walk.groups[node.id])))
        if gaps and (worst := max(gaps, key=lambda gap: gap.levels)).levels > 0:
            yield entry.finding(
                ("nodes", index, "checklist"),
                "E523",
                f"Et kryds mere kan gøre svaret mildere. {contrast(proof.flow, worst)}",
                "Lad flere eller mere alvorlige krydser føre til det samme eller noget mere alvorligt.",
            )


def idle(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """W520: a question whose answer changes no outcome."""
    for index, node in enumerate(proof.flow.tree.nodes):
        if node.id not in proof.states.at:
            continue
        answers = list(proof.walk.answers(node.id))
        pairs = [(answers[0], other) for other in answers[1:]]
        if not any(gap.differs for gap in proof.gaps(node.id, pairs)):
            yield entry.finding(
                ("nodes", index, "choice" if node.choice else "checklist"),
                "W520",
                f"Svaret på `{node.id}` ændrer aldrig resultatet.",
                "Slet spørgsmålet, så læseren svarer på mindre.",
            )


def contrast(flow: Flow, gap: Gap) -> str:
    """Two sides of a gap, told as answers and where they lead."""
    first, second = (told(flow, given) for given in (gap.first, gap.second))
    return f"{first} fører til `{gap.ends[0]}`, men {second} fører til `{gap.ends[1]}`."


def told(flow: Flow, given: Given) -> str:
    """Answers in order: each question with the answer's words."""
    return ", ".join(f"`{question}`: {answer_words(flow, question, answer)}" for question, answer in given)
