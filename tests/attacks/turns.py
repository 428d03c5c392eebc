"""How much of what could be tried is tried: a share; `VEJVISER_ATTACKS=few` makes it smaller, `all` tries all of it."""

import os
from collections.abc import Sequence
from random import Random

# CI has half an hour for everything.
_FEWER = 4


def takes_all() -> bool:
    """Whether all is to be tried."""
    return os.environ.get("VEJVISER_ATTACKS") == "all"


def some(turns: Sequence[int], one_of: int = 10) -> list[int]:
    """One of so many turns: the same ones at each run, spread over all."""
    if takes_all():
        return list(turns)
    if os.environ.get("VEJVISER_ATTACKS") == "few":
        one_of *= _FEWER
    random = Random(2026)
    return [random.choice(turns[at : at + one_of]) for at in range(0, len(turns), one_of)]
