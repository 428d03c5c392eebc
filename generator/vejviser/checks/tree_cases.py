"""The examples of a decision tree: they are tests of it, and they are to cover it."""

from collections.abc import Iterator

from vejviser.entry import Entry
from vejviser.findings import Finding, suggestion
from vejviser.trees.coverage import covered, given_answers
from vejviser.trees.paths import follow
from vejviser.trees.proof import Proof

# Of the answers, the share that examples should show.
LEAST_COVERED = 0.95


def cases(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """E510: an example that ends elsewhere than it says."""
    for index, case in enumerate(proof.flow.tree.cases):
        outcome, asked = follow(proof.flow, given_answers(proof.flow, case))
        stray = [question for question in case.answers if question not in asked]
        if outcome is None:
            yield entry.finding(
                ("cases", index, "answers"),
                "E510",
                f"Eksemplet mangler et rigtigt svar på spørgsmålet `{asked[-1]}`.",
                suggestion(str(case.answers.get(asked[-1], [""])[:1] or ""), proof.flow.answer_ids(asked[-1]))
                or "Skriv spørgsmålets id, kolon og id'et på et af dets svar.",
            )
        elif stray:
            yield entry.finding(
                ("cases", index, "answers", stray[0]),
                "E510",
                f"Eksemplet svarer på `{stray[0]}`, som ikke bliver stillet.",
                "Slet svaret, eller ret et tidligere.",
            )
        elif outcome != case.expect:
            yield entry.finding(
                ("cases", index, "expect"),
                "E510",
                f"Eksemplet ender i `{outcome}`, men forventer `{case.expect}`.",
                "Ret svarene, det forventede resultat eller træet.",
            )


def coverage(entry: Entry, proof: Proof) -> Iterator[Finding]:
    """W511, W526: an outcome that no example shows, and a tree whose examples leave too many answers untried."""
    if any(cases(entry, proof)):
        return  # what they cover shows when they are right
    outcomes, answers = covered(proof.flow)["outcomes"], covered(proof.flow)["answers"]
    for key in outcomes.missing:
        yield entry.finding(
            ("outcomes", key),
            "W511",
            f"Intet eksempel viser vejen til resultatet `{key}`.",
            "Skriv et opdigtet eksempel under `cases:`.",
        )
    if answers.share < LEAST_COVERED:
        shown = ", ".join(f"`{name}`" for name in answers.missing[:5])
        yield entry.finding(
            ("cases",),
            "W526",
            f"Eksemplerne prøver kun {answers.share:.0%} af svarene. Der mangler {shown}.",
            "Skriv eksempler, der bruger de svar, så mindst 95 % er prøvet.",
            key=True,
        )
