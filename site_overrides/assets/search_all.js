/** The search over all municipalities of a portal: fetched when it is asked for, a file for each, never in the way. */

(() => {
  const { vejviser } = globalThis;
  vejviser.shards = {};

  // What the reader's own site has stands first, and leaves room for the others.
  const MOST_OWN = 5;
  const MOST = 20;
  const LEAST = 0.2;

  /** @typedef {{name: string, root: URL}} Site */

  class All {
    /**
     * Fetches what every municipality has and makes one engine of it; one that cannot be fetched is left out.
     * @param {URL} portal the folder that holds the sites
     * @param {(url: URL) => Promise<unknown>} run runs a script of ours
     * @param {(done: number, of: number) => void} tell hears how far it is
     */
    static async load(portal, run, tell) {
      await run(new URL("search/index.js", portal));
      const { places, documents, ...words } = vejviser.portalIndex;
      let done = 0;
      await Promise.all(
        places.map(async ([id]) => {
          await run(new URL(`search/${id}.js`, portal)).catch(() => {});
          tell(++done, places.length);
        }),
      );
      const every = [...places.keys()];
      const rows = documents.map((row) => [row, row[7] || every]);
      for (const at of every) rows.push(...(vejviser.shards[places[at][0]] ?? []).map((row) => [row, [at]]));
      const kinds = [...new Set(rows.map(([[, kind]]) => kind))];
      const engine = await vejviser.Engine.make({
        ...words,
        kinds,
        words: [],
        postings: [],
        tree: -1,
        start: [...rows.keys()].filter((at) => rows[at][0][1] === "municipality"),
        documents: rows.map(([row]) => [row[0], kinds.indexOf(row[1]), ...row.slice(2, 7), []]),
      });
      const sites = places.map(([id, name]) => ({ name, root: new URL(`${id}/`, portal) }));
      engine.documents.forEach((page, at) => (page.sites = rows[at][1].map((place) => sites[place])));
      return new All(
        engine,
        sites,
        new Set(documents.map(([url]) => url)),
        places.filter(([id]) => !(id in vejviser.shards)),
      );
    }

    constructor(engine, sites, shared, missing) {
      this.engine = engine;
      this.sites = sites;
      this.shared = shared;
      this.missing = missing.map(([, name]) => name);
    }

    /** What is the same in several municipalities: by its address, and by its title when nothing there is shared. */
    canonical({ url, title }) {
      return this.shared.has(url) ? url : `${url} ${title}`;
    }

    /**
     * @param {string} query
     * @param {{hits: object[], isGuess: boolean}} [here] what the reader's own site has found
     * @param {URL} [root] that site
     * @returns {object} the same with `own` and `others`: each thing once, with the other sites that have it
     */
    find(query, here, root, asTyped) {
      const answer = this.engine.ask(query, asTyped);
      const isEmpty = !answer.ranked.length;
      const hits = here && (isEmpty || !here.isGuess) ? here.hits : [];
      const own = new Map(hits.slice(0, MOST_OWN).map((hit) => [this.canonical(hit), { ...hit, copies: [] }]));
      const others = new Map();
      const ranked = isEmpty && !here ? this.engine.start.map((at) => [at, 0]) : answer.ranked;
      for (const [at, score] of ranked) {
        if (score < LEAST * ranked[0][1]) break;
        const page = this.engine.documents[at];
        const key = this.canonical(page);
        // The reader's own search has weighed what stands on the own site, with every word of it.
        if (page.sites.some((site) => site.root.href === root?.href)) continue;
        const there = own.get(key) ?? others.get(key);
        if (there) there.copies.push(...page.sites);
        else if (others.size < MOST)
          others.set(key, { ...this.engine.hit(at, score, answer.asked), copies: [...page.sites] });
      }
      const isGuess = isEmpty && (!here || here.isGuess);
      return { ...(here ?? this.engine.tell(answer)), own: [...own.values()], others: [...others.values()], isGuess };
    }
  }

  Object.assign(vejviser, { All });
})();
