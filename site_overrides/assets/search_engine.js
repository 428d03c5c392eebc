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

  // A query as the pages would write it: its beginning, since what somebody pastes must not hold up the page.
  /** @param {string} query */
  function written(query) {
    const short = query.length > LONGEST_QUERY ? query.slice(0, LONGEST_QUERY).replace(/\S*$/, "") : query;
    return short.normalize("NFC").replaceAll("ä", "æ").replaceAll("ö", "ø").replace(PHONE, "$1 $2 $3 $4");
  }

  /** @type {(data: unknown) => string[]} every text in nested data, names included */
  const textsOf = (data) =>
    typeof data === "object" && data ? Object.entries(data).flat().flatMap(textsOf) : [String(data)];

  // Works out what a document says where, which need not be sent; adds every word of it to `surfaces`.
  /** @param {Words} words @param {SearchDocument} page @param {Set<string>} surfaces @returns {{tokens: Tokens, said: Said}} */
  function readDocument(words, page, surfaces) {
    /** @param {string} text */
    const split = (text) => words.tokens(text);
    /** @param {string[]} tokens */
    const say = (tokens) => {
      const telling = tokens.filter((word) => !words.stop.has(word));
      for (const word of telling) surfaces.add(word);
      return telling.map((word) => words.stem(word));
    };
    const title = split(page.title);
    const terms = page.terms.map(split);
    const lead = split(page.lead);
    const headings = page.sections.map(({ heading }) => split(heading));
    return {
      tokens: { title, terms, lead, headings },
      said: { title: say(title), terms: say(terms.flat()), lead: say(lead), headings: say(headings.flat()) },
    };
  }

  // What an engine is made of, in steps that are short even when there are thousands of documents.
  /** @param {Index} data */
  function* partsOf(data) {
    const words = new Words(data);
    const documents = unpackDocuments(data);
    const surfaces = new Set(data.words);
    const read = [];
    for (const page of documents) yield read.push(readDocument(words, page, surfaces));
    const kept = new Set(textsOf(data.thesaurus).flatMap((text) => words.telling(text)));
    yield kept;
    const vocabulary = new Vocabulary(words, [...surfaces], kept);
    yield vocabulary;
    const concepts = new Concepts(vocabulary, data.postings, documents.length);
    for (const [at, { said }] of read.entries()) yield concepts.add(at, said);
    const grams = new Grams(words);
    for (const { tokens } of read) yield grams.add(tokens);
    for (const at of documents.keys()) yield grams.weigh(at);
    const rules = new Rules(words, vocabulary, data.thesaurus);
    yield rules;
    const danger = new Danger(words, surfaces, data.thesaurus, globalThis.vejviser.dangerModel);
    yield danger;
    const names = new Names(words, concepts);
    for (const { tokens } of read) yield names.add(tokens);
    return { words, documents, concepts, rules, danger, names, grams };
  }

  /** @param {Index} data @returns its parts, at once */
  function allParts(data) {
    const steps = partsOf(data);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  }

  class Engine {
    /** @param {Index} data which the generator has made, unpacked @param {ReturnType<typeof allParts>} [parts] */
    constructor(data, { words, documents, concepts, rules, danger, names, grams } = allParts(data)) {
      this.words = words;
      this.documents = documents;
      this.concepts = concepts;
      this.rules = rules;
      this.danger = danger;
      this.names = names;
      this.ranking = new Ranking(documents, concepts, grams, names, data.kind_rules);
      this.start = data.start;
      /** @type {SearchDocument | undefined} */
      this.tree = documents[data.tree];
      this.acute = data.acute;
      this.groups = data.kind_rules.groups;
      this.help = Object.values(data.thesaurus.danger)[0]?.help ?? [];
      this.isConcern = makeCue(words, data.thesaurus.concern);
    }

    /** @param {Index} data @returns {Promise<Engine>} the same, but in between the reader may type */
    static async make(data) {
      const steps = partsOf(data);
      let since = performance.now();
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return new Engine(data, step.value);
        if (performance.now() - since < SLICE) continue;
        await moment();
        since = performance.now();
      }
    }

    /**
     * @param {string} query
     * @param {number} [most]
     * @param {boolean} [asTyped] whether no word is to be taken for a slip
     * @returns {Found} the best first, and what the reader should be told about how they were found
     */
    search(query, most = 10, asTyped = false) {
      const answer = this.ask(query, asTyped);
      const told = this.tell(answer);
      /** @type {[number, number][]} */
      const ranked = told.isGuess ? this.start.map((at) => [at, 0]) : answer.ranked.slice(0, most);
      return { hits: ranked.map(([at, score]) => this.hit(at, score, answer.asked)), ...told };
    }

    // What a query means, the documents that fit it, the best first, and what led to them.
    /** @param {string} query @param {boolean} [asTyped] @returns {Answered} */
    ask(query, asTyped = false) {
      const asked = this.understand(written(query), asTyped);
      return { asked, ...this.ranking.rank(asked) };
    }

    /** @param {Answered} answer @returns {Told} what the reader should be told about how the results were found */
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

    // Danger with the pages of the help that fits it, the best first; acute help fits any.
    /** @param {DangerHeard | null} danger @returns {Told["danger"]} */
    withHelp(danger) {
      if (!danger) return null;
      const urls = danger.theme?.help ?? this.help;
      const pages = urls.map((url) => this.documents.find((page) => page.url === url)).filter(Boolean);
      return { ...danger, help: pages.map(({ url, title }) => ({ url, title })) };
    }

    // A query as concepts, the rules that fit it, and what is known about the answer.
    /** @param {string} query @param {boolean} asTyped @returns {Asked} */
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
      /** @type {Weights} every term that the query may mean, with how well it fits */
      const meant = new Map();
      /** @param {string} term @param {number} fit */
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

    // A document as a result: the line that shows why, and the section whose heading the query says best.
    /** @param {number} at @param {number} score @param {Asked} asked @returns {Hit} */
    hit(at, score, { covers, isMarked }) {
      const page = this.documents[at];
      const { url, kind, title, sections } = page;
      const best = this.names.bestHeading(at, covers);
      const [line, facts] = [lineOf(page, isMarked), factsOf(page.facts, isMarked)];
      const section = best === null ? null : sections[best];
      return { url, kind, group: this.groups[kind], title, line, facts, score, section };
    }
  }

  Object.assign(globalThis.vejviser, /** @satisfies {Partial<Vejviser>} */ ({ Engine }));
})();
