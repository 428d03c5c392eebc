/** Who comes back soon finds the answers; after a while it may be somebody else at the screen. */

/** How long answers are kept out of sight, in milliseconds. */
const KEPT = 600_000;

/**
 * Calls `forget` when the reader leaves by the way out, or has not seen the page for long.
 * @param {() => void} forget
 */
export function onAway(forget) {
  /** @type {number | undefined} since when the page has not been seen */
  let since;
  /** @type {number | undefined} */
  let timer;

  // The clock is asked again on the way back, since a page that is kept for Back has its timers stopped.
  /** @param {Event} event */
  function away({ type }) {
    clearTimeout(timer);
    if (document.hidden || type === "pagehide") {
      since ??= Date.now();
      timer = setTimeout(forget, KEPT);
    } else {
      if (since !== undefined && Date.now() - since >= KEPT) forget();
      since = undefined;
    }
  }

  addEventListener("leave", forget);
  for (const type of ["visibilitychange", "pagehide", "pageshow"]) addEventListener(type, away);
}
