/** What answers mean and where they lead. The same rules as trees/rules.py, tried over the same answers by the tests. */

/** What a page's tree must say of itself to be followed by these rules: trees/compile.py, `FORMAT`. */
export const FORMAT = 1;

/**
 * @param {string} json
 * @returns {Tree} the tree of a page: it holds what the JSON says and nothing that every object has, such as `constructor`
 */
export const readTree = (json) =>
  JSON.parse(json, (_, value) =>
    value && !Array.isArray(value) && typeof value === "object" ? Object.assign(Object.create(null), value) : value,
  );

/** @typedef {{level: number}} Level */

/** @param {Item[]} items @param {Level} level */
const number = (items, { level }) => items.filter((item) => item.level >= level).length;
/** @param {Item[]} items @param {Level & {min: number}} count */
const enough = (items, count) => number(items, count) >= count.min;
/** @param {Question} node @param {Answer} [answer] */
const ticked = (node, answer = []) => (node.items ?? []).filter(({ id }) => answer.includes(id));

/**
 * @param {Question} node
 * @param {Answer | undefined} answer
 * @returns the option that an answer counts as: itself unless it is an answer of doubt
 */
export const counted = (node, answer) => node.options?.find(({ id }) => id === answer)?.as ?? answer;

/**
 * @param {Question} node
 * @param {Answer | undefined} answer
 * @returns {number} the gravest of the ticked items and of the thresholds that they reach; 0 without ticks
 */
export function levelOf(node, answer) {
  const items = ticked(node, answer);
  const raised = (node.raise ?? []).filter((rule) => enough(items, rule)).map(({ to }) => to);
  return Math.max(0, ...raised, ...items.map(({ level }) => level));
}

/**
 * What each statement of a condition asks of the answers given so far, a map from question to option or to ticks.
 * @type {{[Name in keyof Statements]: (said: Statements[Name], tree: Tree, given: Answers) => boolean}}
 */
const statements = {
  is: ([id, option], { nodes }, given) => given.has(id) && counted(nodes[id], given.get(id)) === option,
  has: ([id, item], tree, given) => given.get(id)?.includes(item) ?? false,
  count: (count, { nodes }, given) => enough(ticked(nodes[count.of], given.get(count.of)), count),
  at_most: (count, { nodes }, given) =>
    given.has(count.of) && number(ticked(nodes[count.of], given.get(count.of)), count) <= count.max,
  level_min: ([id, level], { nodes }, given) => given.has(id) && levelOf(nodes[id], given.get(id)) >= level,
  all: (parts, tree, given) => parts.every((part) => holds(part, tree, given)),
  any: (parts, tree, given) => parts.some((part) => holds(part, tree, given)),
  not: (part, tree, given) => !holds(part, tree, given),
};

/**
 * @param {Condition} condition
 * @param {Tree} tree
 * @param {Answers} given
 */
const holds = (condition, tree, given) =>
  // Each says what its own name asks for, which types can say of one at a time only.
  /** @type {[keyof Statements, never][]} */ (Object.entries(condition)).every(([name, said]) =>
    statements[name](said, tree, given),
  );

/**
 * @param {string} id
 * @param {Answer} answer
 * @param {Tree} tree
 * @param {Answers} given
 * @returns the rule that an answer follows, or undefined when it is no answer to the question
 */
function ruleOf(id, answer, tree, given) {
  const node = tree.nodes[id];
  const rules = node.items
    ? node.go[levelOf(node, answer)]
    : node.options.find((option) => option.id === counted(node, answer))?.go;
  return rules?.find((rule) => !rule.if || holds(rule.if, tree, given));
}

/**
 * Follows answers to the first question without one, to an outcome, or to `stop`. A tree only points forward.
 * @param {Tree} tree
 * @param {Answers} answers
 * @param {Set<string>} continued outcomes that the reader has gone on from
 * @param {string} [stop]
 * @returns {Path} where it ends, the way there and the outcomes passed
 */
export function follow(tree, answers, continued, stop) {
  /** @type {Answers} */
  const given = new Map();
  /** @type {Step[]} */
  const steps = [];
  /** @type {string[]} */
  const passed = [];
  let at = tree.start;
  while (at !== stop) {
    const node = tree.nodes[at];
    const answer = answers.get(at);
    if (answer !== undefined) given.set(at, answer);
    const rule = node && answer !== undefined && ruleOf(at, answer, tree, given);
    const next = rule ? rule.to : continued.has(at) && tree.outcomes[at].next;
    if (!next) break;
    if (rule) steps.push({ id: at, node, answer, rule });
    else passed.push(at);
    at = next;
  }
  return { at, steps, passed };
}
