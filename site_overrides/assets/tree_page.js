/** The page that a tree stands in, and what stands there when the script fails. */

export const root = /** @type {HTMLElement} */ (document.querySelector(".tree"));
const whole = [...root.children];
export const pageTitle = document.title;
/** Classes of the page: rules that look for what a page has are dear, and every step would try them anew. */
export const { classList } = document.body;
/** Whether the script has failed, and has nothing more to say. */
export let isBroken = false;

// At once or at a later step: the whole tree is better than half a question.
addEventListener("error", ({ filename, error }) => {
  if (isBroken || !/\/tree\w*\.js/.test(filename + error?.stack)) return;
  isBroken = true;
  classList.remove("tree--steps", "tree--begun");
  document.title = pageTitle;
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.textContent = "Spørgsmålene virker ikke lige nu. Her er hele træet.";
  root.replaceChildren(note, ...whole);
});

/**
 * To draw the answers given or to tell the browser of a step costs as much as to draw its question, so it waits.
 * @param {() => void} tell
 * @returns {number}
 */
export const whenSeen = (tell, frames = 3) => requestAnimationFrame(--frames ? () => whenSeen(tell, frames) : tell);

/**
 * Changes what stands around a part and leaves the part alone: to lay it out anew would take half the time of a step.
 * @param {Element} kept which stands in the page
 * @param {(Element | Empty)[]} above
 * @param {(Element | Empty)[]} below
 */
export function around(kept, above, ...below) {
  for (const part of [.../** @type {Element} */ (kept.parentNode).children]) if (part !== kept) part.remove();
  kept.before(...above.filter(Boolean));
  kept.after(...below.filter(Boolean));
}

/**
 * Moves focus to a part that is not a tab stop, a question's whole group or a heading, and scrolls `top` into view.
 * @param {HTMLElement} part
 * @param {Element} top
 */
export function moveTo(part, top) {
  part.tabIndex = -1;
  part.addEventListener("blur", () => part.removeAttribute("tabindex"), { once: true });
  part.focus({ preventScroll: true });
  top.scrollIntoView();
}

/** @type {Map<string, Element>} the questions and outcomes of the whole tree by the ids of their headings */
export const sections = new Map(
  [...root.querySelectorAll(".question, .outcome")].map((section) => [pick(section, "h2").id, section]),
);

/** @param {string} id */
export const sectionOf = (id) => /** @type {Element} */ (sections.get(id));
