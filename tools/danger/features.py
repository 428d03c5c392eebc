"""What the model sees of a text, as `search_model.js` sees it; a test holds both to the same lines."""

import re
import unicodedata
from itertools import pairwise

# Words for people count as their kind too, so that what is learnt of a father holds for a stepfather.
KINDS = {
    "A": "far faren fars mor moren mors mand manden kone stedfar stedmor papfar papmor onkel tante moster "
    "faster morbror farbror morfar farfar mormor farmor bedstefar bedstemor kaereste kaeresten foraeldre "
    "foraeldrene dad daddy mum mom uncle svigermor svigerfar nabo naboen traener traeneren paedagog "
    "laerer laereren plejefar plejemor father mother parents baba mamma",
    "B": "barn barnet born boern boernene dreng drengen pige pigen piger drenge elev eleven elever soen "
    "soennen datter datteren baby babyen lille lillebror lillesoester soester bror storebror storesoester "
    "barnebarn niece nevoe spaedbarn ungen unge knaegt child son daughter kid soeskende ven veninde",
}
_KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}
_LONGEST = 6
_SIZES = (3, 4, 5)


def folded(text: str) -> list[str]:
    """The words of a text in the letters a to z and the digits."""
    plain = unicodedata.normalize("NFC", text).lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    bare = "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
    return re.findall("[a-z0-9]+", bare)


def features(text: str) -> list[str]:
    """Words, groups of letters within words, and words beside each other and with one between; each once, sorted."""
    words = folded(text)
    short = [_KIND_OF.get(word, word[:_LONGEST]) for word in words]
    seen = {f"w{word}" for word in words} | {f"k{word}" for word in short}
    for word in words:
        letters = f"^{word}$"
        seen |= {f"c{letters[at : at + size]}" for size in _SIZES for at in range(len(letters) - size + 1)}
    if short:
        seen |= {f"p{first} {second}" for first, second in pairwise(["^", *short, "$"])}
    seen |= {f"s{first} {third}" for first, third in zip(short, short[2:], strict=False)}
    return sorted(seen)
