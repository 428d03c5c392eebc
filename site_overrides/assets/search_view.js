/** How results look: grouped by kind, each with the facts that people came for. Text goes in as text, never as markup. */

(() => {
  const GROUPS = {
    notification: "Underretning og akut hjælp", tree: "Beslutningstræer", meeting_type: "Møder", offer: "Tilbud",
    measure: "Støttende indsatser", model: "Modeller og metoder", method: "Modeller og metoder",
    principle: "Modeller og metoder", role: "Roller", age_group: "Tegn", sign: "Tegn", level: "Tegn",
    organisation: "Kontakt", law: "Lov", term: "Ordliste", budget: "Økonomi",
  };
  const OTHER = "Andre sider";

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

  /** @returns {string} where a result is; a page read from a disk must name its file */
  function hrefOf(root, url) {
    const [path, anchor] = url.split("#");
    const file = root.protocol === "file:" && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
    return new URL(anchor ? `${file}#${anchor}` : file, root).href;
  }

  /** One choice of the list; a link, so that it can be opened in a new tab. */
  function option(href, ...children) {
    return make("a", { role: "option", "aria-selected": "false", tabindex: "-1", class: "search__hit", href }, ...children);
  }

  function optionsOf(hit, root) {
    const facts = hit.facts.map((fact) => make("span", { class: "search__fact" }, fact));
    const page = option(
      hrefOf(root, hit.url),
      make("strong", {}, hit.title),
      facts.length > 0 && make("span", { class: "search__facts" }, ...facts),
      hit.lead && make("span", { class: "search__lead" }, hit.lead),
    );
    if (!hit.section) return [page];
    const section = option(hrefOf(root, `${hit.url.split("#")[0]}#${hit.section.anchor}`), make("span", {}, hit.section.heading));
    section.classList.add("search__hit--section");
    return [page, section];
  }

  /** @param {object[]} hits the best first @param {URL} root the site's root @returns {HTMLElement[]} groups of options */
  function groups(hits, root) {
    const byKind = new Map();
    for (const hit of hits) {
      const name = GROUPS[hit.kind] ?? OTHER;
      byKind.set(name, [...(byKind.get(name) ?? []), hit]);
    }
    return [...byKind].map(([name, found], at) =>
      make(
        "div",
        { role: "group", "aria-labelledby": `search-kind-${at}`, class: "search__group" },
        make("div", { id: `search-kind-${at}`, class: "search__kind", role: "presentation" }, name),
        ...found.flatMap((hit) => optionsOf(hit, root)),
      ),
    );
  }

  /** The numbers to call, when what was typed may be about danger. */
  function acuteBox(acute, root) {
    const lines = acute.map(({ when, number }) =>
      make("li", {}, make("a", { href: `tel:${number.replaceAll(" ", "")}`, class: "phone" }, number), ` ${when}`));
    const more = make("a", { href: hrefOf(root, "akut/") }, "Alle numre");
    return make("div", { class: "search__acute" }, make("strong", {}, "Er et barn i fare nu?"), make("ul", {}, ...lines), more);
  }

  /** The way to the decision tree, when what was typed is a concern. */
  function treeLink(tree, root) {
    return make("p", { class: "search__tree" }, make("a", { href: hrefOf(root, tree.url) }, `${tree.title}: find det næste skridt`));
  }

  Object.assign((globalThis.vejviser ??= {}), { searchView: { make, groups, acuteBox, treeLink } });
})();
