/** The search: what its scripts take from each other. Each class and function is explained where it is written. */
interface Vejviser {
  tuning: Tuning;
  commonWords: { hashes: number; bits: string };
  dangerModel: ModelData;
  searchData: PackedIndex;
  unpack(packed: PackedIndex): Index;
  unpackDocuments(index: Pick<Index, "documents" | "kinds" | "gravity" | "citizens">): SearchDocument[];
  skeleton(word: string): string;
  distance(one: string, other: string, most: number): number;
  hash(text: string): number;
  common(words: { hashes: number; bits: string }): (stem: string) => boolean;
  takeAge(query: string): { age: number | null; rest: string };
  wantedKinds(query: string, asked: [RegExp, ByKind][]): ByKind;
  isCitizen(query: string): boolean;
  fitOfAge(age: number | null, ages: Row[6]): number;
  makeCue(words: Words, phrases: string[]): (query: string) => boolean;
  makeMarks(meant: Weights, words: Words): IsMarked;
  lineOf(page: SearchDocument, isMarked: IsMarked): string;
  factsOf(facts: string[], isMarked: IsMarked): string[];
  isUnsure(concepts: unknown[], share: number): boolean;
  Words: new (data: Pick<Index, "stop" | "irregular" | "thesaurus">) => Words;
  Vocabulary: new (words: Words, surfaces: string[], kept?: Set<string>) => Vocabulary;
  Concepts: new (vocabulary: Vocabulary, postings: [number, number][][], size: number) => Concepts;
  Grams: new (words: Words) => Grams;
  Names: new (words: Words, concepts: { rarityOf(stem: string): number }) => Names;
  Rules: new (words: Words, vocabulary: Vocabulary, thesaurus: Thesaurus) => Rules;
  Model: new (data: ModelData) => Model;
  Danger: new (words: Words, surfaces: Set<string>, thesaurus: Thesaurus, model: ModelData) => Danger;
  Ranking: new (
    documents: SearchDocument[],
    concepts: Concepts,
    grams: Grams,
    names: Names,
    rules: KindRules,
  ) => Ranking;
  Engine: { new (data: Index): Engine; make(data: Index): Promise<Engine> };
}

type IsMarked = (word: string) => boolean;
/** How well each term fits. */
type Weights = Map<string, number>;
/** What each document gets, by its number. */
type Scores = Map<number, number>;
type ByKind = Record<string, number>;

/** What can be found: a page, or a part of one with a heading of its own. */
interface SearchDocument {
  url: string;
  kind: string;
  title: string;
  lead: string;
  facts: string[];
  ages: Row[6];
  isOverview: boolean;
  isMild: boolean;
  isGravest: boolean;
  isForCitizens: boolean;
  terms: string[];
  sections: { anchor: string; heading: string }[];
}

/** The words of a document by where they stand. */
interface Tokens {
  title: string[];
  terms: string[][];
  lead: string[];
  headings: string[][];
}

/** The stems of those words, without those that say nothing. */
type Said = Record<keyof Tokens, string[]>;

interface Words {
  stop: Set<string>;
  irregular: Map<string, string>;
  tokens(text: string): string[];
  stem(word: string): string;
  root(stem: string): string;
  telling(text: string): string[];
}

/** What a typed word may mean: terms, the parts of a compound, and what it took to find them. */
interface Meanings {
  terms: Weights;
  parts: string[] | null;
  how: string;
  corrected?: string;
}

interface Vocabulary {
  words: Words;
  terms: string[];
  meanings(typed: string, isLast: boolean, asTyped: boolean): Meanings;
  related(stem: string): Weights;
  joined(first: string, second: string): string | null;
}

interface Concept {
  scores: Scores;
  rarity: number;
}

type TypedConcept = Meanings & Concept & { typed: string };

/** What may be looked for in the place of words, and how well that fits. */
interface Rule {
  from: string[];
  to: string[][];
  weight: number;
  words: string[];
  isIdiom: boolean;
}

/** A rule that fits, with the places of the words that it stands for. */
interface Fired {
  at: number[];
  rule: Omit<Rule, "from">;
}

/** What a rule gives a document beyond what the words gave it. */
interface Gain {
  places: number[];
  gain: number;
  words: string;
}

interface Concepts {
  add(at: number, said: Said): void;
  rarityOf(term: string): number;
  ofTyped(typed: string, isLast: boolean, asTyped: boolean): TypedConcept;
  weaken(fired: Fired[], concepts: Concept[]): void;
  gains(fired: Fired[], concepts: Concept[]): Map<number, Gain[]>;
}

interface Rules {
  fired(tokens: string[], typed: string[], concepts: Pick<Meanings, "how" | "terms">[]): Fired[];
}

interface Grams {
  add(tokens: Tokens): void;
  weigh(at: number): void;
  alike(query: string): Scores;
}

interface Names {
  add(tokens: Tokens): void;
  isTitle(plain: string): boolean;
  covers(meant: Weights): Scores;
  worth(covers: Scores, concepts: { terms: Weights; rarity: number }[]): Scores;
  typedTitle(at: number, plain: string, stems: string): number;
  bestHeading(at: number, covers: Scores): number | null;
}

type DangerLevel = "box" | "row";

/** What the model hears: how sure it is, of which theme, and whether it hears no danger at all. */
interface ModelHeard {
  level: DangerLevel | null;
  theme: string | undefined;
  isCalm: boolean;
}

interface Model {
  hear(text: string): ModelHeard;
}

interface Theme {
  theme: string;
  title: string;
  help: string[];
}

interface DangerHeard {
  level: DangerLevel;
  theme: Theme | null;
}

interface Danger {
  hear(query: string, isName: boolean): DangerHeard | null;
}

/** A query as it is understood. */
interface Asked {
  query: string;
  age: number | null;
  tokens: string[];
  concepts: TypedConcept[];
  fired: Fired[];
  danger: DangerHeard | null;
  plain: string;
  stems: string;
  covers: Scores;
  isMarked: IsMarked;
}

/** Documents with their scores, the best first; the synonyms behind them, and how much of the query each says. */
interface Ranked {
  ranked: [number, number][];
  used: Map<number, string[]>;
  shares: Scores;
}

interface Ranking {
  rank(asked: Asked): Ranked;
}

type Answered = Ranked & { asked: Asked };

interface Hit {
  url: string;
  kind: string;
  group: string;
  title: string;
  line: string;
  facts: string[];
  score: number;
  section: { anchor: string; heading: string } | null;
}

/** What the reader is told of how the results were found. */
interface Told {
  corrected: { corrected?: string; typed: string }[];
  synonyms: string[];
  danger: (DangerHeard & { help: { url: string; title: string }[] }) | null;
  isUnsure: boolean;
  isConcern: boolean;
  isGuess: boolean;
  isMarked: IsMarked;
}

type Found = Told & { hits: Hit[] };

interface Engine {
  documents: SearchDocument[];
  start: number[];
  tree: SearchDocument | undefined;
  acute: Acute[];
  search(query: string, most?: number, asTyped?: boolean): Found;
  ask(query: string, asTyped?: boolean): Answered;
  tell(answer: Answered): Told;
  hit(at: number, score: number, asked: Asked): Hit;
}
