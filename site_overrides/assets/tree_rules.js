/**
 * Where a set of answers leads: the rules of a tree and nothing else, so they can be tried without a page.
 *
 * @typedef {{id: string, label: string, go: string, counts_as: string | null, why: string | null}} Option
 * @typedef {{ask: string, number: number, acute?: boolean, options: Option[]}} Question
 * @typedef {{title: string, level: number, force: string, continue: {at: string, label: string} | null}} Outcome
 * @typedef {{id: string, title: string, version: number, start: string, nodes: Record<string, Question>,
 *   outcomes: Record<string, Outcome>, closing: string[]}} Logic
 * @typedef {{id: string, ask: string, option: Option}} Step
 * @typedef {{at: string, steps: Step[], passed: string[]}} Path
 */

/**
 * Follows the answers from the start to the first question without one, to an outcome, or to `stop`.
 * A tree only points forward, so this always ends.
 * @param {Logic} logic
 * @param {Map<string, string>} answers question id to option id
 * @param {Set<string>} continued outcomes that the reader has gone on from
 * @param {string} [stop] a question or outcome to stop at when the path gets there
 * @returns {Path} where it ends, the answers on the way and the outcomes passed through
 */
export function follow(logic, answers, continued, stop) {
  const steps = [];
  const passed = [];
  let at = logic.start;
  while (at !== stop) {
    const question = logic.nodes[at];
    const option = question?.options.find(({ id }) => id === answers.get(at));
    const next = logic.outcomes[at]?.continue;
    if (option) {
      steps.push({ id: at, ask: question.ask, option });
      at = option.go;
    } else if (next && continued.has(at)) {
      passed.push(at);
      at = next.at;
    } else {
      break;
    }
  }
  return { at, steps, passed };
}
