/** Reads the index out of the few bytes that it is sent in: a list of words, and texts as numbers of it; see `packing.py`. */

(() => {
  const BASE = 93;
  // How many letters begin a number of one letter, of two, of three and of four.
  const LEADS = [48, 43, 1, 1];
  // In a row of postings: its end, and before a document a level that is not the usual one; a step is a number above them.
  const [END, USUAL, LEVELS] = [0, 1, 6];

  // A letter as a digit: all that is printable but `"` and `\`, which do not stand in a string as they are.
  /** @param {string} packed @param {number} at */
  function digit(packed, at) {
    const code = packed.charCodeAt(at);
    return code - 32 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0);
  }

  /** @param {string} packed */
  function numbers(packed) {
    /** @type {number[]} */
    const found = [];
    for (let at = 0; at < packed.length;) {
      let number = digit(packed, at++);
      let more = 0;
      let first = 0;
      for (; number >= LEADS[more]; more++) {
        number -= LEADS[more];
        first += LEADS[more] * BASE ** more;
      }
      while (more--) number = number * BASE + digit(packed, at++);
      found.push(first + number);
    }
    return found;
  }

  // The list of words: the usual ones, then those that begin with so many letters of the one before.
  /** @param {PackedIndex} packed */
  function listed({ often, words }) {
    let last = "";
    const rest = [...words.matchAll(/([#-/])([^#-/]*)/g)];
    return [...often, ...rest.map(([, shared, end]) => (last = last.slice(0, shared.charCodeAt(0) - 35) + end))];
  }

  // A text of numbers, with a space between words; notes which words it has.
  /** @param {string} packed @param {string[]} words @param {Set<string>} used */
  function text(packed, words, used) {
    const isWord = words.map((word) => /^[\p{L}\p{N}]/u.test(word));
    let [said, wasWord] = ["", false];
    for (const number of numbers(packed)) {
      said += isWord[number] && wasWord ? ` ${words[number]}` : words[number];
      wasWord = isWord[number];
      used.add(words[number]);
    }
    return said;
  }

  /** @param {string} packed @returns for each term its documents, with how loud they say it */
  function postings(packed) {
    /** @type {[number, number][][]} */
    const rows = [];
    /** @type {[number, number][]} */
    let row = [];
    let [last, level] = [-1, USUAL];
    for (const number of numbers(packed)) {
      if (number >= LEVELS) {
        last += number - LEVELS + 1;
        row.push([last, level]);
        level = USUAL;
      } else if (number === END) {
        rows.push(row);
        [row, last] = [[], -1];
      } else {
        level = number > USUAL ? number : number - 1;
      }
    }
    return rows;
  }

  /** @param {string} title @returns {string} it as it stands in an address */
  function named(title) {
    const plain = title.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
    return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  }

  /** @type {Vejviser["unpack"]} the index as the generator had it; a document is a row */
  function unpack(packed) {
    const words = listed(packed);
    /** @type {Set<string>} */
    const used = new Set();
    /** @param {string} _ @param {string} before @param {string} isSmall @param {string} letter */
    const big = (_, before, isSmall, letter) => before + (isSmall ? letter : letter.toUpperCase());
    const said = text(packed.said, words, used).replace(/("|[.?!] )(\t?)([a-zæøå])(?![A-ZÆØÅ])/g, big);
    /** @type {Unpacked} */
    const {
      columns: [urls, kinds, terms, ages, anchors],
      ...index
    } = JSON.parse(text(packed.other, words, used));
    const [titles, leads, facts, headings] = JSON.parse(said);
    return {
      ...index,
      documents: urls.map((url, at) => [
        url.replaceAll("~", named(titles[at])),
        kinds[at],
        titles[at],
        leads[at],
        terms[at],
        facts[at],
        ages[at],
        anchors[at].map((anchor, place) => [anchor, headings[at][place]]),
      ]),
      words: [...index.words, ...words.filter((word) => !used.has(word))],
      postings: postings(packed.postings),
    };
  }

  Object.assign(
    (globalThis.vejviser ??= /** @type {Vejviser} */ ({})),
    /** @satisfies {Partial<Vejviser>} */ ({ unpack }),
  );
})();
