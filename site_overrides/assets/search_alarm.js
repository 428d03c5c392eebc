/** What the search says of danger: the numbers that always stand there, the box, the quiet row, and when it is unsure. */

(() => {
  const { hrefOf } = globalThis.vejviser.searchView;

  /** @param {string} number */
  const callLink = (number) => make("a", { href: `tel:${number.replaceAll(" ", "")}` }, number);
  /** @param {URL} root @param {{url: string, title: string}} page */
  const pageLink = (root, { url, title }) => make("a", { href: hrefOf(root, url) }, title);

  /** @param {Node[]} parts which stand on one line, with a dot between them */
  const dotted = (parts) => parts.flatMap((part, at) => (at ? [" · ", part] : [part]));

  /** @type {SearchView["nowLine"]} the numbers that stand in the dialog whatever is sought, and the page with all */
  const nowLine = (numbers, all) => [
    make("strong", {}, "Fare nu?"),
    " ",
    ...dotted([...numbers.map(callLink), all && make("a", { href: all }, "Alle numre")].filter(Boolean)),
  ];

  // The help that fits best, then the numbers, when what was typed tells of danger.
  /** @param {NonNullable<Told["danger"]>} danger @param {Acute[]} acute @param {URL | null} root */
  function dangerBox({ theme, help }, acute, root) {
    const links = root ? help.map((page) => pageLink(root, page)) : [];
    const numbers = acute.map(({ when, number }) => make("li", {}, callLink(number), ` ${when.toLowerCase()}`));
    return make(
      "div",
      { class: "search__acute" },
      make("strong", {}, theme ? `${theme.title}: Er et barn i fare nu?` : "Er et barn i fare nu?"),
      make("ul", {}, ...links.map((link) => make("li", {}, link))),
      make("ul", { class: "search__numbers" }, ...numbers),
    );
  }

  // One line above the results, when it is less sure.
  /** @param {NonNullable<Told["danger"]>} danger @param {URL | null} root */
  function quietRow({ help }, root) {
    const links = root ? help.slice(0, 1).map((page) => pageLink(root, page)) : [];
    return make("p", { class: "search__row" }, make("strong", {}, "Kan et barn være i fare?"), " ", ...links);
  }

  /** @param {Acute[]} acute said when the best result covers little of what was typed */
  function unsureLine(acute) {
    const numbers = acute.flatMap(({ number }, at) => [at ? " eller " : "", callLink(number)]);
    const said = "Vi er ikke sikre på, hvad du leder efter. Er et barn i fare, så ring ";
    return make("p", { class: "search__row" }, said, ...numbers, ".");
  }

  /** @param {SearchDocument} tree the way to it, when what was typed is a concern @param {URL} root */
  function treeLink(tree, root) {
    const words = tree.title.endsWith("?") ? " Find det næste skridt" : ": find det næste skridt";
    const link = make("a", { href: hrefOf(root, tree.url) }, tree.title, make("span", {}, words));
    return make("p", { class: "search__tree" }, link);
  }

  /** @type {SearchView["alarm"]} what stands above the results; `root` is null where no site is the reader's own */
  function alarm({ danger, isConcern, isUnsure }, { acute, tree }, root) {
    const isUnheard = isUnsure && !danger;
    return [
      danger?.level === "box" && dangerBox(danger, acute, root),
      danger?.level === "row" && quietRow(danger, root),
      isUnheard && unsureLine(acute),
      (danger || isConcern || isUnheard) && tree && root && treeLink(tree, root),
    ].filter(Boolean);
  }

  /** @type {SearchView["heard"]} the same for who does not see it; heard before how many results there are */
  function heard({ danger }, acute) {
    if (!danger) return "";
    const first = acute[0] ? ` Ring ${acute[0].number}.` : "";
    const help = danger.help[0] ? ` ${danger.help[0].title}.` : "";
    return danger.level === "box" ? `Er et barn i fare nu?${first}${help}` : "Kan et barn være i fare?";
  }

  Object.assign(globalThis.vejviser.searchView, /** @satisfies {Partial<SearchView>} */ ({ alarm, heard, nowLine }));
})();
