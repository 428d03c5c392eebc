/** What the site's scripts share: classic scripts hang it on `globalThis.vejviser`, each file its own part. */
declare var vejviser: Vejviser;

/** Asked by those who measure how well the search finds (site.js). */
declare var __search: (query: string, most?: number) => Promise<{ url: string; title: string; score: number }[]>;
declare var __danger: (query: string) => Promise<DangerLevel | null>;

interface Vejviser {
  catalogue: Catalogue;
}

/** What says nothing: no child of an element, and left out by `filter(Boolean)`. */
type Empty = false | 0 | "" | null | undefined;

interface Array<T> {
  /** `filter(Boolean)` leaves nothing that is empty, which the language's own types do not know. */
  filter(predicate: BooleanConstructor): Exclude<T, Empty>[];
}
