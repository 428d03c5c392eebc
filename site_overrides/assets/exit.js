/**
 * The way out, after GOV.UK's "Exit this page": a press, or Shift three times, forgets the answers and puts the
 * municipality's own website in the place of this page in the history. A classic script, as all but a tree's are.
 */

(() => {
  /** How many presses of Shift, with nothing between them, and within how many milliseconds. */
  const TIMES = 3;
  const WITHIN = 5000;

  const link = /** @type {HTMLAnchorElement} */ (document.querySelector(".exit a"));
  /** @type {number[]} */
  let presses = [];

  function leave() {
    dispatchEvent(new Event("leave"));
    // The other page may be slow to come: until then there is nothing to see.
    document.title = link.hostname;
    document.body.replaceChildren();
    location.replace(link.href);
  }

  link.addEventListener("click", (event) => {
    // With a key held down too, which would open the website beside this page.
    event.preventDefault();
    leave();
  });

  addEventListener("keydown", ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === "Shift" ? [...presses.filter((before) => timeStamp - before < WITHIN), timeStamp] : [];
    if (presses.length === TIMES) leave();
  });
  // A click with Shift held down is no press of Shift, also where a tree holds the click back.
  addEventListener("mousedown", () => (presses = []), true);
  // Kept for Back: there must be something to see again.
  addEventListener("pageshow", ({ persisted }) => persisted && !document.body.childElementCount && location.reload());
})();
