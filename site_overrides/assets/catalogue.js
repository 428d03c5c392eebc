/**
 * Filters the catalogue of offers by what its rows say of themselves. The choices stand in the page's address, so that
 * they can be shared and Back works, after `#`, since no server hears of that: a concern tells of a child. A classic
 * script: a page read from a disk may not load modules. What has been chosen is always `{facet: [values]}`.
 */

(() => {
  const { AGE, ONLY_KNOWN, addressOf, chosenIn, csv, faultOf, fieldset, remember, yearsOf } =
    globalThis.vejviser.catalogue;
  const source = document.querySelector(".catalogue-data");
  if (!source) return;

  /** @type {{noun: string, facets: Facet[]}} */
  const { noun, facets } = JSON.parse(source.textContent);
  const tables = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".text .table"))];
  const rows = tables.flatMap((table) =>
    [.../** @type {NodeListOf<HTMLTableRowElement>} */ (table.querySelectorAll("tbody tr"))].map((element) => {
      const { dataset } = element.cells[0];
      const own = facets.map(({ name }) => [name, dataset[name]?.split(" ") ?? []]);
      return { element, table, own: Object.fromEntries(own) };
    }),
  );

  /** @param {string[]} spans which are `3-6`, or `4` alone */
  function overlap(...spans) {
    const [[lowest, highest = lowest], [from, to = from]] = spans.map((span) => span.split("-").map(Number));
    return lowest <= to && from <= highest;
  }

  // Whether a row has one of the values; a row that says no age is for every age, unless the reader wants none such.
  /** @param {CatalogueRow} row @param {string} name @param {string[]} values */
  function fits({ own }, name, values) {
    if (name !== AGE) return !values.length || values.some((value) => own[name].includes(value));
    const spans = values.filter((value) => value !== ONLY_KNOWN);
    if (!own[AGE].length) return spans.length === values.length;
    return !spans.length || spans.some((span) => overlap(span, own[AGE][0]));
  }

  /** @param {Values} chosen @param {string} [but] the facet that is not asked */
  const hits = (chosen, but) =>
    rows.filter((row) => facets.every(({ name }) => name === but || fits(row, name, chosen[name])));

  // A value that every row has can narrow nothing, so such a facet is not offered.
  /** @param {Facet} facet */
  const narrows = ({ name, values }) =>
    name === AGE || Object.keys(values).some((value) => rows.some(({ own }) => !own[name].includes(value)));
  const form = make("form", { class: "catalogue__form", autocomplete: "off" }, ...facets.filter(narrows).map(fieldset));
  const panel = make("details", { class: "catalogue" }, make("summary", {}, "Vælg efter alder, bekymring m.m."), form);
  panel.open = matchMedia("(min-width: 48rem)").matches;
  /** @type {HTMLInputElement | null} */
  const age = form.querySelector(".catalogue__age input");
  const counts = [...form.querySelectorAll(".catalogue__choice")].map((label) => ({
    input: /** @type {HTMLInputElement} */ (pick(label, "input")),
    count: pick(label, ".catalogue__count"),
  }));

  const status = make("p", { class: "catalogue__status", role: "status", tabindex: "-1" });
  const said = make("p", { class: "catalogue__chosen" });
  const loosen = make("p", { class: "catalogue__loosen" });
  const download = make("a", { class: "link-button", download: "tilbud.csv" }, "Hent CSV");
  const clear = () => {
    form.reset();
    changed();
  };
  // On a phone the form is longer than the screen.
  const show = button("Vis listen", () => {
    panel.open = false;
    status.focus();
  });
  show.className = "button catalogue__show";
  form.append(show);
  const paper = button("Udskriv", () => print());
  const actions = make("div", { class: "catalogue__actions" }, button("Ryd alle", clear), download, paper);
  // What grows with the choices stands below them, so that they do not move under the reader's finger.
  source.after(make("div", { class: "catalogue__bar" }, status, actions), panel, said, loosen);

  /** @returns {Values} what the form says; an age that is no age says nothing */
  function choices() {
    const data = new FormData(form);
    const chosen = Object.fromEntries(facets.map(({ name }) => [name, data.getAll(name).map(String)]));
    if (yearsOf(age)) chosen[AGE].unshift(yearsOf(age));
    return chosen;
  }

  /** @param {Facet} facet @param {string[]} chosen */
  function wordsOf({ legend, values }, chosen) {
    const words = chosen.filter((value) => value !== ONLY_KNOWN).map((value) => values[value] ?? `${value} år`);
    const only = chosen.includes(ONLY_KNOWN) && "kun hvor alderen er oplyst";
    return `${legend}: ${[words.join(" eller "), only].filter(Boolean).join(", ")}`;
  }

  // A button that takes back what is chosen of a facet, if something fits then.
  /** @param {Facet} facet @param {Values} chosen */
  function wayOut(facet, chosen) {
    const without = { ...chosen, [facet.name]: [] };
    const found = hits(without).length;
    return (
      found &&
      button(`Fjern ${wordsOf(facet, chosen[facet.name])} (giver ${found})`, () => {
        write(without);
        changed();
        // The button is gone.
        status.focus();
      })
    );
  }

  /** @param {CatalogueRow[]} found @param {Values} chosen */
  function tell(found, chosen) {
    const used = facets.filter(({ name }) => chosen[name].length);
    const ways = found.length ? [] : used.map((facet) => wayOut(facet, chosen)).filter(Boolean);
    const ageless = chosen[AGE]?.length ? found.filter(({ own }) => !own[AGE].length).length : 0;
    const advice = ways.length ? "Under valgene står, hvad du kan fjerne." : "Ryd alle, og vælg igen.";
    const some = found.length < rows.length ? `${found.length} af ` : "";
    status.textContent = [
      `${some}${rows.length} ${noun}.`,
      ageless && `${ageless} oplyser ingen alder.`,
      faultOf(age),
      !found.length && `Intet passer til alle valg. ${advice}`,
    ]
      .filter(Boolean)
      .join(" ");
    said.textContent = used.length
      ? `Valgt: ${used.map((facet) => wordsOf(facet, chosen[facet.name])).join("; ")}`
      : "";
    loosen.replaceChildren(...ways);
  }

  // Headings and tables with nothing left to show.
  /** @type {NodeListOf<HTMLElement>} */
  const titles = document.querySelectorAll(".text :is(h2, h3)");
  const headings = [...titles].map((element) => {
    /** @type {Element[]} */
    const under = [];
    /** @param {Element} part */
    const isNext = ({ tagName }) => tagName === "H2" || tagName === element.tagName;
    for (let part = element.nextElementSibling; part && !isNext(part); part = part.nextElementSibling) under.push(part);
    return {
      element,
      under,
      link: document.querySelector(`:is(.toc, .places) a[href="#${element.id}"]`)?.parentElement,
    };
  });

  function update() {
    const chosen = choices();
    const found = new Set(hits(chosen));
    for (const row of rows) row.element.hidden = !found.has(row);
    for (const table of tables) table.hidden = ![...found].some((row) => row.table === table);
    for (const { element, under, link } of headings) {
      element.hidden = !tables.some((table) => under.includes(table) && !table.hidden);
      if (link) link.hidden = element.hidden;
    }
    // What the other facets leave is found once for each facet: over many municipalities the rows are thousands.
    const left = Object.fromEntries(facets.map(({ name }) => [name, hits(chosen, name)]));
    for (const { input, count } of counts) {
      const { name, value } = input;
      const kept = chosen[name].filter((other) => other === ONLY_KNOWN && value !== other);
      count.textContent = `(${left[name].filter((row) => fits(row, name, [value, ...kept])).length})`;
    }
    tell([...found], chosen);
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(
      new Blob(["\uFEFF", csv([...found], tables, facets)], { type: "text/csv;charset=utf-8" }),
    );
  }

  /** @param {Values} chosen fills the form; what it has no place for is left out */
  function write(chosen) {
    form.reset();
    for (const [name, values] of Object.entries(chosen)) {
      for (const value of values) {
        const box = counts.find(({ input }) => input.name === name && input.value === value)?.input;
        if (box) {
          box.checked = true;
          /** @type {HTMLDetailsElement | null} */
          const more = box.closest("fieldset details");
          if (more) more.open = true;
        } else if (name === AGE && age && /^\d{1,2}$/.test(value)) age.value = value;
      }
    }
  }

  function read() {
    // A heading of the page takes nothing back.
    if (location.hash && !location.hash.includes("=")) return;
    write(chosenIn(location.hash.slice(1), facets));
    update();
  }

  /** Whether an age is being typed: its digits are one step back, not one each. */
  let isTyping = false;

  /** @param {Event} [event] */
  function changed(event) {
    update();
    const hash = addressOf(choices());
    if (hash === location.hash) return;
    const typesNow = event?.target === age;
    remember(hash, typesNow && isTyping ? "replaceState" : "pushState");
    isTyping = typesNow;
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", () => (isTyping = false));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  // Links from before have the choices where servers see them: they are read this once.
  const old = addressOf(chosenIn(location.search, facets));
  if (old) remember(old, "replaceState");
  update();
  read();
})();
