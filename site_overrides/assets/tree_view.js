/** What a step of a tree looks like beside its question. Knows nothing of history or of where answers lead. */

import { levelOf } from "./tree_rules.js";

/**
 * What was answered and what it came to.
 * @param {Tree} tree
 * @param {Step} step
 * @returns {[string, string[]]}
 */
function told(tree, { node, answer, rule }) {
  const chosen = node.items
    ? node.items.filter(({ id }) => answer.includes(id))
    : node.options.filter(({ id }) => id === answer);
  /** @type {{label: string, law?: string, why?: string}[]} */
  const parts = chosen.length || !node.none ? chosen : [node.none];
  const law = parts
    .map((part) => part.law)
    .filter(Boolean)
    .join(", ");
  const why = [
    ...parts.map((part) => part.why),
    node.items && chosen.length && `Krydserne tæller som »${tree.levels[levelOf(node, answer)]}«.`,
    rule.why && `Det fører videre hertil, ${rule.why}.`,
    law && `Lov: ${law}.`,
  ];
  return [parts.map(({ label }) => label).join(". "), why.filter(Boolean)];
}

/**
 * The answers given, each with a button to change it; `show` draws the rows that are new and leaves the others alone.
 * @param {Tree} tree
 * @param {(id: string) => void} onChange
 */
export function answerList(tree, onChange) {
  const heading = make("h3");
  const rows = make("dl");
  rows.addEventListener("click", ({ target }) => {
    const change = /** @type {Element} */ (target).closest("button");
    if (change) onChange(change.value);
  });

  /** @param {Step} step @param {boolean} withWhy */
  function answered(step, withWhy) {
    const [words, why] = told(tree, step);
    return make(
      "div",
      { class: "tree-answer" },
      make("dt", {}, step.node.ask),
      make("dd", {}, words, ...(withWhy ? why.map((text) => make("p", {}, text)) : [])),
      make(
        "dd",
        { class: "tree-change" },
        make(
          "button",
          { type: "button", class: "link-button", value: step.id },
          "Ret",
          make("span", { class: "visually-hidden" }, ` svaret på: ${step.node.ask}`),
        ),
      ),
    );
  }

  const list = make("section", { class: "tree-answers" }, heading, rows);
  /** @param {Step[]} steps */
  const show = (steps, title = "", withWhy = false) => {
    list.hidden = !steps.length;
    heading.textContent = title;
    while (rows.children.length > steps.length) rows.lastChild?.remove();
    steps.forEach((step, at) => {
      const row = answered(step, withWhy);
      const old = rows.children[at];
      if (!old) rows.append(row);
      else if (!old.isEqualNode(row)) old.replaceWith(row);
    });
  };
  return Object.assign(list, { show });
}

export const PASSED = "Husk: Du er også kommet til: ";

/** @param {HTMLElement[]} buttons */
export const actions = (...buttons) => make("div", { class: "tree-actions" }, ...buttons);

/** @param {string} label @param {() => void} onclick */
export const quiet = (label, onclick) => button(label, onclick, "button button--quiet");

/**
 * Outcomes to know of besides the one that is shown.
 * @param {Tree} tree
 * @param {string[]} ids
 * @param {string} words
 * @param {(id: string) => void} onShow
 */
export const others = (tree, ids, words, onShow) =>
  ids.length > 0 &&
  make(
    "div",
    { class: "tree-passed" },
    ...ids.map((id) =>
      make(
        "p",
        {},
        words,
        button(tree.outcomes[id].title, () => onShow(id)),
      ),
    ),
  );

const today = new Date().toLocaleDateString("da-DK", { dateStyle: "long" });

/**
 * What only the paper shows: version, date and lines to write on.
 * @param {Tree} tree
 */
export const printNotes = (tree) =>
  make(
    "div",
    { class: "tree-print", "aria-hidden": "true" },
    make("p", {}, `${tree.title}, version ${tree.version}. ${today}.`),
    make("p", {}, make("strong", {}, "Noter")),
    make("hr"),
    make("hr"),
    make("hr"),
    make("hr"),
  );
