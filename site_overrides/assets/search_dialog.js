/** The search dialog: a combobox with a list of results. The engine finds; `search_view.js` draws. */

(() => {
  const { make, groups, acuteBox, treeLink } = globalThis.vejviser.searchView;

  const MOST = 20;
  const LEAST = 0.2;
  const HINT = "Skriv, hvad du leder efter, fx et ord, et spørgsmål eller en paragraf.";

  // Not type=search: there the first Escape only empties the field, and the dialog would seem stuck.
  const input = make("input", {
    type: "text", id: "search-words", role: "combobox", "aria-expanded": "false", "aria-controls": "search-hits",
    "aria-autocomplete": "list", "aria-describedby": "search-status", autocomplete: "off", autocapitalize: "none",
    spellcheck: "false", enterkeyhint: "search",
  });
  const status = make("p", { class: "search__status", role: "status", id: "search-status" });
  const aside = make("div", { class: "search__aside" });
  const list = make("div", { class: "search__hits", role: "listbox", id: "search-hits", "aria-label": "Resultater", hidden: "" });
  const close = make("button", { type: "button", class: "link-button" }, "Luk");
  const all = make("a", {}, "Alle sider fra A til Å");
  const dialog = make(
    "dialog",
    { class: "search", "aria-labelledby": "search-title" },
    make("div", { class: "search__head" }, make("label", { for: "search-words", id: "search-title" }, "Søg på siden"), close),
    input, status, aside, list,
    make("p", { class: "search__foot" }, all),
  );
  document.body.append(dialog);

  /** @type {{root: URL, load: () => Promise<object>}} */
  let site;
  /** @type {object | null} the engine, once it is there */
  let engine = null;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const active = () => list.querySelector("[aria-selected=true]");

  /** Marks an option as the one that Enter opens; focus stays in the field. */
  function choose(chosen) {
    active()?.setAttribute("aria-selected", "false");
    if (chosen) {
      chosen.setAttribute("aria-selected", "true");
      chosen.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", chosen.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function fill(parts) {
    list.replaceChildren(...parts);
    options().forEach((part, at) => part.setAttribute("id", `search-hit-${at}`));
    list.hidden = !parts.length;
    input.setAttribute("aria-expanded", String(parts.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  function showStart() {
    status.textContent = HINT;
    aside.replaceChildren();
    fill([]);
  }

  /** What the reader is told about how the results were found. */
  function account({ hits, corrected, synonyms, isGuess }) {
    if (isGuess) return "Ingen sider passer på ordene. Her kan du begynde:";
    const said = [hits.length === 1 ? "1 resultat." : `${hits.length} resultater.`];
    if (corrected.length) said.push(`Søgte efter »${corrected.join("« og »")}«.`);
    else if (synonyms.length) said.push(`Også fundet med »${synonyms.slice(0, 2).join("« og »")}«.`);
    return said.join(" ");
  }

  function show(query) {
    const found = engine.search(query, MOST);
    // Every page that shares a word is a result; those far behind the best only fill the list.
    found.hits = found.hits.filter(({ score }) => score >= LEAST * found.hits[0].score);
    const above = [];
    if (found.isAcute) above.push(acuteBox(engine.acute, site.root));
    if (found.isAcute || found.isConcern) above.push(treeLink(engine.tree, site.root));
    aside.replaceChildren(...above);
    fill(groups(found.hits, site.root));
    status.textContent = account(found);
    dialog.scrollTop = 0;
  }

  function update() {
    const query = input.value.trim();
    if (!query) showStart();
    else if (engine) show(query);
    else status.textContent = "Søger …";
  }

  /** What each key does while focus is in the field. */
  const keys = {
    ArrowDown: (shown, at) => choose(shown[(at + 1) % shown.length]),
    ArrowUp: (shown, at) => choose(shown.at(at <= 0 ? -1 : at - 1)),
    Enter: (shown, at) => shown[Math.max(at, 0)].click(),
  };

  input.addEventListener("input", update);
  input.addEventListener("keydown", (event) => {
    const shown = options();
    if (!keys[event.key] || !shown.length || event.isComposing) return;
    event.preventDefault();
    keys[event.key](shown, shown.indexOf(active()));
  });
  close.addEventListener("click", () => dialog.close());
  // A press beside the dialog closes it, as readers expect.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  // A result on the page the reader is already on: the dialog must not stay in front of it.
  for (const part of [list, aside]) part.addEventListener("click", (event) => event.target.closest("a") && dialog.close());

  /**
   * Opens the dialog; the browser gives focus back to where it was when it closes.
   * @param {{root: URL, all: string, load: () => Promise<object>}} given the site, and how to get its engine
   */
  async function openSearch(given) {
    if (dialog.open) return;
    site = given;
    all.href = given.all;
    input.value = "";
    showStart();
    dialog.showModal();
    input.focus();
    try {
      engine ??= await given.load();
      update();
    } catch {
      status.textContent = "Søgningen virker ikke lige nu. Brug listen fra A til Å nederst.";
    }
  }

  Object.assign(globalThis.vejviser, { openSearch });
})();
