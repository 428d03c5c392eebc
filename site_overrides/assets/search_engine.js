/** Finds the documents that fit a query best. No page, no storage, no network: data in, results out. */

(() => {
  const { Words, Vocabulary, Concepts, Grams, Rules, skeleton, takeAge, wantedKinds, fitOfAge, makeCue } = globalThis.vejviser;

  // A page that has few of the words keeps this much of what it has earned.
  const WITHOUT_COVERAGE = 0.35;
  // How much the second opinion counts beside the first, and when it says nothing.
  const SECOND_OPINION = 0.7;
  const HARDLY_ALIKE = 0.05;
  // What only points at a page stands behind the page itself.
  const BEHIND = {
    law: 0.95, level: 0.92, organisation: 0.92, role: 0.88, tree: 0.85, page: 0.85, term: 0.8, sign: 0.8, municipality: 0.8,
    list: 0.6,
  };
  const FITS = 0.6;
  const WHEN_ACUTE = 1.3;
  // What a word like "skal" adds to a name.
  const OF_STOP_WORD = 0.5;

  /** The documents of the index as objects. */
  function unpackDocuments({ documents, kinds }) {
    return documents.map(([url, kind, title, lead, terms, facts, ages, sections]) => ({
      url, kind: kinds[kind], title, lead, facts, ages,
      terms: terms ? terms.split("|") : [],
      sections: sections.map(([anchor, heading]) => ({ anchor, heading })),
    }));
  }

  class Engine {
    /** @param {Record<string, any>} data the index that the generator has made */
    constructor(data) {
      this.words = new Words(data);
      this.documents = unpackDocuments(data);
      const surfaces = this.readDocuments();
      this.vocabulary = new Vocabulary(this.words, [...surfaces, ...data.words.split(" ")]);
      this.concepts = new Concepts(this.vocabulary, data.postings, this.documents);
      this.grams = new Grams(this.words, this.documents);
      this.rules = new Rules(this.words, this.vocabulary, data.thesaurus);
      this.isAcute = makeCue(this.words, data.thesaurus.acute);
      this.isConcern = makeCue(this.words, data.thesaurus.concern);
      this.start = data.start;
      this.tree = this.documents[data.tree];
      this.acute = data.acute;
      this.names = this.documents.map(({ title, terms, sections }) => ({
        plain: this.words.tokens(title).join(" "),
        title: this.stems(title),
        terms: terms.map((term) => this.stems(term)),
        sections: sections.map(({ heading }) => this.stems(heading)),
      }));
    }

    /** Works out what each document says where, which need not be sent; returns every word of it. */
    readDocuments() {
      const surfaces = new Set();
      const telling = (text) => {
        const words = this.words.tokens(text).filter((word) => !this.words.stop.has(word));
        for (const word of words) surfaces.add(word);
        return words.map((word) => this.words.stem(word));
      };
      for (const page of this.documents) {
        const headings = page.sections.map(({ heading }) => heading).join(" . ");
        page.said = {
          title: telling(page.title), terms: telling(page.terms.join(" . ")), lead: telling(page.lead), headings: telling(headings),
        };
      }
      return surfaces;
    }

    /** @param {string} text @returns {string[]} the stems of all its words: a name is all that it says */
    stems(text) {
      return this.words.tokens(text).map((word) => this.words.stem(word));
    }

    /**
     * @param {string} query
     * @param {number} [most]
     * @returns {{hits: object[], corrected: string[], synonyms: string[], isAcute: boolean, isConcern: boolean,
     *   isGuess: boolean}} the best first, and what the reader should be told about how they were found
     */
    search(query, most = 10) {
      const asked = this.understand(query);
      const { scores, used } = this.score(asked);
      const ranked = this.rank(scores, asked).slice(0, most);
      const isGuess = !ranked.length;
      const best = ranked.slice(0, 3).flatMap(([at]) => used.get(at) ?? []);
      return {
        hits: (isGuess ? this.start.map((at) => [at, 0]) : ranked).map(([at, score]) => this.hit(at, score, asked)),
        corrected: asked.concepts.filter(({ how }) => how === "corrected").map(({ corrected }) => corrected),
        synonyms: [...new Set(best.filter((words) => !asked.plain.includes(words.toLowerCase())))],
        isAcute: this.isAcute(query),
        isConcern: this.isConcern(query),
        isGuess,
      };
    }

    /** A query as concepts, the rules that fit it, and what is known about the answer. */
    understand(query) {
      const { age, rest } = takeAge(query);
      const tokens = this.words.tokens(rest);
      const telling = tokens.filter((word) => !this.words.stop.has(word));
      const typed = telling.length ? telling : tokens;
      const isUnfinished = !/\s$/.test(rest);
      const concepts = typed.map((word, at) => this.concepts.ofTyped(word, at === typed.length - 1 && isUnfinished));
      const fired = this.rules.fired(tokens, typed, concepts);
      this.concepts.weaken(fired, concepts);
      /** @type {Map<string, number>} every term that the query may mean, with how well it fits */
      const meant = new Map();
      const note = (term, fit) => meant.set(term, Math.max(meant.get(term) ?? 0, fit));
      for (const word of tokens) note(this.words.stem(word), 1);
      for (const { terms } of concepts) for (const [term, fit] of terms) note(term, fit);
      for (const { rule } of fired) for (const phrase of rule.to) for (const stem of phrase) note(stem, rule.weight);
      return { query, age, concepts, fired, meant, kinds: this.kindsFor(query), plain: tokens.join(" ") };
    }

    /** How much more likely each kind of page is: by the question, and by how grave it sounds. */
    kindsFor(query) {
      const kinds = wantedKinds(query);
      if (this.isAcute(query)) kinds.notification = (kinds.notification ?? 1) * WHEN_ACUTE;
      return kinds;
    }

    /** @returns {{scores: Map<number, number>, used: Map<number, string[]>}} scores, and the synonyms behind them */
    score({ concepts, fired, meant }) {
      const gains = this.concepts.gains(fired, concepts);
      const total = concepts.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
      const scores = new Map();
      const used = new Map();
      for (const at of new Set([...gains.keys(), ...concepts.flatMap((concept) => [...concept.scores.keys()])])) {
        let score = concepts.reduce((sum, concept) => sum + (concept.scores.get(at) ?? 0), 0);
        const covered = new Set([...concepts.keys()].filter((place) => concepts[place].scores.has(at)));
        const taken = new Set();
        for (const { places, gain, words } of gains.get(at)?.sort((a, b) => b.gain - a.gain) ?? []) {
          if (places.some((place) => taken.has(place))) continue;
          for (const place of places) taken.add(place) && covered.add(place);
          used.set(at, [...(used.get(at) ?? []), words]);
          score += gain;
        }
        const share = [...covered].reduce((sum, place) => sum + concepts[place].rarity, 0) / total;
        scores.set(at, score * (WITHOUT_COVERAGE + (1 - WITHOUT_COVERAGE) * share) * this.named(at, meant, concepts));
      }
      return { scores, used };
    }

    /** How well a name fits the query, from 0 to 1: how much of the name is said, and how much of the query it says. */
    fitOfName(stems, meant, concepts) {
      const cover = this.cover(stems, meant);
      if (cover < 0.3) return 0;
      const all = concepts.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
      const said = concepts.filter(({ terms }) => stems.some((stem) => terms.get(stem) >= FITS));
      const share = said.reduce((sum, { rarity }) => sum + rarity, 0) / all;
      return cover ** 2 * (0.4 + 0.6 * share);
    }

    /** @returns {number} how much of a name the query says, from 0 to 1; a rare word counts more */
    cover(stems, meant) {
      let said = 0;
      let all = 0;
      for (const stem of stems) {
        const rarity = this.words.stop.has(stem) ? OF_STOP_WORD : this.concepts.rarityOf(stem);
        all += rarity;
        said += rarity * (meant.get(stem) ?? 0);
      }
      return all ? said / all : 0;
    }

    /** How much more a document is worth since the query says its name. */
    named(at, meant, concepts) {
      const name = this.names[at];
      const fit = (stems) => this.fitOfName(stems, meant, concepts);
      const [ofTerms, ofSections] = [name.terms, name.sections].map((names) => Math.max(0, ...names.map(fit)));
      return 1 + 0.9 * fit(name.title) + Math.max(0.6 * ofTerms, 0.35 * ofSections);
    }

    /** How much more a document is worth when its title is what was typed, or begins so. */
    typedTitle(at, plain) {
      const title = this.names[at].plain;
      if (plain.length < 2) return 1;
      if (title === plain) return 1.8;
      if (skeleton(title) === skeleton(plain)) return 1.6;
      return title.startsWith(plain) ? 1.3 : 1;
    }

    /** @returns {[number, number][]} documents and scores, both opinions taken together, the best first */
    rank(scores, { query, age, kinds, plain }) {
      const alike = this.grams.alike(query);
      const [top, topAlike] = [scores, alike].map((opinion) => Math.max(0, ...opinion.values()));
      const joined = new Map([...scores].map(([at, score]) => [at, score / (top || 1)]));
      for (const [at, value] of alike) {
        if (value > HARDLY_ALIKE) joined.set(at, (joined.get(at) ?? 0) + (SECOND_OPINION * value) / topAlike);
      }
      const ranked = [...joined].map(([at, score]) => {
        const { kind, ages } = this.documents[at];
        const wanted = (BEHIND[kind] ?? 1) * (kinds[kind] ?? 1) * fitOfAge(age, ages);
        return [at, score * wanted * this.typedTitle(at, plain)];
      });
      return ranked.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    }

    /** A document as a result, with the section whose heading the query says best. */
    hit(at, score, { meant }) {
      const { url, kind, title, lead, facts, sections } = this.documents[at];
      const least = Math.max(0.5, this.cover(this.names[at].title, meant));
      const rated = sections.map((section, number) => [section, this.cover(this.names[at].sections[number], meant)]);
      const [best] = rated.reduce((one, other) => (other[1] > one[1] ? other : one), [null, least]);
      return { url, kind, title, lead, facts, score, section: best };
    }
  }

  Object.assign(globalThis.vejviser, { Engine });
})();
