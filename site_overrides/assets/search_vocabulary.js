/** The words that the site itself uses, and which of them a typed word may mean. */

(() => {
  const { skeleton, distance, common } = globalThis.vejviser;
  const { LAST_PART, FIRST_PART, WITHOUT_LINK, AS_NEAR, SAME_ROOT, PARAGRAPH, ENDING, SLIP, PER_LETTER } =
    globalThis.vejviser.tuning;
  const { SPELT_SO, SPELT_SO_TOO, BEGINNING, BEND, BEGINNING_TOO } = globalThis.vejviser.tuning;

  const SHORTEST_PART = 4;
  const SHORT_PARTS = new Set(["leg", "råd", "mor", "far", "hus", "sag", "lov", "ven", "syn", "mad", "søvn"]);
  const SHORTEST_COMPOUND = 8;
  const MOST_BEGINNINGS = 40;
  const MOST_CORRECTIONS = 5;
  // A shorter word is too near to others to be taken for a slip, and people seldom get the first letter wrong.
  const SHORTEST_SLIP = 6;

  /** @template K, V @param {Map<K, V[]>} map @param {K} key @param {V} value */
  function add(map, key, value) {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  }

  class Vocabulary {
    /**
     * @param {Words} words
     * @param {string[]} surfaces every word of the site as it is written
     * @param {Set<string>} [kept] stems that are never corrected, since we know what they mean
     */
    constructor(words, surfaces, kept = new Set()) {
      this.kept = kept;
      this.isCommon = common(globalThis.vejviser.commonWords);
      this.words = words;
      this.terms = [...new Set(surfaces.map((word) => words.stem(word)))].sort();
      this.known = new Set(this.terms);
      this.surfaces = new Set([...surfaces, ...this.terms]);
      /** @type {Map<string, string[]>} */
      this.byRoot = new Map();
      for (const term of this.terms) add(this.byRoot, words.root(term), term);
      /** @type {Map<string, string[]>} */
      this.bySkeleton = new Map();
      for (const word of surfaces) add(this.bySkeleton, skeleton(word), word);
      /** @type {Map<number, string[]>} */
      this.byLength = new Map();
      for (const bones of this.bySkeleton.keys()) add(this.byLength, bones.length, bones);
      /** @type {Map<string, string[] | null>} */
      this.splits = new Map();
      /** @type {Map<string, [string, number][]>} */
      this.compounds = new Map();
      this.text = ` ${surfaces.join(" ")} `;
    }

    /** @param {string} stem @returns the compounds that it is a part of, with how much of their meaning it carries */
    compoundsWith(stem) {
      const found = this.compounds.get(stem) ?? this.findCompounds(stem);
      this.compounds.set(stem, found);
      return found;
    }

    /** @param {string} stem */
    findCompounds(stem) {
      /** @type {[string, number][]} */
      const found = [];
      // Every form of a word begins with its stem, but for the irregular ones.
      const forms = [...this.words.irregular].filter(([, of]) => of === stem).map(([form]) => form);
      for (const form of [stem, ...forms]) {
        for (let at = this.text.indexOf(form), end; at >= 0; at = this.text.indexOf(form, end)) {
          end = this.text.indexOf(" ", at);
          const word = this.text.slice(this.text.lastIndexOf(" ", at) + 1, end);
          const term = this.words.stem(word);
          this.split(word)?.forEach((part, place, parts) => {
            // The last part of a Danish compound says what the thing is.
            if (part === stem && part !== term) found.push([term, place === parts.length - 1 ? LAST_PART : FIRST_PART]);
          });
        }
      }
      return found;
    }

    /** @param {string} part */
    isPart(part) {
      const longEnough = part.length >= SHORTEST_PART || SHORT_PARTS.has(part);
      return longEnough && (this.surfaces.has(part) || this.known.has(this.words.stem(part)));
    }

    /** @param {string} word @returns the stems of the two words that a compound is made of, both known to the site */
    split(word) {
      if (word.length < SHORTEST_COMPOUND || /[\d§]/.test(word)) return null;
      let parts = this.splits.get(word);
      if (parts === undefined) this.splits.set(word, (parts = this.bestSplit(word)));
      return parts;
    }

    /** @param {string} word */
    bestSplit(word) {
      /** @type {{fit: number, parts: string[]} | null} */
      let best = null;
      for (let at = 3; at <= word.length - 3; at++) {
        const [first, last] = [word.slice(0, at), word.slice(at)];
        if (!this.isPart(last)) continue;
        for (const head of [first, /[se]$/.test(first) && first.slice(0, -1)]) {
          if (!head || !this.isPart(head)) continue;
          const fit = Math.min(head.length, last.length) + (head === first ? WITHOUT_LINK : 0);
          if (!best || fit > best.fit) best = { fit, parts: [head, last] };
        }
      }
      return best && best.parts.map((part) => this.words.stem(part));
    }

    /** @param {string} word @returns the parts of an unknown compound that are known: its longest beginning and end */
    knownParts(word) {
      /** @param {string} part */
      const known = (part) => part.length >= SHORTEST_PART && this.known.has(this.words.stem(part));
      const places = Array.from({ length: word.length }, (_, at) => at);
      const heads = places
        .map((at) => word.slice(0, -at || undefined))
        .flatMap((head) => [head, head.replace(/[se]$/, "")]);
      const head = heads.find((part) => part !== word && known(part));
      const tail = places
        .slice(3)
        .map((at) => word.slice(at))
        .find(known);
      const parts = [head, tail].filter(Boolean).map((part) => this.words.stem(part));
      return parts.length ? parts : null;
    }

    /** @param {string} first @param {string} second @returns the compound that two words written apart make, if the site knows it */
    joined(first, second) {
      for (const link of ["", "s", "e"]) {
        const word = first + link + second;
        if (this.known.has(this.words.stem(word))) return this.words.stem(word);
        const spelt = word.length >= SHORTEST_COMPOUND && this.bySkeleton.get(skeleton(word));
        if (spelt) return this.words.stem(spelt[0]);
      }
      return null;
    }

    /** @param {string} typed @returns words that begin so, the shortest first, with how much of them was typed */
    beginningWith(typed) {
      const bones = skeleton(typed);
      /** @type {[string, number][]} */
      const found = [];
      for (const [other, words] of this.bySkeleton) {
        if (other.length > bones.length && other.startsWith(bones)) found.push([words[0], bones.length / other.length]);
      }
      return found.sort((a, b) => b[1] - a[1]).slice(0, MOST_BEGINNINGS);
    }

    /** @param {string} typed @returns words spelt nearly so, with how far off they are */
    similar(typed) {
      const bones = skeleton(typed);
      const most = bones.length >= 8 ? 2 : 1;
      /** @type {[string, number][]} */
      const found = [];
      for (let length = bones.length - most; length <= bones.length + most; length++) {
        for (const other of this.byLength.get(length) ?? []) {
          if (other[0] !== bones[0]) continue;
          const away = distance(bones, other, most);
          if (away <= most) found.push([other, away]);
        }
      }
      found.sort((a, b) => a[1] - b[1]);
      const near = found.filter(([, away]) => away <= found[0][1] + AS_NEAR).slice(0, MOST_CORRECTIONS);
      return near.flatMap(([other, away]) => this.speltSo(other).map((word) => /** @type {const} */ ([word, away])));
    }

    // Whether a word that the site does not have may be one of the site's with a slip.
    /** @param {string} typed @param {string} stem */
    mayBeSlip(typed, stem) {
      return typed.length >= SHORTEST_SLIP && !/[\d§]/.test(typed) && !this.kept.has(stem) && !this.isCommon(stem);
    }

    /** @param {string} bones */
    speltSo(bones) {
      return this.bySkeleton.get(bones) ?? [];
    }

    // A word as the pages write it, which is with the letters æ, ø and å where another spelling is without.
    /** @param {string} word */
    written(word) {
      return this.speltSo(skeleton(word)).find((other) => /[æøå]/.test(other)) ?? word;
    }

    /** @param {string} stem @returns it, words of the same root, and compounds with it */
    related(stem) {
      /** @type {Weights} */
      const found = new Map();
      this.relate(found, stem, 1);
      return found;
    }

    // Adds a stem and its relatives to `found`, each with the highest weight that it has got so far.
    /** @param {Weights} found @param {string} stem @param {number} weight */
    relate(found, stem, weight) {
      /** @param {string} term @param {number} value */
      const note = (term, value) => {
        if (this.known.has(term) && (found.get(term) ?? 0) < value) found.set(term, value);
      };
      note(stem, weight);
      for (const term of this.byRoot.get(this.words.root(stem)) ?? []) note(term, SAME_ROOT * weight);
      for (const [term, share] of this.compoundsWith(stem)) note(term, share * weight);
    }

    /**
     * What a typed word may mean.
     * @param {string} typed
     * @param {boolean} isLast whether it may be unfinished
     * @param {boolean} asTyped whether it is no slip, as the reader has said
     * @returns {Meanings}
     */
    meanings(typed, isLast, asTyped) {
      const { words } = this;
      /** @type {Weights} */
      const terms = new Map();
      /** @param {string} word @param {number} weight */
      const note = (word, weight) => this.known.has(word) && (terms.get(word) ?? 0) < weight && terms.set(word, weight);
      const stem = words.stem(typed);
      let how = this.known.has(stem) ? "known" : "";
      this.relate(terms, stem, 1);
      if (/^\d{2,3}$/.test(typed)) note(`§${typed}`, PARAGRAPH);
      // Without a name the law of today is meant, not the one that had the number before.
      if (typed.startsWith("§")) note(`bl${typed}`, 1);
      const spelt = this.speltSo(skeleton(typed));
      // Other spellings count also when this one is known: "for" may be "før", and a slip may stand on some page.
      for (const word of spelt) this.relate(terms, words.stem(word), how ? SPELT_SO_TOO : SPELT_SO);
      if (spelt.length) how = "known";
      const word = !this.known.has(stem) && spelt.length ? spelt[0] : typed;
      const parts = this.split(word) ?? (how ? null : this.knownParts(word));
      if (!how && typed.length >= 5) {
        const ending = this.terms.filter((term) => term.length > stem.length && term.endsWith(stem));
        for (const term of ending) note(term, ENDING);
        if (ending.length) how = "ending";
      }
      if (typed.length >= 2 && (isLast || !how)) {
        const begun = this.beginningWith(typed);
        for (const [other, share] of begun) note(words.stem(other), how ? BEGINNING_TOO : BEGINNING * share ** BEND);
        if (!how && begun.length && typed.length >= 3) how = "beginning";
      }
      if (!how && !asTyped && this.mayBeSlip(typed, stem)) {
        const near = this.similar(typed);
        for (const [other, away] of near) this.relate(terms, words.stem(other), SLIP - PER_LETTER * away);
        if (near.length) return { terms, parts: null, how: "corrected", corrected: this.written(near[0][0]) };
      }
      return { terms, parts, how };
    }
  }

  Object.assign(globalThis.vejviser, /** @satisfies {Partial<Vejviser>} */ ({ Vocabulary }));
})();
