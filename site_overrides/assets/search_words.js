/**
 * Danish words as the search sees them; the same rules stand in `search/words.py`, and a test holds both to one list.
 *
 * The scripts of the search are classic ones that hang their parts on `vejviser`: modules do not load from a disk.
 */

(() => {
  const VOWELS = "aeiouyæøå";
  const STAYS_DOUBLE = `${VOWELS}cz`;
  const BEFORE_S = "abcdfghjklmnoprtvyzå";
  // Longest first: the first that fits is the longest that fits.
  const ENDINGS = (
    "erendes erende hedens endes erede ethed erens heden heder ernes erets ende enes eres erne eren erer " +
    "ered heds eret hed ene ere ens ers ets en er es et e s"
  ).split(" ");
  const DOUBLE_STOPS = ["gd", "dt", "gt", "kt"];
  const DERIVED = ["elig", "lig", "els", "ig"];

  /** @param {string} word @returns {number | null} where the part begins that endings may be taken from */
  function region(word) {
    let place = 0;
    while (place < word.length && !VOWELS.includes(word[place])) place++;
    while (place < word.length && VOWELS.includes(word[place])) place++;
    return place < word.length && word.length >= 3 ? Math.max(3, place + 1) : null;
  }

  /** @param {string} word @param {number} start */
  const withoutDoubleStop = (word, start) =>
    DOUBLE_STOPS.some((end) => word.endsWith(end)) && word.length - 2 >= start ? word.slice(0, -1) : word;

  /** @param {string} word @returns {string} its stem by Snowball's rules for Danish */
  function withoutEndings(word) {
    const start = region(word);
    if (start === null) return word;
    /** @param {string} end */
    const fits = (end) => word.endsWith(end) && word.length - end.length >= start;
    const ending = ENDINGS.find(fits) ?? "";
    if (ending !== "s" || BEFORE_S.includes(word.at(-2) ?? " ")) word = word.slice(0, word.length - ending.length);
    word = withoutDoubleStop(word, start);
    if (word.endsWith("igst")) word = word.slice(0, -2);
    const derived = DERIVED.find(fits);
    if (derived) word = withoutDoubleStop(word.slice(0, -derived.length), start);
    if (fits("løst")) word = word.slice(0, -1);
    const last = word.at(-1) ?? "";
    if (word.length - 1 >= start && last === word.at(-2) && !STAYS_DOUBLE.includes(last)) word = word.slice(0, -1);
    return word;
  }

  /**
   * The letters that people agree on: æ, ae and a are one, and a doubled letter counts once.
   * @param {string} word
   */
  const skeleton = (word) =>
    word
      .replace(/æ|ae/g, "a")
      .replace(/ø|oe/g, "o")
      .replace(/å|aa/g, "a")
      .replace(/é/g, "e")
      .replace(/([a-z])\1/g, "$1");

  class Words {
    /** @param {Pick<Index, "stop" | "irregular" | "thesaurus">} data */
    constructor({ stop, irregular, thesaurus: { laws } }) {
      this.stop = new Set(stop.split(" "));
      this.irregular = new Map(Object.entries(irregular));
      /** @type {Map<string, string>} */
      this.stems = new Map();
      this.laws = Object.keys(laws)
        .sort()
        .map((name) => {
          const spellings = laws[name]
            .slice()
            .sort((a, b) => b.length - a.length)
            .join("|")
            .replaceAll(" ", "\\s+");
          const number = "\\s*(?:§+|paragraf)?\\s*(\\d{1,3}(?:\\s?[a-h](?!\\p{L}))?)(?!\\d)";
          return /** @type {const} */ ([name, new RegExp(`(?<!\\p{L})(${spellings})${number}`, "gu")]);
        });
    }

    /** @param {string} text @returns {string[]} its tokens; `barnets lov § 133` is also `§133` and `bl§133` */
    tokens(text) {
      text = text.normalize("NFC").toLowerCase();
      if (/\d/.test(text)) {
        for (const [name, pattern] of this.laws) {
          text = text.replace(pattern, (_, law, number) => {
            const joined = number.replace(" ", "");
            return ` ${law} §${joined} ${name}§${joined} `;
          });
        }
        text = text
          .replace(/(?<!\p{L})(?:§+|paragraf(?:fen)?)\s*(\d{1,3})\s?([a-h])(?!\p{L})/gu, " §$1$2 ")
          .replace(/(?<!\p{L})(?:§+|paragraf(?:fen)?)\s*(\d{1,3})(?![\da-z])/gu, " §$1 ");
      }
      return text.match(/\p{L}*§\d+[a-h]?|[\p{L}\p{N}]+/gu) ?? [];
    }

    /** @param {string} word @returns {string} */
    stem(word) {
      let stem = this.stems.get(word);
      if (stem === undefined) {
        stem = this.irregular.get(word) ?? (/\d/.test(word) ? word : withoutEndings(word));
        this.stems.set(word, stem);
      }
      return stem;
    }

    /** @param {string} stem @returns {string} what `underretning` and `underrette` share */
    root(stem) {
      for (const end of ["ning", "ing"]) {
        if (stem.length > 6 && stem.endsWith(end)) return this.stem(`${stem.slice(0, -end.length)}e`);
      }
      return stem;
    }

    /** @param {string} text @returns {string[]} the stems of its words, without those that say nothing */
    telling(text) {
      return this.tokens(text)
        .filter((word) => !this.stop.has(word))
        .map((word) => this.stem(word));
    }
  }

  Object.assign(
    (globalThis.vejviser ??= /** @type {Vejviser} */ ({})),
    /** @satisfies {Partial<Vejviser>} */ ({ Words, skeleton }),
  );
})();
