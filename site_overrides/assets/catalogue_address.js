/** What is chosen in the catalogue, as the page's address says it: after `#`, since no server hears of that. */

(() => {
  /** The facet whose values are spans of years. */
  const AGE = "alder";

  /** @type {Catalogue["chosenIn"]} what an address says is chosen of the facets */
  function chosenIn(words, facets) {
    const params = new URLSearchParams(words);
    return Object.fromEntries(facets.map(({ name }) => [name, params.getAll(name)]));
  }

  /** @type {Catalogue["addressOf"]} */
  function addressOf(chosen) {
    const pairs = Object.entries(chosen).flatMap(([name, values]) => values.map((value) => [name, value]));
    return pairs.length ? `#${new URLSearchParams(pairs)}` : "";
  }

  /** @type {Catalogue["remember"]} */
  function remember(hash, way) {
    try {
      history[way](null, "", location.pathname + hash);
    } catch {
      // Some browsers keep the address of a file as it is; the list is filtered all the same.
    }
  }

  const shared = (globalThis.vejviser ??= /** @type {Vejviser} */ ({}));
  shared.catalogue = /** @type {Catalogue} */ ({ AGE, addressOf, chosenIn, remember });
})();
