/**
 * One question at a time, made from the whole tree in the page. Answers live in this module's memory only: not in the
 * address, not in the title, not in the history, not in storage. The history holds an opaque step number.
 */

import { onAway } from "./tree_away.js";
import { hold } from "./tree_hold.js";
import { questionForm, showMissing } from "./tree_form.js";
import { around, classList, isBroken, moveTo, pageTitle, root, sectionOf, sections, whenSeen } from "./tree_page.js";
import { FORMAT, follow, readTree } from "./tree_rules.js";
import { forgetSteps, gravest, recalled, remembered } from "./tree_steps.js";
import { PASSED, actions, answerList, others, printNotes, quiet } from "./tree_view.js";

start(readTree(pick(document, ".tree-logic").textContent));

/** @param {Tree} tree */
function start(tree) {
  if (tree.format !== FORMAT) throw new Error("Unknown format");
  for (const [id, section] of sections) {
    if (tree.outcomes[id]) pick(section, "h2").prepend(make("span", { class: "visually-hidden" }, "Resultat: "));
  }

  /** @type {Answers} */
  const answers = new Map();
  /** @type {Set<string>} */
  const continued = new Set();
  /** @type {string[]} outcomes of the concerns before this one */
  let concerns = [];
  /** @type {Shown} */
  let current;
  /** @type {Element | undefined} the outcome on the screen; the others wait outside, so a step is as fast in any tree */
  let shown;

  const status = make("p", { class: "visually-hidden", role: "status" });
  // After the entry of a step that has only just been shown, or the browser would leave the page.
  const back = button("‹ Tilbage", () => whenSeen(() => history.back()));
  const toSteps = button("", () => show());
  const closing = pick(root, ".closing");
  const end = button("Vis hele træet", onWhole, "link-button tree-end");
  const form = questionForm(onAnswer, onTick, (words) => (status.textContent = words));
  const before = make("div", { class: "tree-step" });
  const list = answerList(tree, (id) => go(id, { edit: true }));
  const after = make("div", { class: "tree-after" }, list);
  root.prepend(make("div", { class: "tree-bar" }, back, toSteps), status, before);
  root.append(after, end);
  closing.remove();

  /** @param {Shown} step @returns the step's entry for the history */
  function remember(step) {
    current = step;
    return remembered(step);
  }

  const begin = () => history.replaceState(remember({ at: tree.start, first: true }), "");
  /** @param {string} at @param {Omit<Shown, "at">} [more] */
  const go = (at, more) => show(true, remember({ at, ...more }));

  // The current step; an answer changed since may have led away from it, then the end of the path is shown.
  /** @param {boolean} [focus] @param {object} [entry] */
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
    // Of several concerns the gravest outcome stands on top, unless the reader asked for another.
    const id = tree.outcomes[path.at] ? (current.shown ?? gravest(tree, [path.at, ...concerns])) : "";
    shown?.remove();
    shown = sections.get(id);
    if (shown) before.after(shown);
    back.hidden = Boolean(current.first);
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

  /** @param {Path} path */
  function showQuestion({ at, steps: given, passed }) {
    if (!form.isConnected) before.append(form);
    around(form, [others(tree, passed, PASSED, go)]);
    if (!given.length || !startOver.isConnected) around(list, [], given.length && startOver);
    return form.ask(...question(at));
  }

  /** @param {string} id @returns {[Question, Element, Answer | undefined]} */
  const question = (id) => [tree.nodes[id], sectionOf(id), answers.get(id)];

  /** @param {Path} path @param {string} id */
  function showOutcome({ at, steps: given, passed }, id) {
    const all = new Set([...concerns, at]);
    all.delete(id);
    const next = tree.outcomes[at].next;
    const onContinue = () => {
      continued.add(at);
      go(/** @type {string} */ (next));
    };
    list.show(given, id === at ? "Derfor endte du her" : "Svar om den seneste bekymring", true);
    before.replaceChildren(others(tree, passed, PASSED, go) || "");
    around(
      list,
      [
        others(tree, [...all], "En anden bekymring førte til: ", (other) => go(at, { shown: other })),
        next && actions(button(pick(sectionOf(at), ".continue").textContent, onContinue, "button")),
      ],
      actions(
        quiet("Udskriv", () => print()),
        quiet("Jeg har en bekymring mere", () => onConcern([...passed, at])),
        quiet("Start forfra", onRestart),
      ),
      closing,
      printNotes(tree),
    );
    return pick(sectionOf(id), "h2");
  }

  // Stays from one question to the next.
  const startOver = actions(quiet("Start forfra", onRestart));

  /** @param {Answer | null} answer */
  function onAnswer(answer) {
    if (answer === null) {
      showMissing(form, tree.nodes[current.at]);
      document.title = `Fejl: ${document.title.replace("Fejl: ", "")}`;
      return;
    }
    answers.set(current.at, answer);
    go(nextOf(answers));
  }

  // While the reader goes on to "Fortsæt", the question that the answer leads to is laid out unseen.
  /** @param {Answer | null} answer */
  function onTick(answer) {
    const step = current;
    whenSeen(() => {
      const next = answer && step === current && nextOf(new Map(answers).set(step.at, answer));
      // To ask where it stands makes the browser lay it out.
      if (next && tree.nodes[next]) form.prepare(...question(next)).offsetTop;
    });
  }

  // After a change only what is newly needed is asked; else the next step, with the answer it had before.
  /** @param {Answers} given */
  function nextOf(given) {
    const path = follow(tree, given, continued);
    return current.edit ? path.at : /** @type {Step} */ (path.steps.find(({ id }) => id === current.at)).rule.to;
  }

  function forget() {
    answers.clear();
    continued.clear();
    forgetSteps();
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

  /** @param {string[]} ends */
  function onConcern(ends) {
    const kept = [...concerns, ...ends];
    onRestart();
    status.textContent = "Svar nu for den næste bekymring.";
    concerns = kept;
  }

  /** @param {boolean} whole */
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

  /** @param {string | undefined} hash @returns the heading inside the tree that a link or the address names, if any */
  const named = (hash = "") => sections.get(hash.slice(1))?.querySelector("h2");

  function showNamed() {
    const heading = named(location.hash);
    if (!heading) return;
    setWhole(true, "Start spørgsmålene");
    moveTo(heading, heading);
  }

  // Links between the parts of the tree: the address must not tell which part is read.
  root.addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
    const heading = named(link?.hash);
    if (!heading) return;
    event.preventDefault();
    if (!before.hidden && !isBroken) setWhole(true);
    moveTo(heading, heading);
  });

  addEventListener("popstate", ({ state }) => {
    if (!state) return;
    const step = recalled(state);
    if (step) current = step;
    else begin();
    show();
  });

  addEventListener("hashchange", showNamed);
  onAway(onLeave);
  begin();
  show(false);
  showNamed();
}
