/** What a step of a tree looks like. Builds elements; knows nothing of history or of where answers lead. */

import { make } from "./dom.js";

const ERROR = "Vælg det svar, der passer bedst, før du fortsætter.";
const NOTE_LINES = 4;

/**
 * @param {import("./tree_path.js").Step[]} steps
 * @param {string} heading
 * @param {(id: string) => void} onChange
 * @param {boolean} withWhy show what each answer meant
 * @returns {HTMLElement | null} the answers given, each with a button to change it
 */
export function answerList(steps, heading, onChange, withWhy) {
  if (!steps.length) return null;
  const rows = steps.map(({ id, ask, option }) =>
    make(
      "div",
      { class: "tree-answer" },
      make("dt", {}, ask),
      make("dd", {}, option.label, withWhy && option.why && make("p", {}, option.why)),
      make(
        "dd",
        { class: "tree-change" },
        make("button", { type: "button", class: "link-button", onclick: () => onChange(id) },
          "Ret", make("span", { class: "visually-hidden" }, ` svaret på: ${ask}`)),
      ),
    ),
  );
  return make("section", { class: "tree-answers" }, make("h3", {}, heading), make("dl", {}, ...rows));
}

/**
 * @param {import("./tree_path.js").Logic} logic
 * @param {string[]} passed outcomes on the way that still hold
 * @param {(id: string) => void} onShow
 * @returns {HTMLElement | null}
 */
export function passedBox(logic, passed, onShow) {
  if (!passed.length) return null;
  const lines = passed.map((id) =>
    make("p", {}, "Husk: Du er også kommet til: ",
      make("button", { type: "button", class: "link-button", onclick: () => onShow(id) }, logic.outcomes[id].title)),
  );
  return make("div", { class: "tree-passed" }, ...lines);
}

/** A choice that counts as another says so before it is made, not after. */
function choice(option, index, options, chosen) {
  const twin = options.find(({ id }) => id === option.counts_as);
  const radio = make("input", { type: "radio", name: "answer", id: `tree-answer-${index}`, value: option.id });
  radio.checked = option.id === chosen;
  return make("label", { class: "choice" }, radio,
    make("span", {}, make("strong", {}, option.label), twin && make("small", {}, `Tæller som »${twin.label}«`)));
}

/**
 * @param {import("./tree_path.js").Question} question
 * @param {HTMLElement} section the same question in the page, for its heading and its help
 * @param {string | undefined} chosen the answer given before
 * @param {(option: string | null) => void} onAnswer
 * @returns {{form: HTMLElement, heading: HTMLElement}}
 */
export function questionForm(question, section, chosen, onAnswer) {
  const original = section.querySelector("h2");
  const heading = make("h2", { tabindex: "-1" }, original.textContent.trim());
  const help = [...section.children].filter((part) => part !== original && !(part.matches("ul") && part === section.lastElementChild));
  const form = make(
    "form",
    { class: "tree-form", novalidate: true, autocomplete: "off" },
    make(
      "fieldset",
      {},
      make("legend", {}, heading),
      help.length > 0 && make("div", { class: "tree-help" }, ...help.map((part) => part.cloneNode(true))),
      ...question.options.map((option, index) => choice(option, index, question.options, chosen)),
    ),
    make("button", { class: "button" }, "Fortsæt"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onAnswer(new FormData(form).get("answer"));
  });
  return { form, heading };
}

/**
 * Says that an answer is missing: on top, where focus goes, and by the answers.
 * @param {HTMLElement} form
 */
export function showMissingAnswer(form) {
  form.querySelectorAll(".error-summary, .error-text").forEach((old) => old.remove());
  const first = form.querySelector("input");
  const link = make("a", { href: `#${first.id}` }, ERROR);
  // Following the link would put an address into the history; focus is all it is for.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    first.focus();
  });
  const summary = make("div", { class: "error-summary", tabindex: "-1" }, make("h2", {}, "Du mangler at svare"), make("p", {}, link));
  form.prepend(summary);
  form.querySelector(".choice").before(make("p", { class: "error-text", id: "tree-error" }, ERROR));
  form.querySelector("fieldset").setAttribute("aria-describedby", "tree-error");
  summary.focus();
}

/**
 * @param {import("./tree_path.js").Logic} logic
 * @returns {HTMLElement} what only the paper shows: version, date and lines to write on
 */
export function printNotes(logic) {
  const lines = Array.from({ length: NOTE_LINES }, () => make("hr"));
  return make("div", { class: "tree-print", "aria-hidden": "true" },
    make("p", {}, `${logic.title}, version ${logic.version}. Udskrevet `, make("span", { class: "tree-date" }), "."),
    make("p", {}, make("strong", {}, "Noter")), ...lines);
}
