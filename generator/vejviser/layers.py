"""Lays the records of one layer over those below it: a municipality's own over the shared ones."""

from vejviser.entry import Entry
from vejviser.findings import Finding


def lay_over(below: dict[str, Entry], layer: dict[str, Entry]) -> tuple[list[tuple[Entry, Entry]], list[Finding]]:
    """Put each record in the place of the one with the same kind and id, in `below`.

    Gives the pairs of those that were replaced with those in their place, and what cannot be laid over.
    """
    replaced, findings = [], []
    for entry in layer.values():
        other = below.get(entry.id)
        if other is not None and other.kind != entry.kind:
            findings.append(
                entry.finding(
                    ("id",),
                    "E302",
                    f"Id'et `{entry.id}` bruges allerede til noget andet: {other.path}.",
                    "Giv den ene et andet id.",
                )
            )
            continue
        if other is not None:
            replaced.append((other, entry))
        below[entry.id] = entry
    return replaced, findings
