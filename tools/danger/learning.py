"""Learns what features tell of danger: naive Bayes, mixed with a linear classifier over it (Wang and Manning, 2012)."""

import math
import random
from collections import Counter
from collections.abc import Sequence

_SMOOTHING = 0.3
_COST = 1.0
_ROUNDS = 10
# How much the classifier counts beside naive Bayes.
_SHARE = 0.5
_BIAS = ""


def learnt(rows: Sequence[Sequence[str]], grave: Sequence[bool]) -> tuple[dict[str, float], Counter[str]]:
    """The weight of each feature of some lines, and in how many lines it is; the bias stands under the empty name."""
    times = [Counter[str](), Counter[str]()]
    for row, is_grave in zip(rows, grave, strict=True):
        times[is_grave].update(row)
    spread = times[0] + times[1]
    totals = [sum(count.values()) + _SMOOTHING * len(spread) for count in times]
    ratio = {
        feature: math.log(
            ((times[1][feature] + _SMOOTHING) / totals[1]) / ((times[0][feature] + _SMOOTHING) / totals[0])
        )
        for feature in sorted(spread)
    }
    trained = _classifier([{feature: ratio[feature] / math.sqrt(len(row)) for feature in row} for row in rows], grave)
    bias = trained.pop(_BIAS)
    mean = sum(map(abs, trained.values())) / len(trained)
    weights = {
        feature: ((1 - _SHARE) * mean + _SHARE * trained.get(feature, 0.0)) * ratio[feature] for feature in ratio
    }
    return weights | {_BIAS: _SHARE * bias}, spread


def _classifier(rows: list[dict[str, float]], grave: Sequence[bool]) -> dict[str, float]:
    """A support vector machine with squared loss, by dual coordinate descent (Hsieh and others, 2008)."""
    weights: dict[str, float] = {_BIAS: 0.0}
    for row in rows:
        weights.update(dict.fromkeys(row, 0.0))
        row[_BIAS] = 1.0
    alphas, soft = [0.0] * len(rows), 1 / (2 * _COST)
    squares = [sum(value * value for value in row.values()) + soft for row in rows]
    order, shuffle = list(range(len(rows))), random.Random(1).shuffle
    for _ in range(_ROUNDS):
        shuffle(order)
        for at in order:
            sign, row = (1 if grave[at] else -1), rows[at]
            gap = sign * sum(weights[feature] * value for feature, value in row.items()) - 1 + soft * alphas[at]
            changed = max(0.0, alphas[at] - gap / squares[at])
            if changed != alphas[at]:
                step = sign * (changed - alphas[at])
                for feature, value in row.items():
                    weights[feature] += step * value
                alphas[at] = changed
    return weights
