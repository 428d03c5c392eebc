/**
 * One question at a time, made from the whole tree in the page. Answers live in this module's memory only: not in the
 * address, not in the title, not in the history, not in storage. The history holds an opaque step number.
 */

import { onAway } from "./tree_away.js";
import { hold } from "./tree_hold.js";
import { around, classList, isBroken, moveTo, pageTitle, root, whenSeen } from "./tree_page.js";
import { FORMAT, follow, readTree } from "./tree_rules.js";
import { answerList, button, make, others, printNotes, questionForm, showMissing } from "./tree_view.js";

start(readTree(document.querySelector(".tree-logic").textContent));

function start(tree) {
  if (tree.format !== FORMAT) throw new Error("Unknown format");
  const sections = new Map();
  for (const section of root.querySelectorAll(".question, .outcome")) {
    const heading = section.querySelector("h2");
    sections.set(heading.id, section);
    if (tree.outcomes[heading.id]) heading.prepend(make("span", { class: "visually-hidden" }, "Resultat: "));
  }

  const answers = new Map();
  const continued = new Set();
  /** Outcomes of the concerns before this one. */
  let concerns = [];
  /** Step number to what was shown there; `edit` when the reader came to change one answer. */
  const steps = new Map();
  // Counting from the time of loading, so that entries from before a reload are never taken for ours.
  let lastNumber = Math.floor(performance.timeOrigin);
  let current = null;
  /** The outcome on the screen. The other sections wait outside the page, so a step takes as long in any tree. */
  let shown;

  const status = make("p", { class: "visually-hidden", role: "status" });
  // After the entry of a step that has only just been shown, or the browser would leave the page.
  const back = button("‹ Tilbage", () => whenSeen(() => history.back()));
  const toSteps = button("", () => show());
  const closing = root.querySelector(".closing");
  const end = button("Vis hele træet", onWhole, "link-button tree-end");
  const form = questionForm(onAnswer, onTick, (words) => (status.textContent = words));
  const before = make("div", { class: "tree-step" });
  const list = answerList(tree, (id) => go(id, { edit: true }));
  const after = make("div", { class: "tree-after" }, list);
  root.prepend(make("div", { class: "tree-bar" }, back, toSteps), status, before);
  root.append(after, end);
  closing.remove();

  /** @returns the step's entry for the history */
  function remember(step) {
    current = step;
    steps.set(++lastNumber, step);
    return { step: lastNumber };
  }

  const begin = () => history.replaceState(remember({ at: tree.start, first: true }), "");
  const go = (at, more) => show(true, remember({ at, ...more }));

  /** Shows the current step; an answer changed since may have led away from it, then the end of the path is shown. */
  function show(focus = true, entry) {
    if (isBroken) return;
    if (focus) hold();
    let path = follow(tree, answers, continued, current.at);
    if (path.at !== current.at) {
      path = follow(tree, answers, continued);
      current.at = path.at;
    }
    if (!toSteps.hidden) setWhole(false);
    classList.toggle("tree--begun", !current.first);
    status.textContent = "";
    const id = tree.outcomes[path.at] ? gravest(path.at) : "";
    shown?.remove();
    shown = sections.get(id);
    if (shown) before.after(shown);
    back.hidden = current.first;
    const heading = id ? showOutcome(path, id) : showQuestion(path);
    root.dataset.step = path.at;
    const step = current;
    whenSeen(() => {
      if (focus) hold();
      if (entry) history.pushState(entry, "");
      if (step !== current) return;
      if (!id) list.show(path.steps, "Dine svar");
      // The browser writes titles into its history, so this one must not tell what was asked or answered.
      const words = id ? "Resultat" : `Spørgsmål ${path.steps.length + 1}`;
      if (focus) document.title = `${words} – ${pageTitle}`;
    });
    if (focus) moveTo(heading.closest("fieldset") ?? heading, root);
  }

  /** Of several concerns the gravest outcome stands on top, unless the reader asked for another. */
  const gravest = (id) =>
    current.shown ??
    concerns.reduce((top, one) => (tree.outcomes[one].level > tree.outcomes[top].level ? one : top), id);

  const passedBox = (ids) => others(tree, ids, "Husk: Du er også kommet til: ", (id) => go(id));

  function showQuestion({ at, steps: given, passed }) {
    if (!form.isConnected) before.append(form);
    around(form, [passedBox(passed)]);
    if (!given.length || !startOver.isConnected) around(list, [], given.length && startOver);
    return form.ask(...question(at));
  }

  const question = (id) => [tree.nodes[id], sections.get(id), answers.get(id)];

  function showOutcome({ at, steps: given, passed }, id) {
    const all = new Set([...concerns, at]);
    all.delete(id);
    const next = tree.outcomes[at].next;
    const onContinue = () => {
      continued.add(at);
      go(next);
    };
    list.show(given, id === at ? "Derfor endte du her" : "Svar om den seneste bekymring", true);
    before.replaceChildren(passedBox(passed) || "");
    around(
      list,
      [
        others(tree, [...all], "En anden bekymring førte til: ", (other) => go(at, { shown: other })),
        next && actions(button(sections.get(at).querySelector(".continue").textContent, onContinue, "button")),
      ],
      actions(
        quiet("Udskriv", () => print()),
        quiet("Jeg har en bekymring mere", () => onConcern([...passed, at])),
        quiet("Start forfra", onRestart),
      ),
      closing,
      printNotes(tree),
    );
    return sections.get(id).querySelector("h2");
  }

  const actions = (...buttons) => make("div", { class: "tree-actions" }, ...buttons);
  const quiet = (label, onclick) => button(label, onclick, "button button--quiet");
  /** Stays from one question to the next. */
  const startOver = actions(quiet("Start forfra", onRestart));

  function onAnswer(answer) {
    if (answer === null) {
      showMissing(form, tree.nodes[current.at]);
      document.title = `Fejl: ${document.title.replace("Fejl: ", "")}`;
      return;
    }
    answers.set(current.at, answer);
    go(nextOf(answers));
  }

  /** While the reader goes on to "Fortsæt", the question that the answer leads to is laid out unseen. */
  function onTick(answer) {
    const step = current;
    whenSeen(() => {
      const next = answer && step === current && nextOf(new Map(answers).set(step.at, answer));
      // To ask where it stands makes the browser lay it out.
      if (tree.nodes[next]) form.prepare(...question(next)).offsetTop;
    });
  }

  /** After a change only what is newly needed is asked; else the next step, with the answer it had before. */
  function nextOf(given) {
    const path = follow(tree, given, continued);
    return current.edit ? path.at : path.steps.find(({ id }) => id === current.at).rule.to;
  }

  function forget() {
    answers.clear();
    continued.clear();
    steps.clear();
    concerns = [];
    list.show([]);
  }

  function onRestart() {
    forget();
    go(tree.start, { first: true });
    status.textContent = "Svarene er ryddet.";
  }

  /** The same without an entry of its own in the history, and wherever focus is. */
  function onLeave() {
    forget();
    begin();
    show(false);
    document.title = pageTitle;
    status.textContent = "Svarene er ryddet.";
  }

  function onConcern(ends) {
    const kept = [...concerns, ...ends];
    onRestart();
    status.textContent = "Svar nu for den næste bekymring.";
    concerns = kept;
  }

  function setWhole(whole, label = "Ét spørgsmål ad gangen") {
    if (whole) before.after(...sections.values());
    else for (const section of sections.values()) section.remove();
    classList.toggle("tree--steps", !whole);
    toSteps.textContent = label;
    toSteps.hidden = !whole;
    before.hidden = after.hidden = end.hidden = whole;
    if (!whole) return;
    after.before(closing);
    back.hidden = true;
    status.textContent = "";
    document.title = pageTitle;
  }

  function onWhole() {
    setWhole(true);
    toSteps.focus({ preventScroll: true });
    root.scrollIntoView();
  }

  /** The heading inside the tree that a link or the address names, if any. */
  const named = (hash) => sections.get(hash?.slice(1))?.querySelector("h2");

  function showNamed() {
    const heading = named(location.hash);
    if (!heading) return;
    setWhole(true, "Start spørgsmålene");
    moveTo(heading, heading);
  }

  // Links between the parts of the tree: the address must not tell which part is read.
  root.addEventListener("click", (event) => {
    const heading = named(event.target.closest('a[href^="#"]')?.hash);
    if (!heading) return;
    event.preventDefault();
    if (!before.hidden && !isBroken) setWhole(true);
    moveTo(heading, heading);
  });

  addEventListener("popstate", ({ state }) => {
    if (!state) return;
    current = steps.get(state.step);
    if (!current) begin();
    show();
  });

  addEventListener("hashchange", showNamed);
  onAway(onLeave);

  begin();
  show(false);
  showNamed();
}
