/** The line of a document that shows why it was found, and the deadline that was asked for. */

(() => {
  const { MARKED } = globalThis.vejviser.tuning;
  // A lead says what a page is; another line takes its place only when it says so much more of the query.
  const MORE = 1;
  const DEADLINE = "Frist: ";
  const MOST_FACTS = 3;

  /**
   * @param {Weights} meant every term that the query may mean, with how well it fits
   * @param {Words} words
   * @returns {IsMarked} whether a word of a text is one of them
   */
  const makeMarks = (meant, words) => {
    /** @param {string} word */
    const isSaid = (word) => !words.stop.has(word) && (meant.get(words.stem(word)) ?? 0) >= MARKED;
    return (word) => isSaid(word.toLowerCase());
  };

  /** @param {string} text @param {IsMarked} isMarked @returns how many different words of a text are marked */
  const said = (text, isMarked) => new Set((text.match(/[\p{L}\p{N}]+/gu) ?? []).filter(isMarked)).size;

  /** @type {Vejviser["lineOf"]} the lead, or the other name by which the document was found */
  function lineOf({ title, lead, terms }, isMarked) {
    const most = Math.max(said(lead, isMarked), said(title, isMarked));
    let [best, count] = ["", most + MORE - 1];
    for (const term of terms) if (said(term, isMarked) > count) [best, count] = [term, said(term, isMarked)];
    return best && count ? [lead, `Også: ${best}.`].filter(Boolean).join(" ") : lead;
  }

  /** @type {Vejviser["factsOf"]} facts with one deadline: the one that the query asks for, else the first */
  function factsOf(facts, isMarked) {
    const deadlines = facts.filter((fact) => fact.startsWith(DEADLINE));
    const asked = deadlines.reduce(
      (best, fact) => (said(fact, isMarked) > said(best, isMarked) ? fact : best),
      deadlines[0],
    );
    const others = facts.filter((fact) => !fact.startsWith(DEADLINE));
    return [...others.slice(0, asked ? MOST_FACTS - 1 : MOST_FACTS), ...(asked ? [asked] : [])];
  }

  Object.assign(
    (globalThis.vejviser ??= /** @type {Vejviser} */ ({})),
    /** @satisfies {Partial<Vejviser>} */ ({ makeMarks, lineOf, factsOf }),
  );
})();
