/** The offers that are left in the catalogue, for a spreadsheet. */

(() => {
  const { AGE } = globalThis.vejviser.catalogue;

  /** The table's own cells, then what else its rows say; what a spreadsheet would calculate is made text. */
  function csv(found, tables, facets) {
    const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
    const columns = [...tables[0].querySelectorAll("thead th")].map(text);
    const more = facets.filter(({ legend }) => !columns.includes(legend));
    const lines = found.map(({ element, table, own }) => [
      ...[...element.cells].map(text),
      text(table.querySelector("caption")),
      ...more.map(({ name, values }) =>
        (name === AGE ? own[name] : own[name].map((value) => values[value])).join(", "),
      ),
      element.querySelector("a").href,
    ]);
    const safe = (words) => (/^[=+\-@]/.test(words) ? `'${words}` : words);
    const cell = (words) => `"${safe(words).replaceAll('"', '""')}"`;
    const head = [...columns, "Gruppe", ...more.map(({ legend }) => legend), "Adresse"];
    return [head, ...lines].map((line) => `${line.map(cell).join(";")}\r\n`).join("");
  }

  Object.assign(((globalThis.vejviser ??= {}).catalogue ??= {}), { csv });
})();
