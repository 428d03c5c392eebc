/** What can be found, as objects out of the rows of the index. */

(() => {
  /** @type {Vejviser["unpackDocuments"]} */
  function unpackDocuments({ documents, kinds, gravity = "", citizens = [] }) {
    const levels = [...gravity].map(Number);
    const gravest = Math.max(...levels);
    const folders = new Set(documents.map(([url]) => url.replace(/#.*|[^/]+\/$/, "")));
    return documents.map(([url, number, title, lead, terms, facts, ages, sections], at) => {
      const kind = kinds[number];
      const level = (kind === "sign" ? levels.shift() : undefined) ?? NaN;
      return {
        url,
        kind,
        title,
        lead,
        facts,
        ages,
        isOverview: kind === "page" && folders.has(url),
        // Of four levels the lower two do not ask for a notification.
        isMild: level <= gravest / 2,
        isGravest: level === gravest,
        isForCitizens: citizens.includes(at),
        terms: terms ? terms.split("|") : [],
        sections: sections.map(([anchor, heading]) => ({ anchor, heading })),
      };
    });
  }

  Object.assign(
    (globalThis.vejviser ??= /** @type {Vejviser} */ ({})),
    /** @satisfies {Partial<Vejviser>} */ ({ unpackDocuments }),
  );
})();
