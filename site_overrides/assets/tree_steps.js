/** The steps shown so far. The history holds only their numbers, which say nothing of what was asked or answered. */

/** @type {Map<number, Shown>} */
const steps = new Map();
// Counted from the time of loading, so that entries from before a reload are never taken for ours.
let lastNumber = Math.floor(performance.timeOrigin);

/** @param {Shown} step @returns the step's entry for the history */
export function remembered(step) {
  steps.set(++lastNumber, step);
  return { step: lastNumber };
}

/** @param {{step: number}} entry @returns what was shown there, if it is not forgotten */
export const recalled = ({ step }) => steps.get(step);

export const forgetSteps = () => steps.clear();

/**
 * @param {Tree} tree
 * @param {string[]} ids
 * @returns of outcomes the gravest, the first of several
 */
export const gravest = ({ outcomes }, ids) =>
  ids.reduce((top, one) => (outcomes[one].level > outcomes[top].level ? one : top));
