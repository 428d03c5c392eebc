/** The second opinion: pages that share groups of four letters with the query, whatever the words are. */

(() => {
  const { skeleton } = globalThis.vejviser;

  class Grams {
    /** @param {Words} words */
    constructor(words) {
      this.words = words;
      /** @type {Weights[]} how often each group is in each document */
      this.counted = [];
      /** @type {Map<string, number>} in how many documents a group is */
      this.spread = new Map();
      /** @type {Map<string, number[]>} pairs of a document and a group's share of it, one after the other */
      this.postings = new Map();
      /** @type {Map<string, string[]>} */
      this.ofWord = new Map();
    }

    /** @param {Tokens} tokens of the next document */
    add({ title, terms, lead }) {
      const counts = this.count(title, 4);
      for (const term of terms) this.count(term, 3, counts);
      this.counted.push(this.count(lead, 1, counts));
      for (const gram of counts.keys()) this.spread.set(gram, (this.spread.get(gram) ?? 0) + 1);
    }

    /** @param {number} at once all are counted: what each group of this document is worth among them */
    weigh(at) {
      for (const [gram, share] of this.shares(this.counted[at])) {
        const row = this.postings.get(gram);
        if (row) row.push(at, share);
        else this.postings.set(gram, [at, share]);
      }
      this.counted[at].clear();
    }

    // Counts the groups of words on top of what is counted.
    /** @param {string[]} tokens @param {number} weight @param {Weights} [counts] */
    count(tokens, weight, counts = new Map()) {
      for (const word of tokens)
        for (const gram of this.groups(word)) counts.set(gram, (counts.get(gram) ?? 0) + weight);
      return counts;
    }

    /** @param {string} word @returns its groups; its beginning and end count as letters */
    groups(word) {
      let grams = this.ofWord.get(word);
      if (grams) return grams;
      grams = [];
      if (!this.words.stop.has(word)) {
        const letters = `_${skeleton(word)}_`;
        for (let at = 0; at + 4 <= Math.max(4, letters.length); at++) grams.push(letters.slice(at, at + 4));
      }
      this.ofWord.set(word, grams);
      return grams;
    }

    // Turns counts into each group's share of a text: what is rare says more, and a long text has no advantage.
    /** @param {Weights} counts */
    shares(counts) {
      let squares = 0;
      for (const [gram, count] of counts) {
        const share = (1 + Math.log(count)) * Math.log(1 + this.counted.length / (this.spread.get(gram) ?? 1));
        squares += share * share;
        counts.set(gram, share);
      }
      const length = Math.sqrt(squares) || 1;
      for (const [gram, share] of counts) counts.set(gram, share / length);
      return counts;
    }

    /** @param {string} query @returns how alike each document is, from 0 to 1 */
    alike(query) {
      /** @type {Scores} */
      const found = new Map();
      for (const [gram, share] of this.shares(this.count(this.words.tokens(query), 1))) {
        const row = this.postings.get(gram) ?? [];
        for (let at = 0; at < row.length; at += 2) found.set(row[at], (found.get(row[at]) ?? 0) + row[at + 1] * share);
      }
      return found;
    }
  }

  Object.assign(globalThis.vejviser, /** @satisfies {Partial<Vejviser>} */ ({ Grams }));
})();
