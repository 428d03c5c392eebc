/** What the reader is told in words about how the results were found. */

(() => {
  // As many results as are shown; more would not be read.
  const MOST = 20;

  const count = ({ length }) =>
    length === 1 ? "1 resultat" : length === MOST ? `De ${MOST} bedste resultater` : `${length} resultater`;
  const quoted = (words) => `»${words.join("« og »")}«`;

  function howMany({ hits, own, others, isGuess }, isPortal) {
    if (isGuess) return "Ingen sider passer på ordene. Her kan du begynde:";
    if (own?.length) return `${count(own)} her og fælles, ${others.length} i andre kommuner.`;
    return `${count(others ?? hits)}${own && !isPortal ? " i andre kommuner" : ""}.`;
  }

  /**
   * @param {object} found what the engine has found
   * @param {boolean} isPortal whether no site is the reader's own
   * @param {string[]} [missing] municipalities that could not be fetched
   * @returns {string}
   */
  function told(found, isPortal, missing = []) {
    const { own, corrected, synonyms, isGuess } = found;
    const said = [howMany(found, isPortal)];
    if (corrected.length) said.push(`Søgte efter ${quoted(corrected.map((slip) => slip.corrected))}.`);
    else if (synonyms.length && !isGuess) said.push(`Også fundet med ${quoted(synonyms.slice(0, 2))}.`);
    if (own && missing.length) said.push(`Kunne ikke hentes: ${missing.join(", ")}.`);
    return said.join(" ");
  }

  /** How a correction is undone. */
  const undoing = ({ corrected }) => `Søg i stedet efter ${quoted(corrected.map((slip) => slip.typed))}`;

  Object.assign(globalThis.vejviser.searchView, { MOST, told, undoing });
})();
