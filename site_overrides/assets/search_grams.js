/** The second opinion: pages that share groups of four letters with the query, whatever the words are. */

(() => {
  const { skeleton } = globalThis.vejviser;

  class Grams {
    /**
     * @param {import("./search_words.js").Words} words
     * @param {{title: string, terms: string[], lead: string}[]} documents
     */
    constructor(words, documents) {
      this.words = words;
      const counted = documents.map(({ title, terms, lead }) => {
        const counts = this.count(title, 4);
        this.count(terms.join(" "), 3, counts);
        return this.count(lead, 1, counts);
      });
      this.number = documents.length;
      this.spread = new Map();
      for (const counts of counted) {
        for (const gram of counts.keys()) this.spread.set(gram, (this.spread.get(gram) ?? 0) + 1);
      }
      /** @type {Map<string, number[]>} pairs of a document and its share, one after the other */
      this.postings = new Map();
      counted.forEach((counts, at) => {
        for (const [gram, share] of this.shares(counts)) {
          if (!this.postings.has(gram)) this.postings.set(gram, []);
          this.postings.get(gram).push(at, share);
        }
      });
    }

    /** Counts the groups in a text on top of what is counted; a word's beginning and end count as letters. */
    count(text, weight, counts = new Map()) {
      for (const word of this.words.tokens(text)) {
        if (this.words.stop.has(word)) continue;
        const letters = `_${skeleton(word)}_`;
        for (let at = 0; at + 4 <= Math.max(4, letters.length); at++) {
          const gram = letters.slice(at, at + 4);
          counts.set(gram, (counts.get(gram) ?? 0) + weight);
        }
      }
      return counts;
    }

    /** Each group's share of a text: what is rare says more, and a long text has no advantage. */
    shares(counts) {
      const shares = [...counts].map(([gram, count]) => {
        return [gram, (1 + Math.log(count)) * Math.log(1 + this.number / (this.spread.get(gram) ?? 1))];
      });
      const length = Math.hypot(...shares.map(([, share]) => share)) || 1;
      return shares.map(([gram, share]) => [gram, share / length]);
    }

    /** @param {string} query @returns {Map<number, number>} how alike each document is, from 0 to 1 */
    alike(query) {
      const found = new Map();
      for (const [gram, share] of this.shares(this.count(query, 1))) {
        const row = this.postings.get(gram) ?? [];
        for (let at = 0; at < row.length; at += 2) found.set(row[at], (found.get(row[at]) ?? 0) + row[at + 1] * share);
      }
      return found;
    }
  }

  Object.assign(globalThis.vejviser, { Grams });
})();
