/** What the site's scripts share: classic scripts hang it on `globalThis.vejviser`, each file its own part. */
declare var vejviser: Vejviser;

interface Vejviser {
  catalogue: Catalogue;
}

/** What says nothing: no child of an element, and left out by `filter(Boolean)`. */
type Empty = false | 0 | "" | null | undefined;

interface Array<T> {
  /** `filter(Boolean)` leaves nothing that is empty, which the language's own types do not know. */
  filter(predicate: BooleanConstructor): Exclude<T, Empty>[];
}
