"""The words that tell the theme of a line that is taken for grave, where no listed word does."""

from collections import Counter

from features import folded
from lines import Line

_LONGEST, _LEAST, _SHARE, _MOST = 6, 4, 0.6, 30


def themes(lines: list[Line]) -> dict[str, str]:
    """For each theme the beginnings of words that are mostly said of it, those that are said the most first."""
    by_theme: dict[str, Counter[str]] = {}
    for line in lines:
        if line.is_grave:
            begun = {word[:_LONGEST] for word in folded(line.text) if len(word) > 2}
            by_theme.setdefault(line.theme, Counter()).update(begun)
    total = sum(by_theme.values(), Counter[str]())
    found = {}
    for theme in sorted(by_theme):
        told = [word for word, times in by_theme[theme].items() if times >= _LEAST and times >= _SHARE * total[word]]
        told.sort(key=lambda word: (-by_theme[theme][word], word))
        found[theme] = " ".join(told[:_MOST])
    return found
