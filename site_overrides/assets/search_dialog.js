/** The search dialog: a combobox with a list of results. The engine finds; `search_view.js` draws. */

(() => {
  const { searchView } = globalThis.vejviser;
  const { MOST, groups, groupsOfAll, alarm, heard, name, nowLine, speech, told, undoing } = searchView;
  const HINT = "Skriv, hvad du leder efter, fx et ord, et spørgsmål eller en paragraf.";
  const FETCHING = "Henter kommunerne …";
  // A search of all that takes longer than this many milliseconds waits until the reader stops typing for a moment.
  const QUICK = 30;
  const PAUSE = 150;

  // Not type=search: there the first Escape only empties the field, and the dialog would seem stuck.
  const input = make("input", {
    type: "text",
    id: "search-words",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "search-hits",
    "aria-autocomplete": "list",
    "aria-describedby": "search-status",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  const scope = make("button", { type: "button", class: "link-button" });
  const progress = make("span", { class: "search__progress" });
  const wider = make("p", { class: "search__scope", hidden: "" }, scope, progress);
  const status = make("p", { class: "search__status", id: "search-status" });
  const spoken = speech(status, input);
  const now = make("p", { class: "search__now" });
  const undo = make("button", { type: "button", class: "link-button" });
  const corrected = make("p", { class: "search__corrected", hidden: "" }, undo);
  const aside = make("div", { class: "search__aside" });
  const list = make("div", {
    class: "search__hits",
    role: "listbox",
    id: "search-hits",
    "aria-label": "Resultater",
    hidden: "",
  });
  const close = make("button", { type: "button", class: "link-button" }, "Luk");
  const all = make("a", {}, "Alle sider fra A til Å");
  const title = make("label", { for: "search-words", id: "search-title" });
  const foot = make("p", { class: "search__foot" }, all);
  // What scrolls; the field and the numbers above it stay.
  const body = make("div", { class: "search__body" }, aside, status, spoken, corrected, list, wider, foot);
  const dialog = make(
    "dialog",
    { class: "search", "aria-labelledby": "search-title" },
    make("div", { class: "search__head" }, title, now, close),
    input,
    body,
  );
  document.body.append(dialog);

  /** @type {SearchedSite} */
  let site;
  /** @type {Engine | null} the engine of this site, once it is there */
  let engine = null;
  /** @type {All | null} the search over all municipalities, once it is there */
  let everything = null;
  let isWide = false;
  /** What the reader has said to search for as it is typed. */
  let asTyped = "";
  // Whether what was sought last tells of danger.
  let isGrave = false;
  let took = 0;
  let waiting = 0;

  const options = () => [
    .../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[role=option]:not([hidden])")),
  ];
  const active = () => list.querySelector("[aria-selected=true]");

  /** @param {HTMLElement | undefined} chosen the option that Enter opens from now on; focus stays in the field */
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

  /** @param {HTMLElement[]} parts */
  function fill(parts) {
    list.replaceChildren(...parts);
    list.querySelectorAll("[role=option]").forEach((part, at) => name(part, `search-hit-${at}`));
    list.hidden = !parts.length;
    input.setAttribute("aria-expanded", String(parts.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  function showStart() {
    // The site's own index may come while the other municipalities are still on their way.
    status.textContent = isWide && !everything ? FETCHING : HINT;
    aside.replaceChildren();
    corrected.hidden = true;
    fill([]);
  }

  // Tells how the results were found; danger is heard first, and seen above.
  /** @param {Found | FoundInAll} found @param {Acute[]} acute */
  function account(found, acute) {
    const danger = heard(found, acute);
    const hidden = danger && make("span", { class: "visually-hidden" }, `${danger} `);
    status.replaceChildren(...[hidden, told(found, site.isPortal, everything?.missing)].filter(Boolean));
    corrected.hidden = !found.corrected.length;
    undo.textContent = undoing(found);
  }

  /** @param {string} query */
  function show(query) {
    const start = performance.now();
    const isTyped = query === asTyped;
    const here = engine?.search(query, MOST, isTyped);
    // Every page that shares a word is a result; those far behind the best only fill the list.
    if (here)
      here.hits = here.hits.filter(({ score }) => score >= globalThis.vejviser.tuning.LEAST * here.hits[0].score);
    const found = isWide && everything ? everything.find(query, here, site.root, isTyped) : here;
    const searched = engine ?? everything?.engine;
    if (!found || !searched) return;
    aside.replaceChildren(...alarm(found, searched, site.isPortal ? null : site.root));
    fill("own" in found ? groupsOfAll(found, site) : groups(found, site.root));
    account(found, searched.acute);
    isGrave = Boolean(found.danger);
    body.scrollTop = 0;
    took = performance.now() - start;
  }

  /** Searches for what stands in the field, if there is something to search with. */
  function update() {
    clearTimeout(waiting);
    waiting = 0;
    const query = input.value.trim();
    if (!query) showStart();
    else if (site.isPortal ? everything : engine) show(query);
    else status.textContent = "Søger …";
  }

  /** A search that takes long must not hold up the letters. */
  function updateSoon() {
    clearTimeout(waiting);
    if (!isWide || took < QUICK || !input.value.trim()) update();
    else waiting = setTimeout(update, PAUSE);
  }

  // Searches all municipalities, or again only this one; what there is to search is fetched the first time.
  /** @param {boolean} wide */
  async function widen(wide) {
    isWide = wide;
    took = 0;
    scope.textContent = isWide ? "Søg kun i min kommune" : "Søg i alle kommuner";
    progress.textContent = "";
    if (isWide && site.loadAll && !everything) {
      status.textContent = FETCHING;
      try {
        everything = await site.loadAll((done, of) => (progress.textContent = `Henter ${done} af ${of} kommuner …`));
      } catch (error) {
        if (site.isPortal) throw error;
        isWide = false;
        scope.textContent = "Søg i alle kommuner";
        progress.textContent = "De andre kommuner kunne ikke hentes.";
        return;
      }
      progress.textContent = "";
    }
    update();
  }

  // On a touch screen Enter only takes the keyboard away from what it hides; elsewhere it opens the best result.
  /** @param {HTMLElement[]} shown @param {number} at */
  function enter(shown, at) {
    if (at < 0 && matchMedia("(pointer: coarse)").matches) input.blur();
    else shown[Math.max(at, 0)].click();
  }

  /** @type {Record<string, (shown: HTMLElement[], at: number) => void>} what each key does while focus is in the field */
  const keys = {
    ArrowDown: (shown, at) => choose(shown[(at + 1) % shown.length]),
    ArrowUp: (shown, at) => choose(shown.at(at <= 0 ? -1 : at - 1)),
    Enter: enter,
  };

  input.addEventListener("input", updateSoon);
  input.addEventListener("keydown", (event) => {
    // Enter opens what fits all that is typed, not what was found before the last letters.
    if (waiting && event.key in keys) update();
    const shown = options();
    if (!keys[event.key] || !shown.length || event.isComposing) return;
    event.preventDefault();
    keys[event.key](
      shown,
      shown.findIndex((part) => part === active()),
    );
  });
  scope.addEventListener("click", () => {
    input.focus();
    widen(!isWide);
  });
  undo.addEventListener("click", () => {
    asTyped = input.value.trim();
    input.focus();
    update();
  });
  close.addEventListener("click", () => dialog.close());
  // A press beside the dialog closes it, as readers expect.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  for (const part of [list, aside, now]) part.addEventListener("click", follow);

  // A result on the page the reader is already on: the dialog must not stay in front of it. For the way back the entry in
  // the history remembers what was sought, which neither an address nor a store does; but not when it tells of danger.
  /** @param {Event} event */
  function follow(event) {
    if (!(/** @type {Element} */ (event.target).closest("a[href]:not([href^='tel:'])"))) return;
    if (!isGrave) history.replaceState({ ...history.state, search: { typed: input.value, isWide } }, "");
    dialog.close();
  }

  /** @type {Vejviser["openSearch"]} opens the dialog; the browser gives focus back to where it was when it closes */
  async function openSearch(given) {
    if (dialog.open) return;
    site = given;
    title.textContent = site.isPortal ? "Søg i alle kommuner" : "Søg i Vejviser";
    now.replaceChildren(...nowLine(site.numbers, site.numbersAt));
    wider.hidden = !site.loadAll;
    scope.hidden = site.isPortal;
    all.href = given.all;
    all.textContent = site.isPortal ? "Alle kommuner" : "Alle sider fra A til Å";
    input.value = site.typed;
    showStart();
    dialog.showModal();
    input.focus();
    try {
      const widened = widen(site.isPortal || Boolean(site.isWide && site.loadAll));
      if (!site.isPortal) engine ??= await given.load();
      await widened;
      update();
    } catch {
      status.textContent = "Søgningen virker ikke lige nu. Brug listen fra A til Å nederst.";
      // At once, and also when nothing is typed.
      spoken.textContent = status.textContent;
    }
  }

  Object.assign(globalThis.vejviser, /** @satisfies {Partial<Vejviser>} */ ({ openSearch }));
})();
