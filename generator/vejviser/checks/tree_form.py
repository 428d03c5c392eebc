"""Checks of decision trees: every path leads somewhere, nothing is out of reach, doubt is taken seriously."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from vejviser.findings import Finding, suggestion
from vejviser.links import Links
from vejviser.project import Entry, Project
from vejviser.records.tree import Option, Tree
from vejviser.schema import Loc
from vejviser.trees.paths import follow, reachable, target_of

_DOUBT = ("ved ikke", "ved det ikke", "i tvivl", "måske", "usikker")


def _trees(project: Project) -> Iterator[tuple[Entry, Tree]]:
    for entry in project.of_kind("tree"):
        if isinstance(entry.record, Tree):
            yield entry, entry.record


def _target_faults(entry: Entry, tree: Tree) -> Iterator[Finding]:
    for index, node in enumerate(tree.nodes):
        for number, option in enumerate(node.options):
            yield from _option_faults(entry, tree, index, number, option)
    for key, outcome in tree.outcomes.items():
        if outcome.continue_at is not None:
            yield from _continue_faults(entry, tree, key, outcome.continue_at)


def _option_faults(entry: Entry, tree: Tree, index: int, number: int, option: Option) -> Iterator[Finding]:
    node, loc = tree.nodes[index], ("nodes", index, "options", number)
    if option.go is not None:
        yield from _pointer_faults(entry, tree, (*loc, "go"), option.go, index)
        if option.counts_as is not None:
            yield entry.finding(
                loc, "E506", f"Svaret »{option.label}« har både `go` og `counts_as`.",
                "Slet `go:`. Svaret fører hen, hvor det svar fører, som det tæller som.")
    elif option.counts_as is None:
        yield entry.finding(
            loc, "E505", f"Svaret »{option.label}« fører ingen steder hen.",
            "Skriv `go:` og id'et på et senere spørgsmål eller et resultat.")
    elif target_of(node, option) is None:
        others = [other.id for other in node.options if other.go is not None]
        yield entry.finding(
            (*loc, "counts_as"), "E506", f"`{option.counts_as}` er ikke et svar i spørgsmålet, som fører videre.",
            suggestion(option.counts_as, others) or "Giv et af svarene et `go:`, og peg på det.")


def _continue_faults(entry: Entry, tree: Tree, key: str, target: str) -> Iterator[Finding]:
    loc = ("outcomes", key, "continue_at")
    # An outcome has no place in the order; what it continues at must come after every question that leads to it.
    before = [i for i, node in enumerate(tree.nodes) if any(target_of(node, option) == key for option in node.options)]
    yield from _pointer_faults(entry, tree, loc, target, max(before, default=-1))
    if target in tree.outcomes:
        yield entry.finding(
            loc, "E501", f"`{target}` er ikke et spørgsmål.",
            suggestion(target, [node.choice for node in tree.nodes]) or "Skriv id'et på et senere spørgsmål.")


def _pointer_faults(entry: Entry, tree: Tree, loc: Loc, target: str, at: int) -> Iterator[Finding]:
    """A target that does not exist, or that stands at or before question number `at`."""
    order = {node.choice: index for index, node in enumerate(tree.nodes)}
    if target not in order and target not in tree.outcomes:
        yield entry.finding(
            loc, "E501", f"`{target}` er hverken et spørgsmål eller et resultat i træet.",
            suggestion(target, [*order, *tree.outcomes]) or "Skriv id'et på et senere spørgsmål eller et resultat.")
    elif target in order and order[target] <= at:
        yield entry.finding(
            loc, "E502", f"`{target}` står tidligere i træet, så læseren går i ring.",
            "Peg på et senere spørgsmål, eller flyt spørgsmålet ned.")


def targets(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E501, E502, E505, E506: unknown and backward targets, dead ends and doubt that counts as nothing."""
    for entry, tree in _trees(project):
        yield from _target_faults(entry, tree)


# Ids that the page around a tree uses for its own parts.
_TAKEN = ("side", "kilder", "lov", "se-ogsaa", "laes-mere", "menu", "indhold", "search-words", "search-title")


