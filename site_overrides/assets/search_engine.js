/** Finds the documents that fit a query best. No page, no storage, no network: data in, results out. */

(() => {
  const { Words, Vocabulary, Concepts, Grams, Names, Rules, takeAge, wantedKinds, fitOfAge, makeCue } =
    globalThis.vejviser;

  // A page that has few of the words keeps this much of what it has earned.
  const WITHOUT_COVERAGE = 0.35;
  // How much the second opinion counts beside the first, and when it says nothing.
  const SECOND_OPINION = 0.7;
  const HARDLY_ALIKE = 0.05;

  /** The documents of the index as objects. */
  function unpackDocuments({ documents, kinds }) {
    const folders = new Set(documents.map(([url]) => url.replace(/#.*|[^/]+\/$/, "")));
    return documents.map(([url, kind, title, lead, terms, facts, ages, sections]) => ({
      url,
      kind: kinds[kind],
      title,
      lead,
      facts,
      ages,
      isOverview: kinds[kind] === "page" && folders.has(url),
      terms: terms ? terms.split("|") : [],
      sections: sections.map(([anchor, heading]) => ({ anchor, heading })),
    }));
  }

  /** How long work may go on, in milliseconds, before the page gets a moment for what the reader does. */
  const SLICE = 12;
  const moment = () => new Promise((resolve) => setTimeout(resolve));

  class Engine {
    /** @param {Record<string, any>} data the index that the generator has made, unpacked */
    constructor(data) {
      for (const step of this.steps(data)) step();
    }

    /** The same, but in between the reader may type. */
    static async make(data) {
      const engine = Object.create(Engine.prototype);
      let since = performance.now();
      for (const step of engine.steps(data)) {
        step();
        if (performance.now() - since < SLICE) continue;
        await moment();
        since = performance.now();
      }
      return engine;
    }

    /** What it takes to be ready, in pieces that are short even when there are thousands of documents. */
    *steps(data) {
      this.words = new Words(data);
      this.documents = unpackDocuments(data);
      this.start = data.start;
      this.tree = this.documents[data.tree];
      this.acute = data.acute;
      // What the generator says of each kind of page.
      const { groups, weights, asked, grave } = data.kind_rules;
      Object.assign(this, { groups, weights, grave, asked: asked.map(([how, kinds]) => [new RegExp(how), kinds]) });
      const surfaces = new Set(data.words);
      for (const page of this.documents) yield () => this.readDocument(page, surfaces);
      yield () => (this.vocabulary = new Vocabulary(this.words, [...surfaces]));
      yield () => (this.concepts = new Concepts(this.vocabulary, data.postings, this.documents.length));
      for (const [at, page] of this.documents.entries()) yield () => this.concepts.add(at, page.said);
      this.grams = new Grams(this.words);
      for (const page of this.documents) yield () => this.grams.add(page.tokens);
      for (const at of this.documents.keys()) yield () => this.grams.weigh(at);
      yield () => (this.rules = new Rules(this.words, this.vocabulary, data.thesaurus));
      this.isAcute = makeCue(this.words, data.thesaurus.acute);
      this.isConcern = makeCue(this.words, data.thesaurus.concern);
      this.names = new Names(this.words, this.concepts);
      for (const page of this.documents) yield () => this.names.add(page.tokens);
      for (const page of this.documents) page.tokens = page.said = null;
    }

    /** Works out what a document says where, which need not be sent; adds every word of it to `surfaces`. */
    readDocument(page, surfaces) {
      const tokens = (text) => this.words.tokens(text);
      page.tokens = {
        title: tokens(page.title),
        terms: page.terms.map(tokens),
        lead: tokens(page.lead),
        headings: page.sections.map(({ heading }) => tokens(heading)),
      };
      page.said = {};
      for (const [field, words] of Object.entries(page.tokens)) {
        const telling = words.flat().filter((word) => !this.words.stop.has(word));
        for (const word of telling) surfaces.add(word);
        page.said[field] = telling.map((word) => this.words.stem(word));
      }
    }

    /**
     * @param {string} query
     * @param {number} [most]
     * @returns {{hits: object[], corrected: string[], synonyms: string[], isAcute: boolean, isConcern: boolean,
     *   isGuess: boolean}} the best first, and what the reader should be told about how they were found
     */
    search(query, most = 10) {
      const answer = this.ask(query);
      const told = this.tell(answer);
      const ranked = told.isGuess ? this.start.map((at) => [at, 0]) : answer.ranked.slice(0, most);
      return { hits: ranked.map(([at, score]) => this.hit(at, score, answer.asked)), ...told };
    }

    /** What a query means, the documents that fit it, the best first, and the synonyms that led to them. */
    ask(query) {
      const asked = this.understand(query);
      const { scores, used } = this.score(asked);
      return { asked, ranked: this.rank(scores, asked), used };
    }

    /** What the reader should be told about how the results were found. */
    tell({ asked: { query, concepts, plain }, ranked, used }) {
      const best = ranked.slice(0, 3).flatMap(([at]) => used.get(at) ?? []);
      return {
        corrected: concepts.filter(({ how }) => how === "corrected").map(({ corrected }) => corrected),
        synonyms: [...new Set(best.filter((words) => !plain.includes(words.toLowerCase())))],
        isAcute: this.isAcute(query),
        isConcern: this.isConcern(query),
        isGuess: !ranked.length,
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
      const corrected = new Map(concepts.map((concept) => [concept.typed, concept.corrected]));
      const stems = tokens.map((word) => this.words.stem(corrected.get(word) ?? word)).join(" ");
      return {
        query,
        age,
        concepts,
        fired,
        kinds: this.kindsFor(query),
        plain: tokens.join(" "),
        stems,
        covers: this.names.covers(meant),
      };
    }

    /** How much more likely each kind of page is: by the question, and by how grave it sounds. */
    kindsFor(query) {
      const kinds = wantedKinds(query, this.asked);
      for (const [kind, more] of Object.entries(this.isAcute(query) ? this.grave : {}))
        kinds[kind] = (kinds[kind] ?? 1) * more;
      return kinds;
    }

    /** @returns {{scores: Map<number, number>, used: Map<number, string[]>}} scores, and the synonyms behind them */
    score({ concepts, fired, covers }) {
      const worth = this.names.worth(covers, concepts);
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
        scores.set(at, score * (WITHOUT_COVERAGE + (1 - WITHOUT_COVERAGE) * share) * (worth.get(at) ?? 1));
      }
      return { scores, used };
    }

    /** @returns {[number, number][]} documents and scores, both opinions taken together, the best first */
    rank(scores, { query, age, kinds, plain, stems }) {
      const alike = this.grams.alike(query);
      const [top, topAlike] = [scores, alike].map((opinion) => Math.max(0, ...opinion.values()));
      const joined = new Map([...scores].map(([at, score]) => [at, score / (top || 1)]));
      for (const [at, value] of alike) {
        if (value > HARDLY_ALIKE) joined.set(at, (joined.get(at) ?? 0) + (SECOND_OPINION * value) / topAlike);
      }
      const ranked = [...joined].map(([at, score]) => {
        const { kind, ages, isOverview } = this.documents[at];
        const wanted = (this.weights[isOverview ? "overview" : kind] ?? 1) * (kinds[kind] ?? 1) * fitOfAge(age, ages);
        return [at, score * wanted * this.names.typedTitle(at, plain, stems)];
      });
      return ranked.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    }

    /** A document as a result, with the section whose heading the query says best. */
    hit(at, score, { covers }) {
      const { url, kind, title, lead, facts, sections } = this.documents[at];
      const best = this.names.bestHeading(at, covers);
      return {
        url,
        kind,
        group: this.groups[kind],
        title,
        lead,
        facts,
        score,
        section: best === null ? null : sections[best],
      };
    }
  }

  Object.assign(globalThis.vejviser, { Engine });
})();
