/** Puts documents in order: what the words are worth, the second opinion, and what is known of who asks for what. */

(() => {
  const { wantedKinds, isCitizen, fitOfAge } = globalThis.vejviser;

  const { WITHOUT_COVERAGE, SECOND_OPINION, HARDLY_ALIKE, NEAR } = globalThis.vejviser.tuning;
  const { FOR_CITIZENS, SIGN_FOR_CITIZENS, SURE } = globalThis.vejviser.tuning;

  class Ranking {
    /**
     * @param {SearchDocument[]} documents
     * @param {Concepts} concepts
     * @param {Grams} grams
     * @param {Names} names
     * @param {KindRules} rules
     */
    constructor(documents, concepts, grams, names, { weights, asked, grave }) {
      this.documents = documents;
      this.concepts = concepts;
      this.grams = grams;
      this.names = names;
      this.weights = weights;
      this.grave = grave;
      /** @type {[RegExp, ByKind][]} */
      this.asked = asked.map(([how, kinds]) => [new RegExp(how), kinds]);
    }

    /** @param {Asked} asked @returns for each document its score, the synonyms behind it, and how much of the query it says */
    score({ concepts, fired, covers }) {
      const worth = this.names.worth(covers, concepts);
      const gains = this.concepts.gains(fired, concepts);
      /** @param {number[]} places */
      const weigh = (places) => places.reduce((sum, place) => sum + concepts[place].rarity, 0);
      const total = weigh([...concepts.keys()]) || 1;
      /** @type {Scores} */
      const scores = new Map();
      /** @type {Map<number, string[]>} */
      const used = new Map();
      /** @type {Scores} */
      const shares = new Map();
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
        const share = weigh([...covered]) / total;
        // What is only found by a correction may be another word.
        shares.set(at, weigh([...covered].filter((place) => concepts[place].how !== "corrected")) / total);
        scores.set(at, score * (WITHOUT_COVERAGE + (1 - WITHOUT_COVERAGE) * share) * (worth.get(at) ?? 1));
      }
      return { scores, used, shares };
    }

    /** @param {Asked} asked @returns {Ranked} */
    rank(asked) {
      const { query, age, danger, plain, stems } = asked;
      const { scores, used, shares } = this.score(asked);
      const alike = this.grams.alike(query);
      const [top, topAlike] = [scores, alike].map((opinion) => Math.max(0, ...opinion.values()));
      const joined = new Map([...scores].map(([at, score]) => [at, score / (top || 1)]));
      for (const [at, value] of alike) {
        if (value > HARDLY_ALIKE) joined.set(at, (joined.get(at) ?? 0) + (SECOND_OPINION * value) / topAlike);
      }
      const wanted = this.wanted(query, danger);
      /** @type {[number, number][]} */
      const ranked = [...joined].map(([at, score]) => {
        const page = this.documents[at];
        return [at, score * wanted(page) * fitOfAge(age, page.ages) * this.names.typedTitle(at, plain, stems)];
      });
      ranked.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return { ranked: this.gravestFirst(ranked), used, shares };
    }

    // How much more likely each document is: by the question, by how grave it sounds, and by who asks.
    /** @param {string} query @param {DangerHeard | null} danger */
    wanted(query, danger) {
      const kinds = wantedKinds(query, this.asked);
      for (const [kind, more] of Object.entries(danger?.level === "box" ? this.grave : {}))
        kinds[kind] = (kinds[kind] ?? 1) * more;
      /** @type {(page: SearchDocument) => number} */
      const forWhom = isCitizen(query)
        ? ({ kind, isForCitizens }) => (isForCitizens ? FOR_CITIZENS : kind === "sign" ? SIGN_FOR_CITIZENS : 1)
        : () => 1;
      return (/** @type {SearchDocument} */ page) =>
        (this.weights[page.isOverview ? "overview" : page.kind] ?? 1) * (kinds[page.kind] ?? 1) * forWhom(page);
    }

    /** @param {[number, number][]} ranked moves the first grave sign or notification that scores near the first mild sign before it. */
    gravestFirst(ranked) {
      const mild = ranked.findIndex(([at]) => this.documents[at].isMild);
      if (mild < 0) return ranked;
      /** @param {SearchDocument} page */
      const isGrave = ({ isGravest, kind }) => isGravest || kind === "notification";
      /** @param {[number, number]} row */
      const isNear = ([at, score]) => score >= NEAR * ranked[mild][1] && isGrave(this.documents[at]);
      const grave = ranked.findIndex(isNear);
      if (grave > mild) ranked.splice(mild, 0, [ranked.splice(grave, 1)[0][0], ranked[mild][1]]);
      return ranked;
    }
  }

  /** @type {Vejviser["isUnsure"]} whether several telling words were typed, and the best result says little of them */
  const isUnsure = (concepts, share) => concepts.length > 1 && share < SURE;

  Object.assign(globalThis.vejviser, /** @satisfies {Partial<Vejviser>} */ ({ Ranking, isUnsure }));
})();
