/** How results look: grouped by kind, each with the facts that people came for. Text goes in as text, never as markup. */

(() => {
  // How many municipalities are named at once.
  const MOST_PLACES = 6;

  /**
   * Makes an element; `false` and `null` leave an attribute or a child out.
   * @param {string} tag
   * @param {Record<string, unknown>} [attributes]
   * @param {...(Node | string | null | undefined | false)} children
   * @returns {HTMLElement}
   */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false && value !== null) element.setAttribute(name, String(value));
    }
    element.append(...children.filter(Boolean));
    return element;
  }

  /** @returns {string | null} where a result is, if that is within its site; from a disk a page must name its file */
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

  /** One choice of the list; a link, so that it can be opened in a new tab. */
  function option(href, ...children) {
    return make(
      "a",
      { role: "option", "aria-selected": "false", tabindex: "-1", class: "search__hit", href },
      ...children,
    );
  }

  /** What a result says of itself; `place` is the municipality, where there are several. */
  function saidBy({ title, facts, lead }, place) {
    return [
      make("strong", {}, title),
      place && make("span", { class: "search__place" }, place),
      facts.length > 0 &&
        make("span", { class: "search__facts" }, ...facts.map((fact) => make("span", { class: "search__fact" }, fact))),
      lead && make("span", { class: "search__lead" }, lead),
    ];
  }

  function optionsOf(hit, root) {
    const page = option(hrefOf(root, hit.url), ...saidBy(hit));
    if (!hit.section) return [page];
    const section = option(
      hrefOf(root, `${hit.url.split("#")[0]}#${hit.section.anchor}`),
      make("span", {}, hit.section.heading),
    );
    section.classList.add("search__hit--section");
    return [page, section];
  }

  /** A choice for each municipality that has a thing; of many the first few, and one that shows the others. */
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

  function byKind(hits, draw) {
    const named = new Map();
    for (const hit of hits) {
      named.set(hit.group, [...(named.get(hit.group) ?? []), ...draw(hit)]);
    }
    return named;
  }

  /** @param {object[]} hits the best first @param {URL} root the site's root @returns {HTMLElement[]} groups of options */
  const groups = (hits, root) => drawn(byKind(hits, (hit) => optionsOf(hit, root)));

  /** What stands in the reader's own municipality, with who else has it. */
  function drawOwn(hit, root) {
    return [...optionsOf(hit, root), ...(hit.copies.length ? [choicesOf(hit, "Også i: ")] : [])];
  }

  /** What stands in others: in one, or the same thing in several. */
  function drawOther(hit) {
    const [{ name, root }, ...more] = hit.copies;
    if (!more.length) return [option(hrefOf(root, hit.url), ...saidBy(hit, name))];
    const said = make("div", { class: "search__thing", role: "presentation" }, ...saidBy({ ...hit, facts: [] }));
    return [said, choicesOf(hit, "I: ")];
  }

  /** @param {{own: object[], others: object[]}} found @returns {HTMLElement[]} the reader's own municipality first */
  function groupsOfAll({ own, others }, { root, isPortal }) {
    if (isPortal) return drawn(byKind(others, drawOther));
    const named = [
      ["Min kommune og det fælles", own.flatMap((hit) => drawOwn(hit, root))],
      ["Andre kommuner", others.flatMap(drawOther)],
    ];
    return drawn(new Map(named.filter(([, options]) => options.length)));
  }

  /** The numbers to call, when what was typed may be about danger. */
  function acuteBox(acute, root) {
    const lines = acute.map(({ when, number }) =>
      make("li", {}, make("a", { href: `tel:${number.replaceAll(" ", "")}`, class: "phone" }, number), ` ${when}`),
    );
    const more = root && make("a", { href: hrefOf(root, "akut/") }, "Alle numre");
    return make(
      "div",
      { class: "search__acute" },
      make("strong", {}, "Er et barn i fare nu?"),
      make("ul", {}, ...lines),
      more,
    );
  }

  /** The way to the decision tree, when what was typed is a concern. */
  function treeLink(tree, root) {
    const words = tree.title.endsWith("?")
      ? `${tree.title} Find det næste skridt`
      : `${tree.title}: find det næste skridt`;
    return make("p", { class: "search__tree" }, make("a", { href: hrefOf(root, tree.url) }, words));
  }

  Object.assign((globalThis.vejviser ??= {}), { searchView: { make, groups, groupsOfAll, acuteBox, treeLink } });
})();
