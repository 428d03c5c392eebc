/** What a screen reader hears of the search: the status when the letters have come to rest, and results by their titles. */

(() => {
  // In milliseconds; and how many letters say enough to be answered aloud.
  const QUIET = 500;
  const FEWEST = 2;

  /**
   * A region that reads aloud what the status says, but not at every letter.
   * @param {HTMLElement} status what is seen
   * @param {HTMLInputElement} input what is typed
   */
  function speech(status, input) {
    const spoken = make("p", { class: "visually-hidden", role: "status" });
    let waiting = 0;
    const speak = () => {
      if (input.value.trim().length >= FEWEST) spoken.textContent = status.textContent;
    };
    new MutationObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(speak, QUIET);
    }).observe(status, { childList: true });
    return spoken;
  }

  /** @type {SearchView["name"]} gives a result its id, its title for a name, and the rest of it for a description */
  function name(option, id) {
    option.id = id;
    const title = option.querySelector("strong");
    if (!title) return;
    const rest = [...option.children].filter((part) => part !== title);
    for (const [at, part] of [title, ...rest].entries()) part.id = `${id}-${at}`;
    option.setAttribute("aria-labelledby", title.id);
    option.setAttribute("aria-describedby", rest.map((part) => part.id).join(" "));
  }

  Object.assign(globalThis.vejviser.searchView, /** @satisfies {Partial<SearchView>} */ ({ name, speech }));
})();
