/** The small model that has learnt how people tell of danger; made and explained in tools/danger. */

(() => {
  const { hash } = globalThis.vejviser;

  // The letters that weights are written in: see `packed` in tools/danger/train.py.
  const ZERO = 48;

  /** @param {string} text @returns {string[]} its words in the letters a to z */
  function folded(text) {
    const plain = text.normalize("NFC").toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
    return (
      plain
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .match(/[a-z0-9]+/g) ?? []
    );
  }

  /** @returns {number} the place of a feature among `size` */
  const place = (feature, size) => hash(feature) % size;

  /**
   * What the model sees of a text: words, groups of letters, and words beside each other.
   * @param {string} text
   * @param {Map<string, string>} kinds of people, by word
   * @returns {Set<string>}
   */
  function features(text, kinds) {
    const words = folded(text);
    const seen = new Set();
    for (const word of words) {
      seen.add(`w${word}`);
      const letters = `^${word}$`;
      for (let size = 3; size <= 5; size++) {
        for (let at = 0; at + size <= letters.length; at++) seen.add(`c${letters.slice(at, at + size)}`);
      }
    }
    const short = words.map((word) => kinds.get(word) ?? word.slice(0, 6));
    short.forEach((word, at) => {
      seen.add(`k${word}`);
      seen.add(`p${short[at - 1] ?? "^"} ${word}`);
      if (at > 1) seen.add(`s${short[at - 2]} ${word}`);
    });
    if (short.length) seen.add(`p${short.at(-1)} $`);
    return seen;
  }

  /**
   * @param {{kinds: Record<string, string>, scale: number, from: number, box: number, row: number, weights: string}} data
   * @returns {(query: string) => {score: number, level: "box" | "row" | null}}
   */
  function makeModel({ kinds, scale, from, box, row, weights }) {
    const named = new Map(
      Object.entries(kinds).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind])),
    );
    return (query) => {
      const seen = [...new Set([...features(query, named)].map((feature) => place(feature, weights.length)))];
      const sum = seen.reduce((total, at) => total + weights.charCodeAt(at) - ZERO, 0);
      const score = from + (scale * sum) / Math.sqrt(Math.max(1, seen.length));
      return { score, level: score >= box ? "box" : score >= row ? "row" : null };
    };
  }

  Object.assign(globalThis.vejviser, { makeModel });
})();
