/** A facet of the catalogue: the values that its rows have, and the words for them. */
interface Facet {
  name: string;
  legend: string;
  values: Record<string, string>;
}

/** What is chosen, or what a row has, by facet. */
type Values = Record<string, string[]>;

interface CatalogueRow {
  element: HTMLTableRowElement;
  table: HTMLElement;
  own: Values;
}

interface Catalogue {
  /** The facet whose values are spans of years. */
  AGE: string;
  /** The value of that facet that leaves out who says no age. */
  ONLY_KNOWN: string;
  ageField(): HTMLElement;
  yearsOf(age: HTMLInputElement | null): string;
  faultOf(age: HTMLInputElement | null): string;
  fieldset(facet: Facet): HTMLFieldSetElement;
  chosenIn(words: string, facets: Facet[]): Values;
  addressOf(chosen: Values): string;
  remember(hash: string, way: "pushState" | "replaceState"): void;
  csv(found: CatalogueRow[], tables: HTMLElement[], facets: Facet[]): string;
}
