/** A second press is meant for what lay there before the step: it must neither answer, take an answer back, nor ring. */

/** How long a press counts for nothing after a step, in milliseconds: as long as systems wait for a double click. */
const HELD = 500;
let changedAt = -Infinity;

/** Says that something else lies under the pointer now. */
export const hold = () => (changedAt = performance.now());

/**
 * Keys, and readers of the screen, press without a place: their `detail` is 0. The way out is never held.
 * @param {MouseEvent} event
 */
function pressed(event) {
  /** @param {string} selector */
  const on = (selector) => /** @type {Element} */ (event.target).closest(selector);
  if (!event.detail || on(".exit")) return;
  if (event.timeStamp - changedAt < HELD || (event.detail > 1 && on(".choice"))) {
    event.preventDefault();
    event.stopPropagation();
  } else if (event.type === "click" && on(".tree :is(a, button)")) hold();
}

addEventListener("mousedown", pressed, true);
addEventListener("click", pressed, true);
// Enter held down presses again and again.
addEventListener("keydown", (event) => event.repeat && event.key === "Enter" && event.preventDefault(), true);
