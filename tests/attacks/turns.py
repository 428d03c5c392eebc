"""How much of what could be tried is tried: a share that is bearable, or with `VEJVISER_ATTACKS=all` all of it."""

import os
from collections.abc import Sequence
from random import Random


def takes_all() -> bool:
    """Whether all is to be tried."""
    return os.environ.get("VEJVISER_ATTACKS") == "all"


def some(turns: Sequence[int], one_of: int = 10) -> list[int]:
    """One of so many turns: the same ones at each run, spread over all."""
    if takes_all():
        return list(turns)
    random = Random(2026)
    return [random.choice(turns[at : at + one_of]) for at in range(0, len(turns), one_of)]
