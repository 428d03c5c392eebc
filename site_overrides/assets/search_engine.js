/** Finds the documents that fit a query best. No page, no storage, no network: data in, results out. */

(() => {
  const { Words, Vocabulary, Concepts, Grams, Names, Rules, Danger, Ranking, unpackDocuments } = globalThis.vejviser;
  const { takeAge, makeCue, makeMarks, lineOf, factsOf, isUnsure } = globalThis.vejviser;

  // Nobody asks with more letters than that.
  const LONGEST_QUERY = 400;

  /** How long work may go on, in milliseconds, before the page gets a moment for what the reader does. */
  const SLICE = 12;
  const moment = () => new Promise((resolve) => setTimeout(resolve));

  // A phone number however it is typed; the pages have it in pairs.
  const PHONE = /(?<![\d§])(?:(?:\+|00)45 ?)?(\d\d) ?(\d\d) ?(\d\d) ?(\d\d)(?!\d)/g;

  /** A query as the pages would write it: its beginning, since what somebody pastes must not hold up the page. */
  function written(query) {
    const short = query.length > LONGEST_QUERY ? query.slice(0, LONGEST_QUERY).replace(/\S*$/, "") : query;
    return short.normalize("NFC").replaceAll("ä", "æ").replaceAll("ö", "ø").replace(PHONE, "$1 $2 $3 $4");
  }

  /** Every text in nested data, names included. */
  const textsOf = (data) => (typeof data === "object" ? Object.entries(data).flat().flatMap(textsOf) : [String(data)]);

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
      this.groups = data.kind_rules.groups;
      const surfaces = new Set(data.words);
      for (const page of this.documents) yield () => this.readDocument(page, surfaces);
      const kept = new Set(textsOf(data.thesaurus).flatMap((text) => this.words.telling(text)));
      yield () => (this.vocabulary = new Vocabulary(this.words, [...surfaces], kept));
      yield () => (this.concepts = new Concepts(this.vocabulary, data.postings, this.documents.length));
      for (const [at, page] of this.documents.entries()) yield () => this.concepts.add(at, page.said);
      this.grams = new Grams(this.words);
      for (const page of this.documents) yield () => this.grams.add(page.tokens);
      for (const at of this.documents.keys()) yield () => this.grams.weigh(at);
      yield () => (this.rules = new Rules(this.words, this.vocabulary, data.thesaurus));
      yield () => (this.danger = new Danger(this.words, surfaces, data.thesaurus, globalThis.vejviser.dangerModel));
      this.help = Object.values(data.thesaurus.danger)[0]?.help ?? [];
      this.isConcern = makeCue(this.words, data.thesaurus.concern);
      this.names = new Names(this.words, this.concepts);
      for (const page of this.documents) yield () => this.names.add(page.tokens);
      this.ranking = new Ranking(this.documents, this.concepts, this.grams, this.names, data.kind_rules);
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
     * @param {boolean} [asTyped] whether no word is to be taken for a slip
     * @returns {{hits: object[], corrected: string[], synonyms: string[], danger: object | null, isConcern: boolean,
     *   isGuess: boolean}} the best first, and what the reader should be told about how they were found
     */
    search(query, most = 10, asTyped = false) {
      const answer = this.ask(query, asTyped);
      const told = this.tell(answer);
      const ranked = told.isGuess ? this.start.map((at) => [at, 0]) : answer.ranked.slice(0, most);
      return { hits: ranked.map(([at, score]) => this.hit(at, score, answer.asked)), ...told };
    }

    /** What a query means, the documents that fit it, the best first, and what led to them. */
    ask(query, asTyped = false) {
      const asked = this.understand(written(query), asTyped);
      return { asked, ...this.ranking.rank(asked) };
    }

    /** What the reader should be told about how the results were found. */
    tell({ asked: { query, concepts, plain, danger, isMarked }, ranked, used, shares }) {
      const isGrave = ranked.length > 0 && this.documents[ranked[0][0]].isGravest;
      const best = ranked.slice(0, 3).flatMap(([at]) => used.get(at) ?? []);
      return {
        corrected: concepts
          .filter(({ how }) => how === "corrected")
          .map(({ corrected, typed }) => ({ corrected, typed })),
        synonyms: [...new Set(best.filter((words) => !plain.includes(words.toLowerCase())))],
        danger: this.withHelp(danger ?? (isGrave ? { level: "row", theme: null } : null)),
        isUnsure: isUnsure(concepts, ranked.length ? (shares.get(ranked[0][0]) ?? 0) : 1),
        isConcern: this.isConcern(query),
        isGuess: !ranked.length,
        isMarked,
      };
    }

    /** Danger with the pages of the help that fits it, the best first; acute help fits any. */
    withHelp(danger) {
      if (!danger) return null;
      const urls = danger.theme?.help ?? this.help;
      const pages = urls.map((url) => this.documents.find((page) => page.url === url)).filter(Boolean);
      return { ...danger, help: pages.map(({ url, title }) => ({ url, title })) };
    }

    /** A query as concepts, the rules that fit it, and what is known about the answer. */
    understand(query, asTyped) {
      const { age, rest } = takeAge(query);
      const tokens = this.words.tokens(rest);
      const plain = tokens.join(" ");
      const danger = this.danger.hear(query, this.names.isTitle(plain));
      const telling = tokens.filter((word) => !this.words.stop.has(word));
      const typed = telling.length ? telling : tokens;
      const isUnfinished = !/\s$/.test(rest);
      const concepts = typed.map((word, at) =>
        this.concepts.ofTyped(word, at === typed.length - 1 && isUnfinished, asTyped),
      );
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
        tokens,
        concepts,
        fired,
        danger,
        plain,
        stems,
        covers: this.names.covers(meant),
        isMarked: makeMarks(meant, this.words),
      };
    }

    /** A document as a result: the line that shows why, and the section whose heading the query says best. */
    hit(at, score, { covers, isMarked }) {
      const page = this.documents[at];
      const { url, kind, title, sections } = page;
      const best = this.names.bestHeading(at, covers);
      const [line, facts] = [lineOf(page, isMarked), factsOf(page.facts, isMarked)];
      const section = best === null ? null : sections[best];
      return { url, kind, group: this.groups[kind], title, line, facts, score, section };
    }
  }

  Object.assign(globalThis.vejviser, { Engine });
})();
