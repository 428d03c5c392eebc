/** What shows the search, and the search over all municipalities. */
interface Vejviser {
  /** Where the search over all municipalities lies; null where there is none. */
  portal: string | null;
  portalIndex: PortalIndex;
  shards: Record<string, PortalRow[]>;
  searchView: SearchView;
  All: { load(portal: URL, run: (url: URL) => Promise<unknown>, tell: Tell): Promise<All> };
  openSearch(given: SearchedSite): Promise<void>;
}

type Tell = (done: number, of: number) => void;

/** A municipality of the portal. */
interface Site {
  name: string;
  root: URL;
}

/** A row whose kind is named, with the places that share it (all, when it says none). */
type PortalRow = [
  url: string,
  kind: string,
  title: string,
  lead: string,
  terms: string,
  facts: string[],
  ages: Row[6],
  places?: number[],
];

type PortalIndex = Omit<Index, "documents" | "kinds" | "words" | "postings" | "tree" | "start"> & {
  places: [id: string, name: string][];
  documents: PortalRow[];
};

/** A result with the other municipalities that have it. */
type HitOfAll = Hit & { copies: Site[] };
type FoundInAll = Told & { own: HitOfAll[]; others: HitOfAll[]; hits?: Hit[] };

interface All {
  engine: Engine;
  missing: string[];
  find(query: string, here?: Found, root?: URL, asTyped?: boolean): FoundInAll;
}

/** The site that the dialog searches, and how to get what is searched. */
interface SearchedSite {
  root: URL;
  isPortal: boolean;
  typed: string;
  isWide: boolean;
  numbers: string[];
  numbersAt: string | undefined;
  /** The address of the page with all pages. */
  all: string;
  load(): Promise<Engine> | null;
  loadAll: ((tell: Tell) => Promise<All>) | null;
}

interface SearchView {
  MOST: number;
  hrefOf(root: URL, url: string): string | null;
  groups(found: Found, root: URL): HTMLElement[];
  groupsOfAll(found: FoundInAll, site: Pick<SearchedSite, "root" | "isPortal">): HTMLElement[];
  alarm(found: Told, site: Pick<Engine, "acute" | "tree">, root: URL | null): HTMLElement[];
  heard(found: Told, acute: Acute[]): string;
  nowLine(numbers: string[], all: string | undefined): (Node | string)[];
  told(found: Found | FoundInAll, isPortal: boolean, missing?: string[]): string;
  undoing(found: Told): string;
  name(option: Element, id: string): void;
  speech(status: HTMLElement, input: HTMLInputElement): HTMLElement;
}
