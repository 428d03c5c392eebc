"""What a new version of a tree changes: the answers that now end elsewhere."""

from dataclasses import dataclass

from vejviser.records.clause import Answer
from vejviser.trees.paths import Path, follow, paths
from vejviser.trees.rules import Flow
from vejviser.trees.words import answer_words


@dataclass(frozen=True, slots=True)
class Change:
    """Paths that ended in `before` and now end in `after`: how many, and the shortest as words."""

    before: str
    after: str
    number: int
    example: str


def changes(old: Flow, new: Flow) -> list[Change]:
    """How the answers of every old path end now, and the new paths that the old tree did not have; grouped by ends."""
    found: dict[tuple[str, str], list[str]] = {}
    for path in paths(old):
        after = _end(new, path.answers)
        if after != path.outcome:
            found.setdefault((path.outcome, after), []).append(_told(old, path))
    for path in paths(new):
        before = _end(old, path.answers)
        # Where both trees have an end of their own the first loop has told it.
        if before.startswith("?"):
            found.setdefault((before, path.outcome), []).append(_told(new, path))
    return [
        Change(*ends, len(examples), min(examples, key=len))
        for ends, examples in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def changed_outcomes(old: Flow, new: Flow) -> list[str]:
    """Outcomes that stay but now have another level, force or record, as lines of text."""
    lines = []
    for key, before in old.tree.outcomes.items():
        after = new.tree.outcomes.get(key)
        for field in ("level", "force", "record") if after else ():
            values = getattr(before, field), getattr(after, field)
            if values[0] != values[1]:
                lines.append(f"{key}: `{field}` var `{values[0]}` og er nu `{values[1]}`")
    return lines


def _end(flow: Flow, answers: dict[str, Answer]) -> str:
    """Where answers end in a tree; a question mark and the reason when they do not."""
    outcome, asked = follow(flow, answers)
    if outcome is not None:
        return outcome
    return f"? svaret på {asked[-1]} findes ikke" if asked[-1] in answers else f"? spørger også om {asked[-1]}"


def _told(flow: Flow, path: Path) -> str:
    return ", ".join(f"{question}: {answer_words(flow, question, answer)}" for question, answer in path.answers.items())
