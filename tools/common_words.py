"""Writes the commonest Danish words of six letters or more, which the search never takes for slips, as a few bytes.

Use: pip install wordfreq; python tools/common_words.py. The words come from wordfreq (CC BY-SA 4.0). They are kept as a
Bloom filter: each word sets some bits of a long row, and a word whose bits are all set is taken for a common one. One
of about forty other words is so by chance, and is then left as it is typed.
"""

from base64 import b64encode
from pathlib import Path

from vejviser.search.words import stem

SCRIPT = Path(__file__).parents[1] / "site_overrides" / "assets" / "search_common.js"
MOST, SHORTEST = 3000, 6
BITS, HASHES = 16_000, 4
TEXT = """/*!
 * The commonest Danish words of six letters or more, made by tools/common_words.py out of wordfreq (Robyn Speer),
 * which is under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), and so is this row of bits.
 */
(globalThis.vejviser ??= /** @type {{Vejviser}} */ ({{}})).commonWords = {{ hashes: {hashes}, bits: "{bits}" }};
"""


def main() -> None:
    """Write the script."""
    from wordfreq import top_n_list  # type: ignore[import-not-found]  # only whoever makes the list anew needs it

    words = [word for word in top_n_list("da", 50_000) if len(word) >= SHORTEST and word.isalpha()]
    SCRIPT.write_text(written({stem(word) for word in words[:MOST]}), encoding="utf-8")


def written(stems: set[str]) -> str:
    """The script that knows some stems."""
    row = bytearray(BITS // 8)
    for word in stems:
        for bit in bits_of(word):
            row[bit // 8] |= 1 << bit % 8
    return TEXT.format(hashes=HASHES, bits=b64encode(row).decode())


def bits_of(word: str) -> list[int]:
    """The bits that a word sets; `search_spelling.js` does the same."""
    return [fnv(f"{number}{word}") % BITS for number in range(HASHES)]


def fnv(text: str) -> int:
    """FNV-1a in 32 bits, over UTF-16 as JavaScript has it."""
    value = 0x811C9DC5
    for letter in text:
        value = (value ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return value


if __name__ == "__main__":
    main()
