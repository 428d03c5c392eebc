/** What the reader is told in words about how the results were found. */

(() => {
  // As many results as are shown; more would not be read.
  const MOST = 20;

  /** @param {unknown[]} hits */
  const count = ({ length }) =>
    length === 1 ? "1 resultat" : length === MOST ? `De ${MOST} bedste resultater` : `${length} resultater`;
  /** @param {string[]} words */
  const quoted = (words) => `»${words.join("« og »")}«`;

  /** @param {Found | FoundInAll} found @param {boolean} isPortal */
  function howMany(found, isPortal) {
    if (found.isGuess) return "Ingen sider passer på ordene. Her kan du begynde:";
    if (!("own" in found)) return `${count(found.hits)}.`;
    if (found.own.length) return `${count(found.own)} her og fælles, ${found.others.length} i andre kommuner.`;
    return `${count(found.others)}${isPortal ? "" : " i andre kommuner"}.`;
  }

  /** @type {SearchView["told"]} `missing` could not be fetched; in the portal no site is the reader's own */
  function told(found, isPortal, missing = []) {
    const { corrected, synonyms, isGuess } = found;
    const said = [howMany(found, isPortal)];
    if (corrected.length) said.push(`Søgte efter ${quoted(corrected.map((slip) => slip.corrected ?? slip.typed))}.`);
    else if (synonyms.length && !isGuess) said.push(`Også fundet med ${quoted(synonyms.slice(0, 2))}.`);
    if ("own" in found && missing.length) said.push(`Kunne ikke hentes: ${missing.join(", ")}.`);
    return said.join(" ");
  }

  /** @type {SearchView["undoing"]} */
  const undoing = ({ corrected }) => `Søg i stedet efter ${quoted(corrected.map((slip) => slip.typed))}`;

  Object.assign(globalThis.vejviser.searchView, /** @satisfies {Partial<SearchView>} */ ({ MOST, told, undoing }));
})();
