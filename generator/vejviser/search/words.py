"""Danish words as the search sees them: tokens, law references and stems, as in `search_words.js` of the theme."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

_VOWELS = "aeiouyæåø"
_STAYS_DOUBLE = _VOWELS + "cz"
_BEFORE_S = "abcdfghjklmnoprtvyzå"
# Longest first: the first that fits is the longest that fits.
_LISTED = (
    "erendes erende hedens endes erede ethed erens heden heder ernes erets ende enes eres erne eren erer ered heds "
    "eret hed ene ere ens ers ets en er es et e s"
)
_ENDINGS = tuple(_LISTED.split())
_DOUBLE_STOPS = ("gd", "dt", "gt", "kt")
_DERIVED = ("elig", "lig", "els", "ig")

# Forms that no ending explains.
IRREGULAR = {
    "børn": "barn", "børnene": "barn", "børns": "barn", "børnenes": "barn", "børne": "barn", "barnet": "barn",
    "mødre": "mor", "mødrene": "mor", "moren": "mor", "moderen": "mor", "fædre": "far", "faren": "far",
    "faderen": "far", "forældre": "forælder", "forældrene": "forælder", "forældres": "forælder",
    "forældrenes": "forælder", "venner": "ven", "vennerne": "ven", "unge": "ung", "unges": "ung", "ungt": "ung",
    "slår": "slå", "slået": "slå", "slog": "slå", "slag": "slå", "gik": "gå", "går": "gå", "ser": "se", "set": "se",
    "siger": "sige", "sagt": "sige", "gør": "gøre", "gjort": "gøre", "bøger": "bog", "mænd": "mand",
    "får": "få", "fik": "få", "døde": "død", "dør": "død", "dødt": "død", "trist": "trist", "bange": "bange",
}  # fmt: skip

# Words that say nothing about what is sought.
_STOP = (
    "af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter eller "
    "en end er et for fra ham han hans har havde have hende hendes her hos hun hvad hvem hvilke hvilken hvis hvor "
    "hvordan hvornår hvorfor i ikke ind jeg jer jeres jo kan kunne lidt man mange med meget men mig min mine mit mod "
    "må ned nogen noget nogle nu når og også om op os over på sig sin sine sit skal skulle som så sådan til ud under "
    "var vi vil ville vor vores være været inden ved hele både blot dit mens dens deraf således samt selv siden ofte "
    "gerne få får gør gøre lave laver lav sker betyder bare lige hver hvert findes finde endnu stadig altid næsten mere"
)
STOP_WORDS = frozenset(_STOP.split())


@cache
def stem(word: str) -> str:
    """The stem of a word: Snowball's Danish rules, and the irregular words that a site like this one has."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if any(char.isdigit() for char in word):
        return word
    return _without_endings(word)


def _without_endings(word: str) -> str:
    start = _region(word)
    if start is None:
        return word
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= start), "")
    if ending != "s" or word[-2] in _BEFORE_S:
        word = word.removesuffix(ending)
    word = _without_double_stop(word, start)
    if word.endswith("igst"):
        word = word[:-2]
    for end in _DERIVED:
        if word.endswith(end) and len(word) - len(end) >= start:
            word = _without_double_stop(word.removesuffix(end), start)
            break
    if word.endswith("løst") and len(word) - 4 >= start:
        word = word[:-1]
    if len(word) - 1 >= start and word[-1] == word[-2] and word[-1] not in _STAYS_DOUBLE:
        word = word[:-1]
    return word


def _region(word: str) -> int | None:
    """Where the part begins that endings may be taken from; None when there is no such part."""
    place = 0
    while place < len(word) and word[place] not in _VOWELS:
        place += 1
    while place < len(word) and word[place] in _VOWELS:
        place += 1
    return max(3, place + 1) if place < len(word) and len(word) >= 3 else None


def _without_double_stop(word: str, start: int) -> str:
    return word[:-1] if word.endswith(_DOUBLE_STOPS) and len(word) - 2 >= start else word


class Tokens:
    """Splits text into tokens; knows the names of the statutes that the site refers to."""

    def __init__(self, laws: Mapping[str, Sequence[str]]) -> None:
        """`laws` gives the spellings of each statute under its short name, as {"bl": ["bl", "barnets lov"]}."""
        self._law_of = {spelling: name for name, spellings in sorted(laws.items()) for spelling in spellings}
        names = "|".join(name.replace(" ", r"\s+") for name in sorted(self._law_of, key=len, reverse=True))
        self._named = re.compile(rf"\b({names})\s*(?:§+|paragraf)?\s*(\d{{1,3}}(?:\s?[a-h](?![^\W\d_]))?)(?!\d)")

    def __call__(self, text: str) -> list[str]:
        """The tokens of a text; `barnets lov § 133` is also `§133` and `bl§133`."""
        text = unicodedata.normalize("NFC", text).lower()
        if _DIGIT.search(text):
            text = self._named.sub(self._with_law, text) if self._law_of else text
            text = _LETTERED.sub(r" §\1\2 ", text)
            text = _NUMBERED.sub(r" §\1 ", text)
        return _TOKEN.findall(text)

    def _with_law(self, match: re.Match[str]) -> str:
        """A reference with the statute's name, as the bare number and as the number in that statute."""
        law, number = self._law_of[" ".join(match[1].split())], match[2].replace(" ", "")
        return f" {match[1]} §{number} {law}§{number} "


_DIGIT = re.compile(r"\d")
# In "§ 52 a" the letter belongs to the number; "i" is a word of its own.
_LETTERED = re.compile(r"(?<![^\W\d_])(?:§+|paragraf(?:fen)?)\s*(\d{1,3})\s?([a-h])(?![^\W\d_])")
_NUMBERED = re.compile(r"(?<![^\W\d_])(?:§+|paragraf(?:fen)?)\s*(\d{1,3})(?![\da-z])")
_TOKEN = re.compile(r"[^\W\d_]*§\d+[a-h]?|[^\W_]+")
