/** What a step of a tree looks like. Knows nothing of history or of where answers lead. */

import { levelOf } from "./tree_rules.js";

/**
 * Makes an element. Text goes in as text, never as markup.
 * @param {string} tag
 * @param {Record<string, unknown>} [settings] attributes; `onclick` and its like are listeners, `false` leaves out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function make(tag, settings = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

export const button = (label, onclick, style = "link-button") =>
  make("button", { type: "button", class: style, onclick }, label);

/** What was answered and what it came to. */
function told(tree, { node, answer, rule }) {
  const chosen = node.items
    ? node.items.filter(({ id }) => answer.includes(id))
    : node.options.filter(({ id }) => id === answer);
  const parts = chosen.length ? chosen : [node.none];
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
  return [parts.map(({ label }) => label).join(". "), why];
}

/** The answers given, each with a button to change it; `show` draws the rows that are new and leaves the others alone. */
export function answerList(tree, onChange) {
  const heading = make("h3");
  const rows = make("dl", {
    onclick: ({ target }) => target.closest("button") && onChange(target.closest("button").value),
  });
  const list = make("section", { class: "tree-answers" }, heading, rows);
  list.show = (steps, title, withWhy) => {
    list.hidden = !steps.length;
    heading.textContent = title;
    while (rows.children.length > steps.length) rows.lastChild.remove();
    steps.forEach((step, at) => {
      const [words, why] = told(tree, step);
      const row = make(
        "div",
        { class: "tree-answer" },
        make("dt", {}, step.node.ask),
        make("dd", {}, words, ...(withWhy ? why.filter(Boolean).map((text) => make("p", {}, text)) : [])),
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
      const old = rows.children[at];
      if (!old) rows.append(row);
      else if (!old.isEqualNode(row)) old.replaceWith(row);
    });
  };
  return list;
}

/** Outcomes to know of besides the one that is shown. */
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

/**
 * The form that stays on the screen while its question changes: `ask` shows another one, which `prepare` has laid out
 * unseen if it could. The button stays where it is, since to take away what has focus costs as much as to draw the
 * question.
 * @param {(answer: string | string[] | null) => void} onAnswer gets an option, a list of ticks, or null for no answer
 * @param {(answer: string | string[]) => void} onTick gets the same while the reader chooses
 * @param {(words: string) => void} tell says what cannot be seen by all
 */
export function questionForm(onAnswer, onTick, tell) {
  /** The fieldset on the screen and the one behind it. */
  let shown, next;
  const form = make(
    "form",
    { class: "tree-form", autocomplete: "off" },
    make("button", { class: "button" }, "Fortsæt"),
  );

  function question(node, section, before) {
    const given = [before].flat();
    const { id: name } = section.querySelector("h2");
    const choice = ({ id, label, help, as }, index) => {
      const input = make("input", {
        type: node.items ? "checkbox" : "radio",
        name,
        id: `tree-${name}-${index}`,
        value: id,
      });
      // No ticks at all is the answer that nothing fits, which has no name.
      input.checked = given.includes(id) || (!given.length && !id);
      const twin = node.options?.find((option) => option.id === as);
      const small = twin ? `Tæller som »${twin.label}«` : help;
      return make(
        "label",
        { class: "choice" },
        input,
        make("span", {}, make("strong", {}, label), small && make("small", {}, small)),
      );
    };
    const help = [...section.querySelectorAll(":scope > :not(h2, .answers)")].map((part) => part.cloneNode(true));
    if (node.none) help.push(make("p", {}, "Vælg alle, der passer."));
    const helpId = help.length > 0 && `tree-${name}-help`;
    // Without the number that it has in the whole tree: on a walk the numbers would jump.
    const fieldset = make(
      "fieldset",
      { class: "tree-next", "aria-describedby": helpId },
      make("legend", {}, make("h2", {}, node.ask)),
      helpId && make("div", { class: "tree-help", id: helpId }, ...help),
      ...(node.none
        ? [
            ...node.items.map(choice),
            make("p", { class: "tree-or" }, "eller"),
            choice({ id: "", label: node.none.label }, "none"),
          ]
        : node.options.map(choice)),
    );
    fieldset.node = node;
    return fieldset;
  }

  form.prepare = (node, ...more) => {
    if (next?.node !== node) {
      next?.remove();
      next = question(node, ...more);
      form.lastChild.before(next);
    }
    return next.querySelector("h2");
  };

  form.ask = (...asked) => {
    const heading = form.prepare(...asked);
    form.querySelector(".error-summary")?.remove();
    shown?.remove();
    shown = next;
    shown.className = "";
    next = null;
    return heading;
  };

  const answer = () => {
    const ticked = [...shown.elements].filter(({ checked }) => checked).map(({ value }) => value);
    if (!ticked.length) return null;
    return shown.node.items ? ticked.filter(Boolean) : ticked[0];
  };

  form.addEventListener("change", ({ target }) => {
    // Nothing fits and something fits cannot both be true.
    const cleared = [...shown.elements].filter((other) => other.checked && !other.value !== !target.value);
    for (const other of cleared) other.checked = false;
    const { none } = shown.node;
    tell(
      !none || !cleared.length
        ? ""
        : target.value
          ? `Krydset ved »${none.label}« er fjernet.`
          : "De andre krydser er fjernet.",
    );
    onTick(answer());
  });
  // The browser's own way of sending a form takes longer. Enter clicks the button too.
  form.lastChild.addEventListener("click", (event) => {
    event.preventDefault();
    onAnswer(answer());
  });
  return form;
}

/** Says that an answer is missing: on top, where focus goes, and by the answers. */
export function showMissing(form, node) {
  const words = node.none
    ? `Sæt kryds ved det, der passer, eller ved »${node.none.label}«.`
    : "Vælg det svar, der passer bedst, før du fortsætter.";
  form.querySelectorAll(".error-summary, .error-text").forEach((old) => old.remove());
  const first = form.querySelector("input");
  const link = make("a", { href: `#${first.id}` }, words);
  // Following the link would put an address into the history; focus is all it is for.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    first.focus();
  });
  const summary = make(
    "div",
    { class: "error-summary", tabindex: "-1" },
    make("h2", {}, "Du mangler at svare"),
    make("p", {}, link),
  );
  form.prepend(summary);
  form.querySelector(".choice").before(make("p", { class: "error-text", id: "tree-error" }, words));
  const group = form.querySelector("fieldset");
  const help = group.querySelector(".tree-help")?.id ?? "";
  group.setAttribute("aria-describedby", `tree-error ${help}`);
  summary.focus();
}

const today = new Date().toLocaleDateString("da-DK", { dateStyle: "long" });

/** What only the paper shows: version, date and lines to write on. */
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
