/** How far words are from each other, and which are so common that they are no slips. */

(() => {
  /** @type {Vejviser["distance"]} letters to change, add, leave out or swap to get from one to another, at most `most` + 1 */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */
    let before = [];
    let above = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, above] = [above, row];
    }
    return above[other.length];
  }

  /** @param {string} text @returns {number} a number that stands for it (FNV-1a in 32 bits) */
  function hash(text) {
    let value = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    return value >>> 0;
  }

  /**
   * @param {{hashes: number, bits: string}} words a Bloom filter, made by tools/common_words.py
   * @returns {(stem: string) => boolean} whether a word is one of the commonest of the language
   */
  function common({ hashes, bits }) {
    const row = Uint8Array.from(atob(bits), (letter) => letter.charCodeAt(0));
    return (stem) => {
      for (let number = 0; number < hashes; number++) {
        const bit = hash(number + stem) % (8 * row.length);
        if (!((row[bit >> 3] >> (bit & 7)) & 1)) return false;
      }
      return true;
    };
  }

  Object.assign(
    (globalThis.vejviser ??= /** @type {Vejviser} */ ({})),
    /** @satisfies {Partial<Vejviser>} */ ({ distance, hash, common }),
  );
})();
