"""Makes of a Danish name what an id may be made of."""

import re
import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})


def slug(name: str) -> str:
    """A name as an id: small letters a to z, figures and hyphens; `Møde i huset` is `moede-i-huset`."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS).lower())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
