/**
 * One question at a time, made from the whole tree in the page. Answers live in this module's memory only: not in the
 * address, not in the history, not in storage. The history holds an opaque step number.
 */

import { make } from "./dom.js";
import { follow } from "./tree_path.js";
import { answerList, passedBox, printNotes, questionForm, showMissingAnswer } from "./tree_view.js";

const tree = document.querySelector(".tree");
const source = document.querySelector(".tree-logic");
if (tree && source) start(JSON.parse(source.textContent));

/** @param {import("./tree_path.js").Logic} logic */
function start(logic) {
  const pageTitle = document.title;
  const sections = new Map();
  for (const section of tree.querySelectorAll(".question, .outcome")) sections.set(section.querySelector("h2").id, section);

  const answers = new Map();
  const continued = new Set();
  /** Step number to what was shown there; `edit` when the reader came to change one answer. */
  const steps = new Map();
  // Counting from the time of loading, so that entries from before a reload are never taken for ours.
  let lastNumber = Math.floor(performance.timeOrigin);
  let current = null;

  const status = make("p", { class: "visually-hidden", role: "status" });
  const back = make("button", { type: "button", class: "link-button", onclick: () => history.back() }, "‹ Tilbage");
  const toSteps = make("button", { type: "button", class: "link-button", onclick: () => show() });
  const toWhole = make("button", { type: "button", class: "link-button", onclick: onWhole }, "Vis hele træet");
  // The closing words stand last in the page; with an outcome they move up to it.
  const closing = tree.querySelector(".closing") ?? make("div", { class: "closing" }, ...logic.closing.map((text) => make("p", {}, text)));
  const end = make("div", { class: "tree-end" }, toWhole);
  const before = make("div", { class: "tree-step" });
  const after = make("div", { class: "tree-after" });
  tree.prepend(make("div", { class: "tree-bar" }, back, toSteps), status, before);
  tree.append(after, end);
  closing.remove();

  /** @param {string} at @param {{edit?: boolean, first?: boolean, replace?: boolean}} [how] */
  function remember(at, { edit = false, first = false, replace = false } = {}) {
    const state = { step: ++lastNumber };
    steps.set(state.step, { at, edit, first });
    if (replace) history.replaceState(state, "");
    else history.pushState(state, "");
    current = steps.get(state.step);
  }

  function go(at, how) {
    remember(at, how);
    show();
  }

  /** Shows the current step; an answer changed since may have led away from it, then the end of the path is shown. */
  function show({ focus = true } = {}) {
    let path = follow(logic, answers, continued, current.at);
    if (path.at !== current.at) {
      path = follow(logic, answers, continued);
      current.at = path.at;
    }
    setWhole(false);
    const outcome = logic.outcomes[path.at];
    for (const [id, section] of sections) section.hidden = !(outcome && id === path.at);
    back.hidden = current.first;
    const passed = passedBox(logic, path.passed, (id) => go(id));
    const heading = outcome ? showOutcome(path, outcome, passed) : showQuestion(path, passed);
    tree.dataset.step = path.at;
    document.title = `${heading.textContent.trim()} – ${pageTitle}`;
    if (focus) moveTo(heading, tree);
  }

  function showQuestion(path, passed) {
    const { form, heading } = questionForm(logic.nodes[path.at], sections.get(path.at), answers.get(path.at), onAnswer);
    const list = answerList(path.steps, "Dine svar", onChange, false);
    before.replaceChildren(...[passed, form, list, list && actions(restart())].filter(Boolean));
    after.replaceChildren();
    return heading;
  }

  function showOutcome(path, outcome, passed) {
    const next = outcome.continue;
    const onContinue = () => {
      continued.add(path.at);
      go(next.at);
    };
    before.replaceChildren(...[passed].filter(Boolean));
    after.replaceChildren(
      ...[
        next && actions(make("button", { type: "button", class: "button", onclick: onContinue }, next.label)),
        answerList(path.steps, "Derfor endte du her", onChange, true),
        actions(make("button", { type: "button", class: "button button--quiet", onclick: () => print() }, "Udskriv"), restart()),
        closing,
        printNotes(logic),
      ].filter(Boolean),
    );
    return sections.get(path.at).querySelector("h2");
  }

  const actions = (...buttons) => make("div", { class: "tree-actions" }, ...buttons);
  const restart = () => make("button", { type: "button", class: "button button--quiet", onclick: onRestart }, "Start forfra");
  const onChange = (id) => go(id, { edit: true });

  function onAnswer(option) {
    if (option === null) {
      showMissingAnswer(before.querySelector("form"));
      if (!document.title.startsWith("Fejl: ")) document.title = `Fejl: ${document.title}`;
      return;
    }
    answers.set(current.at, option);
    // After a change only what is newly needed is asked; else the next step, with the answer it had before.
    const chosen = logic.nodes[current.at].options.find(({ id }) => id === option);
    go(current.edit ? follow(logic, answers, continued).at : chosen.go);
  }

  function onRestart() {
    answers.clear();
    continued.clear();
    steps.clear();
    go(logic.start, { first: true });
    status.textContent = "Svarene er ryddet.";
  }

  function setWhole(whole, label = "Ét spørgsmål ad gangen") {
    tree.classList.toggle("tree--whole", whole);
    tree.classList.toggle("tree--steps", !whole);
    toSteps.textContent = label;
    toSteps.hidden = !whole;
    before.hidden = after.hidden = end.hidden = whole;
    status.textContent = "";
    if (!whole) return;
    after.before(closing);
    back.hidden = true;
    document.title = pageTitle;
    for (const section of sections.values()) section.hidden = false;
  }

  function onWhole() {
    setWhole(true);
    toSteps.focus({ preventScroll: true });
    tree.scrollIntoView({ block: "start" });
  }

  /** @returns {HTMLElement | null} the heading inside the tree that the link or address names */
  function named(hash) {
    return sections.get(decodeURIComponent(hash.slice(1)))?.querySelector("h2") ?? null;
  }

  function showNamed(heading) {
    setWhole(true, "Start spørgsmålene");
    moveTo(heading, heading);
  }

  // Links between the parts of the tree: the address must not tell which part is read.
  tree.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const heading = link && named(link.getAttribute("href"));
    if (!heading) return;
    event.preventDefault();
    if (!tree.classList.contains("tree--whole")) setWhole(true);
    moveTo(heading, heading);
  });

  // The skip link would add a history entry, and Back would then seem to do nothing.
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector("main").focus();
  });

  addEventListener("popstate", ({ state }) => {
    if (!state) return;
    current = steps.get(state.step);
    if (!current) remember(logic.start, { first: true, replace: true });
    show();
  });

  addEventListener("hashchange", () => named(location.hash) && showNamed(named(location.hash)));

  addEventListener("beforeprint", () => {
    const date = after.querySelector(".tree-date");
    if (date) date.textContent = new Intl.DateTimeFormat("da-DK", { dateStyle: "long" }).format(new Date());
  });

  remember(logic.start, { first: true, replace: true });
  show({ focus: false });
  document.title = pageTitle;
  if (named(location.hash)) showNamed(named(location.hash));
}

/** Moves focus to a heading that is not a tab stop and scrolls `top` into view. */
function moveTo(heading, top) {
  heading.tabIndex = -1;
  heading.addEventListener("blur", () => heading.removeAttribute("tabindex"), { once: true });
  heading.focus({ preventScroll: true });
  top.scrollIntoView({ block: "start" });
}
