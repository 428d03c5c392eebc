/** What a query says beyond its words: synonyms and abbreviations, the child's age, and what kind of answer is wanted. */

(() => {
  const { SYNONYM, LEADS_TO, SPELT_OUT, SHORTENED, LAW, MEETS, OF_PHRASE } = globalThis.vejviser.tuning;
  const { FOR_ANY_AGE, OTHER_AGE, WIDE_AGES, NARROW_AGES, NARROW } = globalThis.vejviser.tuning;

  class Rules {
    /** @param {Words} words @param {Vocabulary} vocabulary @param {Thesaurus} thesaurus */
    constructor(words, vocabulary, { groups, leads_to, abbreviations, laws }) {
      this.words = words;
      this.vocabulary = vocabulary;
      /** @type {Rule[]} */
      this.rules = [];
      for (const group of groups)
        for (const word of group)
          this.add(
            word,
            group.filter((other) => other !== word),
            SYNONYM,
          );
      for (const [word, others] of Object.entries(leads_to)) this.add(word, others, LEADS_TO);
      for (const [short, long] of Object.entries(abbreviations)) {
        this.add(short, [long], SPELT_OUT);
        this.add(long, [short], SHORTENED);
      }
      for (const [short, names] of Object.entries(laws))
        this.add(
          short,
          names.filter((name) => name !== short),
          LAW,
        );
    }

    /** @param {string} from @param {string[]} to @param {number} weight */
    add(from, to, weight) {
      const tokens = this.words.tokens(from);
      const targets = to.filter((text) => this.target(text).length);
      this.rules.push({
        from: tokens.map((word) => this.words.stem(word)),
        to: targets.map((text) => this.target(text)),
        weight: tokens.length > 1 ? Math.max(weight, OF_PHRASE) : weight,
        words: targets,
        isIdiom: tokens.length > 1 && tokens.some((word) => this.words.stop.has(word)),
      });
    }

    // The stems of what is looked for instead; a phrase that one word of says anything would find too much.
    /** @param {string} text */
    target(text) {
      const tokens = this.words.tokens(text);
      const telling = this.words.telling(text);
      return tokens.length > 1 && telling.length < 2 ? [] : telling;
    }

    /**
     * @param {string[]} tokens every word of the query
     * @param {string[]} typed those that say something
     * @param {Pick<Meanings, "how" | "terms">[]} concepts what each of those may mean
     * @returns {Fired[]} the rules that fit, with the places in `typed` that they stand for
     */
    fired(tokens, typed, concepts) {
      const stems = tokens.map((word) => this.words.stem(word));
      /** @type {Fired[]} */
      const found = [];
      for (const rule of this.rules) {
        const at = near(rule.from, stems)
          .map((place) => typed.indexOf(tokens[place]))
          .filter((place) => place >= 0);
        if (!at.length && rule.from.length === 1) {
          // A word found by its beginning or a correction may be one that has synonyms.
          const meant = concepts.findIndex(
            ({ how, terms }) => how !== "known" && (terms.get(rule.from[0]) ?? 0) > MEETS,
          );
          if (meant >= 0) at.push(meant);
        }
        if (at.length) found.push({ at, rule });
      }
      for (let at = 0; at + 1 < typed.length; at++) {
        const joined = this.vocabulary.joined(typed[at], typed[at + 1]);
        if (joined)
          found.push({ at: [at, at + 1], rule: { to: [[joined]], weight: 1, words: [joined], isIdiom: false } });
      }
      return found;
    }
  }

  /**
   * @param {string} query
   * @returns {{age: number | null, rest: string}} the child's age in years, also from a grade, and the other words
   */
  function takeAge(query) {
    const years = /(?<![\d-])(\d{1,2})\s*-?\s*(?:å|aa)rs?(?:ige?|ing|s)?(?!\p{L})/iu.exec(query);
    const found = years ?? /(?<=(?:^| )(?:er|på|paa) )(1?\d)$/iu.exec(query);
    if (found) return { age: Number(found[1]), rest: query.replace(found[0], " ") };
    const months = /(?<![\d-])(\d{1,2})\s*-?\.?\s*m(?:åneder|aaneder|dr?)s?\.?(?!\p{L})/iu.exec(query);
    // Of a child, or at least not of a deadline: those are 3, 4, 6 or 12 months, or named as such.
    const isChild = /baby|barn|spæd|nyfødt/i.test(query);
    const isDeadline =
      /frist|inden|senest|hvor l|undersøg|besøg|følg|plan|§/i.test(query) || /^(?:3|4|6|12)$/.test(months?.[1] ?? "");
    if (months && (isChild || !isDeadline))
      return { age: Math.floor(Number(months[1]) / 12), rest: query.replace(months[0], " ") };
    const grade = /(?<![\d-])(10|\d)\.?\s*(?:klasse|kl\.?)(?!\p{L})/iu.exec(query);
    // A child begins in grade 0 in the year of its sixth birthday.
    if (grade) return { age: Number(grade[1]) + 6, rest: query.replace(grade[0], " ") };
    return { age: null, rest: query };
  }

  /**
   * @param {string} query
   * @param {[RegExp, ByKind][]} asked how questions are put, and the kinds that answer them
   * @returns {ByKind} how much more likely each kind of page is
   */
  function wantedKinds(query, asked) {
    const text = ` ${query.toLowerCase()} `;
    return Object.assign({}, ...asked.filter(([pattern]) => pattern.test(text)).map(([, kinds]) => kinds));
  }

  // "min datter", "mine forældre", "jeg er 15": who speaks of the own family, or of themselves.
  const OWN =
    /(?<!\p{L})(?:min|mit|mine|vores|my)\s+(?:egen\s+|lille\s+|store\s+|ældste\s+|yngste\s+)?(?:datter|søn|barn|børn|dreng|pige|teenager|baby|unge|mor|far|stedfar|papfar|forældre|familie|kone|mand|kæreste|eks|ven|veninde|bror|søster|lille|store|barnebarn|niece|nevø|tvillinge|mum|mom|dad|son|daughter|child)/iu;
  const SELF = /(?<!\p{L})(?:jeg er \d|jeg har det|slår mig|rører mig|mine? tanker)/iu;

  /** @param {string} query @returns {boolean} whether a parent, a young person or a relative seems to ask */
  const isCitizen = (query) => OWN.test(query) || SELF.test(query);

  /** @type {Vejviser["fitOfAge"]} how well a document's ages fit; one for all ages neither wins nor loses much */
  function fitOfAge(age, ages) {
    if (age === null) return 1;
    if (!ages) return FOR_ANY_AGE;
    const [lowest, highest] = ages;
    if (age < lowest || age > highest) return OTHER_AGE;
    return highest - lowest <= NARROW ? NARROW_AGES : WIDE_AGES;
  }

  // Where some stems stand among those of a query, in any order but near each other; empty when they do not.
  /** @param {string[]} wanted @param {string[]} stems */
  function near(wanted, stems) {
    const places = wanted.map((stem) => stems.indexOf(stem));
    const isNear = Math.max(...places) - Math.min(...places) <= wanted.length;
    return isNear && places.every((place) => place >= 0) ? places : [];
  }

  /** @type {Vejviser["makeCue"]} whether a query holds one of some phrases, in whatever form and order */
  function makeCue(words, phrases) {
    /** @param {string} text */
    const stems = (text) => words.tokens(text).map((word) => words.stem(word));
    const wanted = phrases.map(stems);
    return (query) => {
      const said = stems(query);
      return wanted.some((phrase) => near(phrase, said).length > 0);
    };
  }

  Object.assign(
    globalThis.vejviser,
    /** @satisfies {Partial<Vejviser>} */ ({ Rules, takeAge, wantedKinds, isCitizen, fitOfAge, makeCue }),
  );
})();
