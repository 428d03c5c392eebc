"""What the model sees of a text, as `search_model.js` sees it; a test holds both to the same lines."""

import re
import unicodedata
from itertools import combinations, pairwise

from kinds import BEGUN, WHOLE

_WHOLE = {word: kind for kind, words in WHOLE.items() for word in words.split()}
_BEGUN = {beginning: kind for kind, words in BEGUN.items() for beginning in words.split()}
# The fewest letters of a beginning, and what a word of no kind is cut to when it stands beside others.
_LEAST, _CUT = 3, 5
_SIZES = (3, 4)


def folded(text: str) -> list[str]:
    """The words of a text in the letters a to z and the digits."""
    plain = unicodedata.normalize("NFC", text).lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    bare = "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
    return re.findall("[a-z0-9]+", bare)


def kind_of(word: str) -> str:
    """The kind of a folded word, or nothing."""
    begun = (_BEGUN.get(word[:size]) for size in range(len(word), _LEAST - 1, -1))
    return _WHOLE.get(word) or next(filter(None, begun), "")


def features(text: str) -> list[str]:
    """Words, groups of letters within words, kinds, two kinds in one text and kinds side by side; each once, sorted."""
    words = folded(text)
    kinds = [kind_of(word) for word in words]
    seen = {f"w{word}" for word in words}
    for word in words:
        letters = f"^{word}$"
        seen |= {f"c{letters[at : at + size]}" for size in _SIZES for at in range(len(letters) - size + 1)}
    told = sorted({*filter(None, kinds)})
    seen |= {f"q{kind}" for kind in told} | {f"q{first}{second}" for first, second in combinations(told, 2)}
    if words:
        short = [kind or word[:_CUT] for kind, word in zip(kinds, words, strict=True)]
        seen |= {f"r{first} {second}" for first, second in pairwise(["^", *short, "$"])}
    return sorted(seen)
