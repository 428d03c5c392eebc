/** The small model that has learnt how people tell of danger; made and explained in tools/danger. */

(() => {
  const { hash } = globalThis.vejviser;

  // As in tools/danger/features.py: the fewest letters of a beginning, and what a word of no kind is cut to.
  const LEAST = 3;
  const CUT = 5;
  const SIZES = [3, 4];
  const FEWEST = 3;
  // What a word is cut to when its theme is looked for.
  const LONGEST = 6;

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
   * What the model sees: words, groups of letters within words, kinds, two kinds in one text and kinds side by side.
   * @param {string[]} words
   * @param {(word: string) => string | undefined} kindOf the kind of a word
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
    const kinds = words.map(kindOf);
    const told = [...new Set(kinds.filter(Boolean))].sort();
    told.forEach((kind, at) => {
      seen.add(`q${kind}`);
      for (const other of told.slice(at + 1)) seen.add(`q${kind}${other}`);
    });
    const short = words.map((word, at) => kinds[at] ?? word.slice(0, CUT));
    short.forEach((word, at) => seen.add(`r${short[at - 1] ?? "^"} ${word}`));
    if (short.length) seen.add(`r${short.at(-1)} $`);
    return seen;
  }

  // Words in one string, each with its name.
  /** @param {Record<string, string>} lists */
  const named = (lists) =>
    new Map(Object.entries(lists).flatMap(([name, words]) => words.split(" ").map((word) => [word, name])));

  class Model {
    /** @param {ModelData} data */
    constructor(data) {
      this.data = data;
      this.whole = named(data.whole);
      this.begun = named(data.begun);
      this.themeOf = named(data.themes);
    }

    /** @param {string} word @returns {string | undefined} the kind of the word, or of the most of its beginning */
    kindOf(word) {
      let kind = this.whole.get(word);
      for (let size = word.length; !kind && size >= LEAST; size--) kind = this.begun.get(word.slice(0, size));
      return kind;
    }

    /** @param {string} feature @returns what it weighs, at one of the two places where it may stand; 0 when it is not there */
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
      const seen = [...features(folded(text), (word) => this.kindOf(word))];
      const sum = seen.reduce((total, feature) => total + this.weight(feature), 0);
      return this.data.from + (this.data.scale * sum) / Math.sqrt(Math.max(1, seen.length));
    }

    /** @param {string} text @returns {ModelHeard} */
    hear(text) {
      const { box, row, calm } = this.data;
      // A word or two say too little to the model; for those there are the lists.
      if (folded(text).length < FEWEST) return { level: null, theme: this.theme(text), isCalm: false };
      const score = this.score(text);
      const level = score >= box ? "box" : score >= row ? "row" : null;
      return { level, theme: this.theme(text), isCalm: score < calm };
    }

    /** @param {string} text @returns the theme that most of its words tell of */
    theme(text) {
      const told = new Map();
      for (const word of folded(text)) {
        const theme = this.themeOf.get(word.slice(0, LONGEST));
        if (theme) told.set(theme, (told.get(theme) ?? 0) + 1);
      }
      return [...told].sort((a, b) => b[1] - a[1])[0]?.[0];
    }
  }

  Object.assign(globalThis.vejviser, /** @satisfies {Partial<Vejviser>} */ ({ Model }));
})();
