/** The offers that are left in the catalogue, for a spreadsheet. */

(() => {
  const { AGE } = globalThis.vejviser.catalogue;

  /** @type {Catalogue["csv"]} the table's own cells, then what else its rows say; a formula is made text */
  function csv(found, tables, facets) {
    /** @param {Element} element */
    const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
    const columns = [...tables[0].querySelectorAll("thead th")].map(text);
    const more = facets.filter(({ legend }) => !columns.includes(legend));
    const lines = found.map(({ element, table, own }) => [
      ...[...element.cells].map(text),
      text(pick(table, "caption")),
      ...more.map(({ name, values }) =>
        (name === AGE ? own[name] : own[name].map((value) => values[value])).join(", "),
      ),
      /** @type {HTMLAnchorElement} */ (element.querySelector("a")).href,
    ]);
    /** @param {string} words */
    const safe = (words) => (/^[=+\-@]/.test(words) ? `'${words}` : words);
    /** @param {string} words */
    const cell = (words) => `"${safe(words).replaceAll('"', '""')}"`;
    const head = [...columns, "Gruppe", ...more.map(({ legend }) => legend), "Adresse"];
    return [head, ...lines].map((line) => `${line.map(cell).join(";")}\r\n`).join("");
  }

  globalThis.vejviser.catalogue.csv = csv;
})();
