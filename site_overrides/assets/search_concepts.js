/** What each word of a query is worth in each document: by itself, and by what it may also mean. */

(() => {
  const { WEIGHTS, FULL, LOWEST, STEP, REPEATED, FITS, IN_IDIOM, UNSEEN, MORE_MEANINGS } = globalThis.vejviser.tuning;
  const { WHOLE, HALF, OF_KNOWN, PART, LEAST_SCALE, MOST_SCALE } = globalThis.vejviser.tuning;

  /** @param {[number, number][]} row */
  const weights = (row) => new Map(row.map(([at, level]) => [at, LOWEST * STEP ** level]));

  /** @param {number[]} numbers */
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

  class Concepts {
    /**
     * @param {Vocabulary} vocabulary
     * @param {[number, number][][]} postings for each term of the vocabulary the documents whose text has it, with the level
     * @param {number} size how many documents there are
     */
    constructor(vocabulary, postings, size) {
      this.vocabulary = vocabulary;
      this.size = size;
      /** @type {Map<string, Scores>} what each term weighs in each document */
      this.postings = new Map(vocabulary.terms.map((term, at) => [term, weights(postings[at] ?? [])]));
      /** @type {Map<string, Concept>} */
      this.byStem = new Map();
    }

    /** @param {number} at @param {Said} said what the titles, terms, leads and headings of a document say */
    add(at, said) {
      for (const [field, stems] of Object.entries(said)) {
        for (const stem of stems) {
          const row = this.postings.get(stem);
          row?.set(at, (row.get(at) ?? 0) + WEIGHTS[/** @type {keyof Said} */ (field)]);
        }
      }
    }

    /** @param {number} spread in how many documents a word is @returns {number} how much it says */
    rarity(spread) {
      return Math.log(1 + (this.size - spread + UNSEEN) / (spread + UNSEEN));
    }

    /** @param {string} term @returns {number} */
    rarityOf(term) {
      return this.rarity(this.postings.get(term)?.size ?? 0);
    }

    /** @param {Weights} terms that mean the same here, with how well each fits @returns {Concept} */
    of(terms) {
      /** @type {Scores} */
      const best = new Map();
      /** @type {Scores} */
      const all = new Map();
      /** @type {Set<number>} */
      const sure = new Set();
      for (const [term, fit] of terms) {
        for (const [at, weight] of this.postings.get(term) ?? []) {
          if (fit >= FITS && weight > REPEATED) sure.add(at);
          const value = fit * weight;
          best.set(at, Math.max(best.get(at) ?? 0, value));
          all.set(at, (all.get(at) ?? 0) + value);
        }
      }
      const rarity = this.rarity(sure.size || all.size);
      /** @type {Scores} */
      const scores = new Map();
      for (const [at, top] of best) {
        const weight = top + MORE_MEANINGS * ((all.get(at) ?? 0) - top);
        scores.set(at, (rarity * weight * (FULL + 1)) / ((FULL + weight) * FULL));
      }
      return { scores, rarity };
    }

    /** @param {string} stem @returns {Concept} the stem with its relatives */
    ofStem(stem) {
      const concept = this.byStem.get(stem) ?? this.of(this.vocabulary.related(stem));
      this.byStem.set(stem, concept);
      return concept;
    }

    /**
     * A typed word with its other spellings, and a compound also as its parts, which may stand apart.
     * @param {string} typed
     * @param {boolean} isLast whether it may be unfinished
     * @param {boolean} asTyped whether it is no slip
     * @returns {TypedConcept}
     */
    ofTyped(typed, isLast, asTyped) {
      const meant = this.vocabulary.meanings(typed, isLast, asTyped);
      const { scores, rarity } = this.of(meant.terms);
      const parts = [...new Set(meant.parts ?? [])].map((part) => this.ofStem(part));
      /** @param {number} at @param {number} value */
      const raise = (at, value) => value > (scores.get(at) ?? 0) && scores.set(at, value);
      const isWhole = parts.length > 1;
      const share = (isWhole ? WHOLE : HALF) * (meant.how ? OF_KNOWN : 1);
      for (const at of parts[0]?.scores.keys() ?? []) {
        if (parts.every((part) => part.scores.has(at)))
          raise(at, share * sum(parts.map((part) => part.scores.get(at) ?? 0)));
      }
      if (isWhole && !meant.how)
        for (const part of parts) for (const [at, value] of part.scores) raise(at, PART * value);
      // A word that the site does not have still counts against a page that lacks it.
      const unknown = parts.length ? Math.max(...parts.map((part) => part.rarity)) : Math.log(1 + this.size);
      return { ...meant, typed, scores, rarity: meant.terms.size ? rarity : unknown };
    }

    // Takes from words what they do not mean inside a phrase that means something else.
    /** @param {Fired[]} fired @param {Concept[]} concepts */
    weaken(fired, concepts) {
      const places = new Set(fired.filter(({ rule }) => rule.isIdiom).flatMap(({ at }) => at));
      for (const place of places) {
        for (const [at, score] of concepts[place].scores) concepts[place].scores.set(at, IN_IDIOM * score);
      }
    }

    // What each fired rule gives each document in place of the words that it stands for.
    /** @param {Fired[]} fired @param {Concept[]} concepts */
    gains(fired, concepts) {
      /** @type {Map<number, Gain[]>} */
      const gains = new Map();
      for (const { at: places, rule } of fired) {
        const replaced = sum(places.map((place) => concepts[place].rarity));
        rule.to.forEach((phrase, number) => {
          const parts = phrase.map((stem) => this.ofStem(stem));
          if (!parts.length || parts.some(({ scores }) => !scores.size)) return;
          const rarity = sum(parts.map((part) => part.rarity)) || 1;
          const scale = rule.weight * Math.min(MOST_SCALE, Math.max(LEAST_SCALE, replaced / rarity));
          const least = parts.length > 2 ? parts.length - 1 : parts.length;
          for (const at of new Set(parts.flatMap(({ scores }) => [...scores.keys()]))) {
            const held = parts.filter(({ scores }) => scores.has(at));
            if (held.length < least) continue;
            const value = (scale * sum(held.map(({ scores }) => scores.get(at) ?? 0)) * held.length) / parts.length;
            const before = sum(places.map((place) => concepts[place].scores.get(at) ?? 0));
            if (value <= before) continue;
            const more = { places, gain: value - before, words: rule.words[number] };
            const there = gains.get(at);
            if (there) there.push(more);
            else gains.set(at, [more]);
          }
        });
      }
      return gains;
    }
  }

  Object.assign(globalThis.vejviser, /** @satisfies {Partial<Vejviser>} */ ({ Concepts }));
})();
