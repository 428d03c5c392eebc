/** How results look: grouped by kind, each with the facts that people came for. Text goes in as text, never as markup. */

(() => {
  const BEST = "Bedst";
  const MOST_BEST = 3;
  // How many municipalities are named at once.
  const MOST_PLACES = 6;

  /** @type {SearchView["hrefOf"]} where a result is, if that is within its site; from a disk a page must name its file */
  function hrefOf(root, url) {
    const [path, anchor] = url.split("#");
    const file = root.protocol === "file:" && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
    try {
      // The data of other sites is not ours: an address that leads elsewhere, or runs, is none.
      const { href } = new URL(anchor ? `${file}#${anchor}` : file, root);
      return href.startsWith(root.href) ? href : null;
    } catch {
      return null;
    }
  }

  // One choice of the list; a link, so that it can be opened in a new tab.
  /** @param {string | null} href @param {(Node | string | Empty)[]} children */
  function option(href, ...children) {
    return make(
      "a",
      { role: "option", "aria-selected": "false", tabindex: "-1", class: "search__hit", href },
      ...children,
    );
  }

  /** @param {string} text @param {IsMarked} isMarked @returns it with the words marked that were sought */
  function marked(text, isMarked) {
    return text.split(/([\p{L}\p{N}]+)/u).map((part, at) => (at % 2 && isMarked(part) ? make("mark", {}, part) : part));
  }

  // What a result says of itself; `place` is the municipality, where there are several.
  /** @param {Hit} hit @param {IsMarked} isMarked @param {string} [place] */
  function saidBy({ title, facts, line }, isMarked, place) {
    const shown = facts.map((fact) => make("span", { class: "search__fact" }, fact));
    return [
      make("strong", {}, ...marked(title, isMarked)),
      place && make("span", { class: "search__place" }, place),
      facts.length > 0 && make("span", { class: "search__facts" }, ...shown),
      line && make("span", { class: "search__lead" }, ...marked(line, isMarked)),
    ];
  }

  /** @param {Hit} hit @param {URL} root @param {IsMarked} isMarked */
  function optionsOf(hit, root, isMarked) {
    const page = option(hrefOf(root, hit.url), ...saidBy(hit, isMarked));
    if (!hit.section) return [page];
    const { anchor, heading } = hit.section;
    const section = option(
      hrefOf(root, `${hit.url.split("#")[0]}#${anchor}`),
      make("span", {}, ...marked(heading, isMarked)),
    );
    section.classList.add("search__hit--section");
    return [page, section];
  }

  // A choice for each municipality that has a thing; of many the first few, and one that shows the others.
  /** @param {HitOfAll} hit @param {string} words */
  function choicesOf({ url, title, copies }, words) {
    const choices = copies.map(({ name, root }) => {
      const choice = option(hrefOf(root, url), name);
      choice.setAttribute("aria-label", `${name}: ${title}`);
      return choice;
    });
    const rest = choices.length > MOST_PLACES + 1 ? choices.slice(MOST_PLACES) : [];
    const more =
      rest.length > 0 &&
      make(
        "span",
        { role: "option", "aria-selected": "false", class: "search__hit" },
        `Vis ${rest.length} kommuner mere`,
      );
    for (const choice of rest) choice.hidden = true;
    if (more) {
      more.addEventListener("click", () => {
        for (const choice of rest) choice.hidden = false;
        more.hidden = true;
      });
    }
    return make("div", { class: "search__places", role: "presentation" }, words, ...choices, more);
  }

  /** @param {Map<string, HTMLElement[]>} named @returns {HTMLElement[]} groups of options under their names */
  function drawn(named) {
    return [...named].map(([name, options], at) =>
      make(
        "div",
        { role: "group", "aria-labelledby": `search-kind-${at}`, class: "search__group" },
        make("div", { id: `search-kind-${at}`, class: "search__kind", role: "presentation" }, name),
        ...options,
      ),
    );
  }

  /**
   * @template {Hit} Of
   * @param {Of[]} hits
   * @param {(hit: Of) => HTMLElement[]} draw
   */
  function byKind(hits, draw) {
    /** @type {Map<string, HTMLElement[]>} */
    const named = new Map();
    for (const hit of hits) {
      named.set(hit.group, [...(named.get(hit.group) ?? []), ...draw(hit)]);
    }
    return named;
  }

  // The best few by themselves, so that the second best of all does not stand behind a whole group; then by kind.
  /** @type {SearchView["groups"]} */
  function groups({ hits, isMarked }, root) {
    /** @param {Hit} hit */
    const draw = (hit) => optionsOf(hit, root, isMarked);
    const best = hits.slice(0, MOST_BEST).flatMap((hit) => {
      const [page, ...section] = draw(hit);
      page.prepend(make("span", { class: "search__kind" }, hit.group));
      return [page, ...section];
    });
    return drawn(new Map([[BEST, best], ...byKind(hits.slice(MOST_BEST), draw)]));
  }

  // What stands in the reader's own municipality, with who else has it.
  /** @param {HitOfAll} hit @param {URL} root @param {IsMarked} isMarked */
  function drawOwn(hit, root, isMarked) {
    return [...optionsOf(hit, root, isMarked), ...(hit.copies.length ? [choicesOf(hit, "Også i: ")] : [])];
  }

  // What stands in others: in one, or the same thing in several.
  /** @param {HitOfAll} hit @param {IsMarked} isMarked @returns {HTMLElement[]} */
  function drawOther(hit, isMarked) {
    const [{ name, root }, ...more] = hit.copies;
    if (!more.length) return [option(hrefOf(root, hit.url), ...saidBy(hit, isMarked, name))];
    const said = saidBy({ ...hit, facts: [] }, isMarked);
    return [make("div", { class: "search__thing", role: "presentation" }, ...said), choicesOf(hit, "I: ")];
  }

  /** @type {SearchView["groupsOfAll"]} the reader's own municipality first */
  function groupsOfAll({ own, others, isMarked }, { root, isPortal }) {
    if (isPortal) return drawn(byKind(others, (hit) => drawOther(hit, isMarked)));
    /** @type {[string, HTMLElement[]][]} */
    const named = [
      ["Min kommune og det fælles", own.flatMap((hit) => drawOwn(hit, root, isMarked))],
      ["Andre kommuner", others.flatMap((hit) => drawOther(hit, isMarked))],
    ];
    return drawn(new Map(named.filter(([, options]) => options.length)));
  }

  const shared = (globalThis.vejviser ??= /** @type {Vejviser} */ ({}));
  shared.searchView = /** @type {SearchView} */ ({ hrefOf, groups, groupsOfAll });
})();