def duplicates(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E503: a question, an outcome or an option whose id is taken."""
    for entry, tree in _trees(project):
        seen = Counter((*tree.outcomes, *_TAKEN))
        for key in tree.outcomes:
            if seen[key] > 1:
                yield entry.finding(
                    ("outcomes", key), "E503", f"Id'et `{key}` bruges af siden selv.", "Giv resultatet et andet id.",
                    key=True)
        for index, node in enumerate(tree.nodes):
            seen[node.choice] += 1
            if seen[node.choice] > 1:
                yield entry.finding(
                    ("nodes", index, "choice"), "E503", f"Id'et `{node.choice}` er brugt før i træet.",
                    "Giv spørgsmålet et andet id.")
            options = Counter(option.id for option in node.options)
            for number, option in enumerate(node.options):
                if options[option.id] > 1:
                    yield entry.finding(
                        ("nodes", index, "options", number, "id"), "E503",
                        f"To svar i spørgsmålet har id'et `{option.id}`.", "Giv hvert svar sit eget id.")


def doubtful_answers(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E508: an answer of doubt that does not say which answer it counts as."""
    for entry, tree in _trees(project):
        for index, node in enumerate(tree.nodes):
            for number, option in enumerate(node.options):
                if option.counts_as is None and any(word in option.label.lower() for word in _DOUBT):
                    yield entry.finding(
                        ("nodes", index, "options", number), "E508",
                        f"Svaret »{option.label}« siger ikke, hvad tvivlen tæller som.",
                        "Skriv `counts_as:` med id'et på det mest forsigtige svar, og slet `go:`.")


def acute_first(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E507: a tree whose first question is not the one about acute danger."""
    for entry, tree in _trees(project):
        if not tree.nodes[0].acute:
            yield entry.finding(
                ("nodes", 0), "E507", "Det første spørgsmål handler ikke om akut fare.",
                "Begynd med spørgsmålet om fare lige nu, og skriv `acute: true` på det.")


def levels(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E509: an outcome on a level that the tree does not have."""
    for entry, tree in _trees(project):
        known = [level.id for level in tree.levels]
        for key, outcome in tree.outcomes.items():
            if outcome.level not in known:
                yield entry.finding(
                    ("outcomes", key, "level"), "E509", f"Træet har ikke niveauet `{outcome.level}`.",
                    suggestion(outcome.level, known) or "Skriv id'et på et af træets niveauer.")


def unreachable(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E504: a question or an outcome that no answers lead to."""
    for entry, tree in _trees(project):
        if any(_target_faults(entry, tree)):
            continue
        reached = reachable(tree)
        for index, node in enumerate(tree.nodes):
            if node.choice not in reached:
                yield entry.finding(
                    ("nodes", index, "choice"), "E504", f"Ingen svar fører til spørgsmålet `{node.choice}`.",
                    "Lad et tidligere svar pege på det med `go:`, eller slet det.")
        for key in tree.outcomes:
            if key not in reached:
                yield entry.finding(
                    ("outcomes", key), "E504", f"Ingen svar fører til resultatet `{key}`.",
                    "Lad et svar pege på det med `go:`, eller slet det.")


def cases(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E510, W511: an example that ends elsewhere than it says, and an outcome that no example shows."""
    for entry, tree in _trees(project):
        if any(_target_faults(entry, tree)):
            continue
        shown = set()
        for index, case in enumerate(tree.cases):
            outcome, asked = follow(tree, case.answers)
            stray = [question for question in case.answers if question not in asked]
            if outcome is None:
                yield entry.finding(
                    ("cases", index, "answers"), "E510",
                    f"Eksemplet mangler et rigtigt svar på spørgsmålet `{asked[-1]}`.",
                    "Skriv spørgsmålets id, kolon og id'et på et af dets svar.")
            elif stray:
                yield entry.finding(
                    ("cases", index, "answers", stray[0]), "E510",
                    f"Eksemplet svarer på `{stray[0]}`, som ikke bliver stillet.",
                    "Slet svaret, eller ret et tidligere.")
            elif outcome != case.expect:
                yield entry.finding(
                    ("cases", index, "expect"), "E510",
                    f"Eksemplet ender i `{outcome}`, men forventer `{case.expect}`.",
                    "Ret svarene, det forventede resultat eller træet.")
            shown.add(case.expect)
        for key in tree.outcomes:
            if key not in shown:
                yield entry.finding(
                    ("outcomes", key), "W511", f"Intet eksempel viser vejen til resultatet `{key}`.",
                    "Skriv et opdigtet eksempel under `cases:`.")
