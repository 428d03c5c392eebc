/** The names of documents: titles, terms and headings, and how well a query says each of them. */

(() => {
  const { skeleton } = globalThis.vejviser;
  const { OF_STOP_WORD, LEAST_SAID, FITS, WORTH, OF_QUERY } = globalThis.vejviser.tuning;
  const { TYPED, TYPED_OTHERWISE, TYPED_PARTLY, LEAST_HEADING } = globalThis.vejviser.tuning;

  /** @param {string} plain words as one, however they are spelt and whether they are written together, apart or with a hyphen. */
  const closed = (plain) => skeleton(plain).replaceAll(" ", "");

  /** @typedef {keyof typeof WORTH} Field */

  class Names {
    /**
     * @param {Words} words
     * @param {{rarityOf: (stem: string) => number}} concepts
     */
    constructor(words, concepts) {
      this.words = words;
      this.concepts = concepts;
      /** @type {{plain: string, bones: string, stems: string, title: number, headings: number[]}[]} for each document */
      this.of = [];
      /** @type {Set<string> | undefined} made when it is first asked for */
      this.titles = undefined;
      /** @type {{at: number, field: Field, all: number}[]} each name: its document, and what all its words weigh */
      this.names = [];
      /** @type {Map<string, number[]>} the names that a stem is in, as often as it is */
      this.byStem = new Map();
    }

    /** @param {Tokens} tokens of the next document */
    add({ title, terms, headings }) {
      const at = this.of.length;
      const plain = title.join(" ");
      for (const term of terms) this.addName(at, "terms", term);
      this.of.push({
        plain,
        bones: closed(plain),
        stems: title.map((word) => this.words.stem(word)).join(" "),
        title: this.addName(at, "title", title),
        headings: headings.map((heading) => this.addName(at, "headings", heading)),
      });
    }

    /** @param {string} plain what was typed @returns {boolean} whether it is the title of a document */
    isTitle(plain) {
      this.titles ??= new Set(this.of.map(({ bones }) => bones));
      return this.titles.has(closed(plain));
    }

    /** @param {number} at @param {Field} field @param {string[]} tokens @returns the number of the name */
    addName(at, field, tokens) {
      const stems = tokens.map((word) => this.words.stem(word));
      const name = this.names.push({ at, field, all: stems.reduce((sum, stem) => sum + this.weightOf(stem), 0) }) - 1;
      for (const stem of stems) {
        const names = this.byStem.get(stem);
        if (names) names.push(name);
        else this.byStem.set(stem, [name]);
      }
      return name;
    }

    /** @param {string} stem @returns what it says of a name: a rare word says more */
    weightOf(stem) {
      return this.words.stop.has(stem) ? OF_STOP_WORD : this.concepts.rarityOf(stem);
    }

    /**
     * @param {Weights} meant every term that the query may mean, with how well it fits
     * @returns {Scores} how much of each name the query says, from 0 to 1
     */
    covers(meant) {
      /** @type {Scores} */
      const said = new Map();
      for (const [stem, fit] of meant) {
        const weight = fit * this.weightOf(stem);
        for (const name of this.byStem.get(stem) ?? []) said.set(name, (said.get(name) ?? 0) + weight);
      }
      for (const [name, weight] of said) said.set(name, this.names[name].all ? weight / this.names[name].all : 0);
      return said;
    }

    /**
     * How much more documents are worth since the query says a name of theirs: how much of the name is said, and how
     * much of the query it says.
     * @param {Scores} covers
     * @param {{terms: Weights, rarity: number}[]} concepts
     * @returns {Scores}
     */
    worth(covers, concepts) {
      const all = concepts.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
      /** @type {Scores} */
      const shares = new Map();
      for (const { terms, rarity } of concepts) {
        /** @type {Set<number>} */
        const seen = new Set();
        for (const [stem, fit] of terms)
          if (fit >= FITS) for (const name of this.byStem.get(stem) ?? []) seen.add(name);
        for (const name of seen) shares.set(name, (shares.get(name) ?? 0) + rarity / all);
      }
      /** @type {Map<number, Record<Field, number>>} the best of each field */
      const best = new Map();
      for (const [name, cover] of covers) {
        if (cover < LEAST_SAID) continue;
        const { at, field } = this.names[name];
        const fits = best.get(at) ?? { title: 0, terms: 0, headings: 0 };
        best.set(at, fits);
        fits[field] = Math.max(
          fits[field],
          WORTH[field] * cover ** 2 * (1 - OF_QUERY + OF_QUERY * (shares.get(name) ?? 0)),
        );
      }
      return new Map([...best].map(([at, { title, terms, headings }]) => [at, 1 + title + Math.max(terms, headings)]));
    }

    // How much more a document is worth when its title is what was typed, or begins so.
    /** @param {number} at @param {string} plain @param {string} stems */
    typedTitle(at, plain, stems) {
      const title = this.of[at];
      if (plain.length < 2) return 1;
      if (title.plain === plain) return TYPED;
      if (title.bones === closed(plain) || title.stems === stems) return TYPED_OTHERWISE;
      const isWithin = title.stems.includes(" ") && ` ${stems} `.includes(` ${title.stems} `);
      return isWithin || title.plain.startsWith(plain) ? TYPED_PARTLY : 1;
    }

    // The number of the heading that the query says best, when it says it better than the title.
    /** @param {number} at @param {Scores} covers @returns {number | null} */
    bestHeading(at, covers) {
      const { title, headings } = this.of[at];
      let best = null;
      let most = Math.max(LEAST_HEADING, covers.get(title) ?? 0);
      for (const [number, name] of headings.entries()) {
        const cover = covers.get(name) ?? 0;
        if (cover > most) [best, most] = [number, cover];
      }
      return best;
    }
  }

  Object.assign(globalThis.vejviser, /** @satisfies {Partial<Vejviser>} */ ({ Names }));
})();
