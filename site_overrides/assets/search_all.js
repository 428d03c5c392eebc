/** The search over all municipalities of a portal: fetched when it is asked for, a file for each, never in the way. */

(() => {
  const { vejviser } = globalThis;
  vejviser.shards = {};

  // What the reader's own site has stands first, and leaves room for the others.
  const MOST_OWN = 5;
  const MOST = 20;
  const { LEAST } = vejviser.tuning;

  class All {
    /**
     * Fetches what every municipality has and makes one engine of it; one that cannot be fetched is left out.
     * @param {URL} portal the folder that holds the sites
     * @param {(url: URL) => Promise<unknown>} run runs a script of ours
     * @param {Tell} tell hears how far it is
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
      /** @type {[PortalRow, number[]][]} */
      const rows = documents.map((row) => [row, row[7] || every]);
      for (const at of every) for (const row of vejviser.shards[places[at][0]] ?? []) rows.push([row, [at]]);
      const kinds = [...new Set(rows.map(([[, kind]]) => kind))];
      const engine = await vejviser.Engine.make({
        ...words,
        kinds,
        words: [],
        postings: [],
        tree: -1,
        start: [...rows.keys()].filter((at) => rows[at][0][1] === "municipality"),
        documents: rows.map(([[url, kind, title, lead, terms, facts, ages]]) => [
          url,
          kinds.indexOf(kind),
          title,
          lead,
          terms,
          facts,
          ages,
          [],
        ]),
      });
      const sites = places.map(([id, name]) => ({ name, root: new URL(`${id}/`, portal) }));
      return new All(
        engine,
        rows.map(([, at]) => at.map((place) => sites[place])),
        new Set(documents.map(([url]) => url)),
        places.filter(([id]) => !(id in vejviser.shards)),
      );
    }

    /**
     * @param {Engine} engine
     * @param {Site[][]} sites those that have each of its documents
     * @param {Set<string>} shared the addresses of what several say in the same words
     * @param {[id: string, name: string][]} missing
     */
    constructor(engine, sites, shared, missing) {
      this.engine = engine;
      this.sites = sites;
      this.shared = shared;
      this.missing = missing.map(([, name]) => name);
    }

    // What is the same in several municipalities: by its address, and by its title when nothing there is shared.
    /** @param {{url: string, title: string}} page */
    canonical({ url, title }) {
      return this.shared.has(url) ? url : `${url} ${title}`;
    }

    /**
     * @param {string} query
     * @param {Found} [here] what the reader's own site has found
     * @param {URL} [root] that site
     * @param {boolean} [asTyped] whether no word is to be taken for a slip
     * @returns {FoundInAll} the same with `own` and `others`: each thing once, with the other sites that have it
     */
    find(query, here, root, asTyped) {
      const answer = this.engine.ask(query, asTyped);
      const isEmpty = !answer.ranked.length;
      const hits = here && (isEmpty || !here.isGuess) ? here.hits : [];
      /** @type {Map<string, HitOfAll>} */
      const own = new Map(hits.slice(0, MOST_OWN).map((hit) => [this.canonical(hit), { ...hit, copies: [] }]));
      /** @type {Map<string, HitOfAll>} */
      const others = new Map();
      /** @type {[number, number][]} */
      const ranked = isEmpty && !here ? this.engine.start.map((at) => [at, 0]) : answer.ranked;
      for (const [at, score] of ranked) {
        if (score < LEAST * ranked[0][1]) break;
        const page = this.engine.documents[at];
        const key = this.canonical(page);
        // The reader's own search has weighed what stands on the own site, with every word of it.
        const sites = this.sites[at];
        if (sites.some((site) => site.root.href === root?.href)) continue;
        const there = own.get(key) ?? others.get(key);
        if (there) there.copies.push(...sites);
        else if (others.size < MOST)
          others.set(key, { ...this.engine.hit(at, score, answer.asked), copies: [...sites] });
      }
      const isGuess = isEmpty && (!here || here.isGuess);
      return { ...(here ?? this.engine.tell(answer)), own: [...own.values()], others: [...others.values()], isGuess };
    }
  }

  Object.assign(vejviser, /** @satisfies {Partial<Vejviser>} */ ({ All }));
})();
