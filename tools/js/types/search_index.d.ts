/** The index that the generator writes (`search/index.py`), and what the model of danger has learnt (`tools/danger`). */
interface Index {
  kinds: string[];
  kind_rules: KindRules;
  documents: Row[];
  words: string[];
  /** For each term its documents, each with how loud it says it. */
  postings: [number, number][][];
  stop: string;
  irregular: Record<string, string>;
  thesaurus: Thesaurus;
  start: number[];
  tree: number;
  /** A digit for each sign in order, 1 for what worries the least. */
  gravity?: string;
  citizens?: number[];
  acute: Acute[];
}

type Row = [
  url: string,
  kind: number,
  title: string,
  lead: string,
  terms: string,
  facts: string[],
  ages: [lowest: number, highest: number] | 0,
  headings: [anchor: string, heading: string][],
];

/** What the generator says of each kind: where it is shown, what it weighs, and the questions that it answers. */
interface KindRules {
  groups: Record<string, string>;
  weights: ByKind;
  asked: [pattern: string, kinds: ByKind][];
  grave: ByKind;
}

interface Acute {
  when: string;
  number: string;
}

interface Thesaurus {
  groups: string[][];
  leads_to: Record<string, string[]>;
  abbreviations: Record<string, string>;
  laws: Record<string, string[]>;
  danger: Record<string, { title: string; help: string[]; words: string[]; maybe: string[] }>;
  people: Record<string, string[]>;
  harmless: string[];
  reading: string[];
  concern: string[];
}

/** The index as it is sent: texts and postings as numbers of the words that are listed once (`search/packing.py`). */
interface PackedIndex {
  often: string[];
  words: string;
  said: string;
  other: string;
  postings: string;
}

/** What is packed as text, but for the columns of what is said: titles, leads, facts and headings. */
type Unpacked = Omit<Index, "documents" | "postings"> & {
  columns: [urls: string[], kinds: number[], terms: string[], ages: Row[6][], anchors: string[][]];
};

interface ModelData {
  whole: Record<string, string>;
  begun: Record<string, string>;
  themes: Record<string, string>;
  slots: number;
  steps: number;
  scale: number;
  from: number;
  box: number;
  row: number;
  calm: number;
  prints: string;
  weights: string;
}
