"""Shows how well the model hears writers that it has not read: each eighth of them is left out in turn.

Use: python tools/danger/judge.py. It takes some minutes. The listed words are not counted here; the test of the held
lines in tests/browser/test_search_held.py counts both.
"""

import zlib
from collections import defaultdict

from features import features
from lines import Line, read
from train import BOX, ROW, model

_FOLDS = 8
# Of normal spread, for an interval of 95 %.
_Z = 1.96


def main() -> None:
    """Print the figures in all, by file of writers, by theme and by writer."""
    scored = left_out(read())
    for share in (0.02, 0.05, 0.1):
        print(f"at {share:.0%} false: {_found(scored, _threshold(scored, share))} from {_threshold(scored, share):.3f}")
    print(f"box from {BOX}: {_found(scored, BOX)}; false {_false(scored, BOX)}")
    print(f"row from {ROW}: {_found(scored, ROW)}; false {_false(scored, ROW)}")
    groups: dict[str, list[tuple[Line, float]]] = defaultdict(list)
    for line, score in scored:
        groups[f"file {line.writer.partition(':')[0]}"].append((line, score))
        groups[f"writer {line.writer}"].append((line, score))
        if line.is_grave:
            groups[f"theme {line.theme}"].append((line, score))
    for name, rows in sorted(groups.items()):
        print(
            f"{name:28} box {_found(rows, BOX)} row {_found(rows, ROW)} false {_false(rows, BOX)} {_false(rows, ROW)}"
        )


def left_out(lines: list[Line]) -> list[tuple[Line, float]]:
    """Each line with the score that a model gives it which has not read its writer."""
    scored = []
    for fold in range(_FOLDS):
        held = [zlib.crc32(line.writer.encode()) % _FOLDS == fold for line in lines]
        learnt, bias = model([line for line, is_held in zip(lines, held, strict=True) if not is_held])
        mine = [line for line, is_held in zip(lines, held, strict=True) if is_held]
        scored += [(line, learnt.score(features(line.text), bias)) for line in mine]
    return scored


def _threshold(scored: list[tuple[Line, float]], share: float) -> float:
    harmless = sorted((score for line, score in scored if not line.is_grave), reverse=True)
    return harmless[int(share * len(harmless))]


def _found(scored: list[tuple[Line, float]], least: float) -> str:
    return interval([score >= least for line, score in scored if line.is_grave])


def _false(scored: list[tuple[Line, float]], least: float) -> str:
    return interval([score >= least for line, score in scored if not line.is_grave])


def interval(hits: list[bool]) -> str:
    """A share with its interval of 95 % (Wilson)."""
    size = len(hits)
    if not size:
        return "-"
    share = sum(hits) / size
    middle = (share + _Z**2 / (2 * size)) / (1 + _Z**2 / size)
    wide = _Z * (share * (1 - share) / size + _Z**2 / (4 * size**2)) ** 0.5 / (1 + _Z**2 / size)
    return f"{share:.3f} [{max(0.0, middle - wide):.2f}-{min(1.0, middle + wide):.2f}]"


if __name__ == "__main__":
    main()
