/** A tree as its page holds it, made by `trees/compile.py`; what is empty is left out there. */
interface Tree {
  format: number;
  title: string;
  version: number;
  start: string;
  levels: string[];
  nodes: Record<string, Question>;
  outcomes: Record<string, Outcome>;
}

interface Outcome {
  title: string;
  level: number;
  /** The question that goes on after it. */
  next?: string;
}

type Question = Choice | Checklist;

interface Choice {
  ask: string;
  options: ChoiceOption[];
  items?: undefined;
  none?: undefined;
  raise?: undefined;
}

interface Checklist {
  ask: string;
  options?: undefined;
  items: Item[];
  none: { label: string; why?: string };
  raise?: Raise[];
  /** By level. */
  go: Record<number, TreeRule[]>;
}

/** A line of a question: what a reader may tick. */
interface Line {
  id: string;
  label: string;
  help?: string;
}

interface ChoiceOption extends Line {
  why?: string;
  /** The option that this one counts as, when it is an answer of doubt. */
  as?: string;
  go: TreeRule[];
}

interface Item extends Line {
  level: number;
  law?: string;
}

/** So many ticks of a level or above. */
interface Raise {
  level: number;
  min: number;
  to: number;
}

interface TreeRule {
  to: string;
  why?: string;
  if?: Condition;
}

/** What each statement of a condition says, by its name. */
interface Statements {
  is: [question: string, option: string];
  has: [question: string, item: string];
  count: { of: string; level: number; min: number };
  at_most: { of: string; level: number; max: number };
  level_min: [question: string, level: number];
  all: Condition[];
  any: Condition[];
  not: Condition;
}

type Condition = Partial<Statements>;

/** An option, or the ticks of a checklist: none when nothing fits. */
type Answer = string | string[];
type Answers = Map<string, Answer>;

/** A question that was answered, and the rule that the answer followed. */
interface Step {
  id: string;
  node: Question;
  answer: Answer;
  rule: TreeRule;
}

/** A step of the history. */
interface Shown {
  at: string;
  first?: boolean;
  /** Whether the reader came to change one answer. */
  edit?: boolean;
  /** The outcome that the reader asked for, of several concerns. */
  shown?: string;
}

/** Where answers lead, the way there, and the outcomes passed on it. */
interface Path {
  at: string;
  steps: Step[];
  passed: string[];
}
