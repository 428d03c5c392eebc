"""What kind of answer a question wants, by how it is put; `records/kinds.py` says how well each kind answers it."""

from vejviser.records.kinds import KINDS
from vejviser.search.tuning import OTHERS

# Sought in the question in small letters, with a space before and after it.
PATTERNS = {
    "how": "hvordan|hvad gør|sådan| skrive? ",
    "meaning": "hvad er|hvad betyder|hvad står|forklar",
    "help": "tilbud|hjælp til|gruppe|forløb|kursus|indsats",
    "sign": "tegn|symptom",
    "law": "må jeg|lov |pligt|§|paragraf|ret til",
    "call": "telefon|nummer|ringe?r? |adresse|åbningstid|kontakt ",
    "role": "min rolle|mine opgaver|skal jeg som|hvad laver",
}
# What sounds grave is told by the words of the thesaurus.
_GRAVE = "acute"
_OTHER_GROUP = "Andre sider"


def kind_rules() -> dict[str, object]:
    """What the browser must know of each kind: its heading, how far behind it stands, and what it is an answer to."""
    found = {name: kind.search for name, kind in KINDS.items() if kind.search}
    return {
        "groups": {name: one.group for name, one in found.items()} | dict.fromkeys(OTHERS, _OTHER_GROUP),
        "weights": {name: one.weight for name, one in found.items() if one.weight != 1} | OTHERS,
        "asked": [[pattern, _answers_to(intent)] for intent, pattern in PATTERNS.items()],
        "grave": _answers_to(_GRAVE),
    }


def _answers_to(intent: str) -> dict[str, float]:
    """How much more likely each kind is when a question is put so; only those that are."""
    found = {name: kind.search.asked.get(intent) for name, kind in KINDS.items() if kind.search}
    return {name: factor for name, factor in found.items() if factor}
