/** The small model that has learnt how people tell of danger; made and explained in tools/danger. */

(() => {
  const { hash } = globalThis.vejviser;

  // What a word is cut to when it stands beside others; as in tools/danger/features.py.
  const LONGEST = 6;
  const SIZES = [3, 4, 5];
  const FEWEST = 3;

  /** @param {string} text @returns {string[]} its words in the letters a to z and the digits */
  function folded(text) {
    const plain = text.normalize("NFC").toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
    return (
      plain
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .match(/[a-z0-9]+/g) ?? []
    );
  }

  /**
   * What the model sees: words, groups of letters within words, and words beside each other and with one between.
   * @param {string[]} words
   * @param {Map<string, string>} kindOf the kinds of people, by word
   * @returns {Set<string>}
   */
  function features(words, kindOf) {
    const seen = new Set();
    for (const word of words) {
      seen.add(`w${word}`);
      const letters = `^${word}$`;
      for (const size of SIZES) {
        for (let at = 0; at + size <= letters.length; at++) seen.add(`c${letters.slice(at, at + size)}`);
      }
    }
    const short = words.map((word) => kindOf.get(word) ?? word.slice(0, LONGEST));
    short.forEach((word, at) => {
      seen.add(`k${word}`).add(`p${short[at - 1] ?? "^"} ${word}`);
      if (at > 1) seen.add(`s${short[at - 2]} ${word}`);
    });
    if (short.length) seen.add(`p${short.at(-1)} $`);
    return seen;
  }

  /** Words in one string, each with its name. */
  const named = (lists) =>
    new Map(Object.entries(lists).flatMap(([name, words]) => words.split(" ").map((word) => [word, name])));

  class Model {
    /**
     * @param {{kinds: Record<string, string>, themes: Record<string, string>, slots: number, steps: number, scale: number,
     *   from: number, box: number, row: number, prints: string, weights: string}} data
     */
    constructor(data) {
      this.data = data;
      this.kindOf = named(data.kinds);
      this.themeOf = named(data.themes);
    }

    /** What a feature weighs, at one of the two places where it may stand; 0 when it is not there. */
    weight(feature) {
      const { slots, steps, prints, weights } = this.data;
      const value = hash(feature);
      for (const at of [value % slots, (value >>> 8) % slots]) {
        const weight = parseInt(weights[at], 16) - steps;
        if (weight && parseInt(prints[at], 16) === value >>> 28) return weight;
      }
      return 0;
    }

    /** @param {string} text @returns {number} the more, the surer that it tells of danger */
    score(text) {
      const seen = [...features(folded(text), this.kindOf)];
      const sum = seen.reduce((total, feature) => total + this.weight(feature), 0);
      return this.data.from + (this.data.scale * sum) / Math.sqrt(Math.max(1, seen.length));
    }

    /** @param {string} text @returns {{level: "box" | "row" | null, theme: string | undefined}} */
    hear(text) {
      const { box, row } = this.data;
      // A word or two say too little to the model; for those there are the lists.
      const score = folded(text).length < FEWEST ? -Infinity : this.score(text);
      return { level: score >= box ? "box" : score >= row ? "row" : null, theme: this.theme(text) };
    }

    /** The theme that most of the words tell of. */
    theme(text) {
      const told = new Map();
      for (const word of folded(text)) {
        const theme = this.themeOf.get(word.slice(0, LONGEST));
        if (theme) told.set(theme, (told.get(theme) ?? 0) + 1);
      }
      return [...told].sort((a, b) => b[1] - a[1])[0]?.[0];
    }
  }

  Object.assign(globalThis.vejviser, { Model });
})();
