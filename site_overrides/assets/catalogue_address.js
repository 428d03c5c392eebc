/** What is chosen in the catalogue, as the page's address says it: after `#`, since no server hears of that. */

(() => {
  /** The facet whose values are spans of years. */
  const AGE = "alder";

  /** What an address says is chosen of the facets. */
  function chosenIn(words, facets) {
    const params = new URLSearchParams(words);
    return Object.fromEntries(facets.map(({ name }) => [name, params.getAll(name)]));
  }

  /** What is chosen as an address says it. */
  function addressOf(chosen) {
    const pairs = Object.entries(chosen).flatMap(([name, values]) => values.map((value) => [name, value]));
    return pairs.length ? `#${new URLSearchParams(pairs)}` : "";
  }

  /** Puts what is chosen into the address. */
  function remember(hash, way) {
    try {
      history[way](null, "", location.pathname + hash);
    } catch {
      // Some browsers keep the address of a file as it is; the list is filtered all the same.
    }
  }

  Object.assign(((globalThis.vejviser ??= {}).catalogue ??= {}), { AGE, addressOf, chosenIn, remember });
})();
