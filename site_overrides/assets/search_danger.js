/** Hears whether a query may tell of danger: by the words that editors list under themes, and by a small model. */

(() => {
  const { skeleton, distance, Model } = globalThis.vejviser;

  // A compound is known by a listed word at its beginning or its end, and so many letters beside it.
  const SHORTEST_BEGINNING = 6;
  const SHORTEST_END = 4;
  const SHORTEST_REST = 4;
  // Words of fewer letters are never taken for a slip.
  const SHORTEST_SLIP = 7;
  // A stem this short is also that of other words, as of "fare" and "far": such a word must be written as it is listed.
  const TOO_SHORT = 3;
  // A name for a kind of people, as it stands in phrases.
  const PEOPLE = /^[A-ZÆØÅ]{3,}$/;

  /** @typedef {{slots: string[], theme: Theme, isSure: boolean}} Cue */

  class Danger {
    /**
     * @param {Words} words
     * @param {Set<string>} surfaces every word of the site as it is written
     * @param {Thesaurus} thesaurus
     * @param {ModelData} model what the model has learnt
     */
    constructor(words, surfaces, { danger, people, harmless, reading }, model) {
      this.words = words;
      this.surfaces = surfaces;
      this.model = new Model(model);
      /** @type {Map<string, string[]>} the keys of listed words by their letters as they are without accents */
      this.byBones = new Map();
      /** @type {Map<string, string[]>} the kinds of people that a word stands for */
      this.peopleOf = new Map();
      for (const [name, listed] of Object.entries(people)) {
        for (const word of listed) this.note(this.peopleOf, this.listed(word)[0], name);
      }
      this.reading = reading.map((word) => this.listed(word));
      this.harmless = harmless.map((phrase) => this.listed(phrase));
      /** @type {Cue[]} */
      this.cues = [];
      for (const [theme, { title, help, words: sure, maybe }] of Object.entries(danger)) {
        const named = { theme, title, help };
        for (const phrase of sure) this.cues.push({ slots: this.listed(phrase), theme: named, isSure: true });
        for (const phrase of maybe) this.cues.push({ slots: this.listed(phrase), theme: named, isSure: false });
      }
      this.themes = new Map(this.cues.map(({ theme }) => [theme.theme, theme]));
      /** @type {Set<string>} the words that say enough alone, and so also in a compound */
      this.single = new Set(
        this.cues.filter(({ slots, isSure }) => isSure && slots.length === 1).map(({ slots }) => slots[0]),
      );
      for (const [form, stem] of words.irregular) {
        if (this.byBones.get(skeleton(stem))?.includes(stem)) this.note(this.byBones, skeleton(form), stem);
      }
    }

    /** @param {Map<string, string[]>} map @param {string} name @param {string} value */
    note(map, name, value) {
      const there = map.get(name) ?? [];
      if (!there.includes(value)) map.set(name, [...there, value]);
    }

    /** @param {string} word @returns {string} what it is compared by: its stem, or itself where that says too little */
    key(word) {
      const stem = this.words.stem(word);
      return stem.length <= TOO_SHORT && !this.words.irregular.has(word) ? word : stem;
    }

    /** @param {string} phrase of the lists @returns {string[]} the keys of its words, which are known from now on */
    listed(phrase) {
      return (phrase.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => {
        if (PEOPLE.test(word)) return word;
        const key = this.key(word);
        for (const form of key.length < SHORTEST_END ? [word] : [word, key])
          this.note(this.byBones, skeleton(form), key);
        return key;
      });
    }

    /** @param {string} typed @returns {string[]} the listed words that a typed one may be: itself, its other spelling, or it with a slip */
    keysOf(typed) {
      const key = this.key(typed);
      const own = this.byBones.get(skeleton(key))?.filter((other) => other === key) ?? [];
      if (own.length || this.surfaces.has(typed)) return [typed, key];
      const bones = skeleton(key);
      const spelt = /[æøå]/.test(typed)
        ? []
        : [...(this.byBones.get(bones) ?? []), ...(this.byBones.get(skeleton(typed)) ?? [])];
      return [typed, key, ...(spelt.length ? spelt : this.slips(bones))];
    }

    /** @param {string} bones */
    slips(bones) {
      if (bones.length < SHORTEST_SLIP) return [];
      const near = [...this.byBones].filter(([other]) => other[0] === bones[0] && other.length >= SHORTEST_SLIP - 1);
      return near.filter(([other]) => distance(bones, other, 1) <= 1).flatMap(([, keys]) => keys);
    }

    /** @param {string} typed @returns {string[]} the listed words that a compound begins or ends with */
    partsOf(typed) {
      const key = this.key(typed);
      return [...this.single].filter((part) => {
        const rest = key.length - part.length;
        if (rest < SHORTEST_REST) return rest > 0 && part.length >= SHORTEST_BEGINNING && key.startsWith(part);
        return part.length >= SHORTEST_BEGINNING
          ? key.startsWith(part) || key.endsWith(part)
          : part.length >= SHORTEST_END && key.endsWith(part);
      });
    }

    /** @param {string[]} tokens @returns where each listed word and each kind of people is said */
    places(tokens) {
      /** @type {Map<string, number[]>} */
      const said = new Map();
      tokens.forEach((typed, at) => {
        const keys = new Set([...this.keysOf(typed), ...this.partsOf(typed)]);
        for (const key of [...keys]) for (const name of this.peopleOf.get(key) ?? []) keys.add(name);
        // Words that are written apart: "selv mord".
        const joined = this.key(typed + (tokens[at + 1] ?? ""));
        if (this.single.has(joined)) keys.add(joined);
        for (const key of keys) said.set(key, [...(said.get(key) ?? []), at]);
      });
      return said;
    }

    // Whether harmless words are said as a part of a listed phrase: "slår sig" within "slår sig selv".
    /** @param {string[]} phrase @param {Map<string, number[]>} said */
    isPart(phrase, said) {
      const longer = this.cues.filter(({ isSure, slots }) => isSure && slots.length > phrase.length);
      return longer.some(({ slots }) => phrase.every((word) => slots.includes(word)) && inOrder(slots, said));
    }

    /** @param {string[]} tokens @returns {Cue[]} what is said of danger, the gravest theme first; who reads of it is in none */
    cuesIn(tokens) {
      const said = this.places(tokens);
      for (const phrase of this.harmless) {
        const places = inOrder(phrase, said);
        if (!places || this.isPart(phrase, said)) continue;
        /** @param {number[]} all */
        const left = (all) => all.filter((place) => !places.includes(place));
        for (const [key, all] of said) said.set(key, left(all));
      }
      const isReading = this.reading.some((word) => inOrder(word, said));
      const found = this.cues.filter(({ slots }) => inOrder(slots, said));
      return isReading ? found.map((cue) => ({ ...cue, isSure: false })) : found;
    }

    /**
     * @param {string} query
     * @param {boolean} isName whether it is the name of a page, which then is what is sought
     * @returns {DangerHeard | null} how sure it is that a child may be in danger
     */
    hear(query, isName) {
      const cues = this.cuesIn(this.words.tokens(query));
      const sure = cues.find(({ isSure }) => isSure);
      const { level, theme, isCalm } = this.model.hear(query);
      // What is listed is surer than the model; but a word alone may mean something else, and where the model hears no
      // danger at all the row is enough for it. A whole phrase says what it says.
      if (sure) {
        const isPhrase = cues.some(({ isSure, slots }) => isSure && slots.length > 1);
        return { level: isCalm && !isPhrase ? "row" : "box", theme: sure.theme };
      }
      if (isName) return cues.length ? { level: "row", theme: cues[0].theme } : null;
      if (!level && !cues.length) return null;
      return { level: level ?? "row", theme: cues[0]?.theme ?? this.themes.get(theme ?? "") ?? null };
    }
  }

  /**
   * Finds words in order, with at most one other word between them.
   * @param {string[]} slots
   * @param {Map<string, number[]>} said where each word is
   * @returns {number[] | null} where they stand
   */
  function inOrder(slots, said) {
    const places = slots.map((slot) => said.get(slot) ?? []);
    if (places.some((row) => !row.length)) return null;
    for (const first of places[0]) {
      const found = [first];
      for (const row of places.slice(1)) {
        const next = row.find((at) => at > found[found.length - 1]);
        if (next === undefined || next - first > slots.length) break;
        found.push(next);
      }
      if (found.length === slots.length) return found;
    }
    return null;
  }

  Object.assign(globalThis.vejviser, /** @satisfies {Partial<Vejviser>} */ ({ Danger }));
})();
